import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Consolidation } from '../../core/consolidate';
import type { Workbook } from '../../core/workbook/workbook';
import { readXlsx } from '../../core/xlsx/read';
import { describeConsolidation } from '../../panel/consolidate/consolidation-view';
import type { ConsolidationView } from '../../panel/consolidate/consolidation-view';
import type { main as runMain } from '../../standalone/command-line/main';
import { createConsolidationSession } from '../../panel/consolidate/session';
import { createTestHost, pickBytes, pickFolder, pickWorkbook } from '../support/consolidation-host';
import { oddWorkbook } from '../support/panel-workbooks';

/* What the screen of every host can do with a folder, held against the command line. */

const root = path.resolve(__dirname, '../..');
let folder = '';
let district = '';

beforeAll(() => {
  const built = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs')], { encoding: 'utf8' });
  expect(built.stderr).toBe('');
  folder = mkdtempSync(path.join(os.tmpdir(), 'consolidate-screen-'));
  district = path.join(folder, 'các xã');
  execFileSync(process.execPath, [path.join(root, 'tests/support/district-folder.mjs'), district]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function commandLine(...words: string[]): Promise<Consolidation> {
  const { main } = jest.requireActual(path.join(root, 'dist/command-line.js')) as { main: typeof runMain };
  let output = '';
  const streams = { output: (text: string) => void (output += text), errors: () => undefined, colours: false, columns: undefined };
  expect(await main(['consolidate', ...words, '--json'], folder, streams)).toBe(0);
  return JSON.parse(output) as Consolidation;
}

function start() {
  const host = createTestHost();
  const session = createConsolidationSession(host, 2);
  const view = (): ConsolidationView => {
    const { view: found, notice } = session.state();
    if (found === null) throw new Error(notice?.text ?? 'nothing was read');
    return found;
  };
  return { host, session, view };
}

/** A promise that nobody hands out: the session goes on by itself after a list was taken. */
async function settled(session: ReturnType<typeof start>['session']): Promise<void> {
  while (session.state().busy !== null) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Everything but when and by which version it was made. */
const timeless = <Value extends { time: string; version: string }>({ time: _time, version: _version, ...rest }: Value) =>
  JSON.parse(JSON.stringify(rest)) as unknown;

/** A book's cells without its stamps, which name the time. */
const cellsOf = (workbook: Workbook) =>
  workbook.sheets.map((sheet) => ({
    name: sheet.name,
    merges: sheet.merges,
    cells: sheet.cells.filter((cell) => !String(cell.value).startsWith('Mã kiểm tra')),
  }));

test('a picked folder comes to the same as on the command line: every file, commune and finding, and the same book', async () => {
  const roster = path.join(folder, 'danh sách.csv');
  writeFileSync(roster, 'Tên xã;Loại đơn vị\nxã Phú Giang;other\nPhường Xuân Lập;mountain-island-hardship\nXã Chưa Gửi;other\n');
  const rubric = path.join(district, 'phường Phú Thành.xlsx');
  const expected = await commandLine(district, '--roster', roster, '--rubric', rubric, '--out', path.join(folder, 'sổ.xlsx'));

  const { host, session, view } = start();
  await session.take(pickFolder(district));
  await session.takeRoster(pickBytes('danh sách.csv', new Uint8Array(readFileSync(roster))));
  await settled(session);
  await session.takeRubric(pickBytes('phường Phú Thành.xlsx', new Uint8Array(readFileSync(rubric))));
  await settled(session);
  expect(view().files.length).toBeGreaterThan(60);
  expect(view().recognition.missing).toEqual(['Xã Chưa Gửi']);
  expect(timeless(view())).toEqual(timeless(describeConsolidation(expected)));

  await session.deliver('download');
  const [book] = host.books;
  expect(book?.name).toMatch(/^Tổng hợp .*2024\.xlsx$/);
  expect(cellsOf(readXlsx(book?.bytes as Uint8Array))).toEqual(cellsOf(readXlsx(readFileSync(path.join(folder, 'sổ.xlsx')))));
});

test('the officer says which file counts and whose file it is; the rest stays as it was', async () => {
  const { session, view } = start();
  await session.take(pickFolder(district));
  const before = view();
  const asked = before.files.find((file) => file.questions?.some((question) => question.code === 'which-file'));
  const choices = asked?.questions?.find((question) => question.code === 'which-file')?.choices ?? [];
  expect(choices).toHaveLength(2);
  await session.choose(asked?.commune ?? '', choices[0] as string);
  const counted = view().communes.filter((line) => choices.includes(line.file));
  expect(counted.map((line) => [line.file, line.points === null])).toEqual([[choices[0], false]]);
  expect(view().communes).toHaveLength(before.communes.length);

  await session.nameCommune(counted[0]?.file ?? '', 'xã Tên Mới');
  expect(view().communes.find((line) => line.file === counted[0]?.file)?.commune).toBe('xã Tên Mới');
});

/** The same unknown form, filled in by one commune. */
const oddOf = (commune: string): Workbook => ({
  ...oddWorkbook,
  sheets: oddWorkbook.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.value === 'UBND xã Thử Nghiệm' ? { ...cell, value: `UBND xã ${commune}` } : cell)),
  })),
});

test('a table pointed out in one file serves every file with the same headings, now and later', async () => {
  const { session, view } = start();
  await session.take(['An Bình', 'Hòa Bình', 'Thái Bình'].map((name) => pickWorkbook(`${name}.xlsx`, oddOf(name))));
  expect(view().files.map((file) => file.status)).toEqual(['unrecognised', 'unrecognised', 'unrecognised']);
  await session.open('Hòa Bình.xlsx');
  await session.assessOpened({
    mapping: {
      standard: '06/2019/QĐ-TTg',
      tables: [
        {
          sheet: 'Biểu',
          headerRows: [3],
          columns: { A: 'number', B: 'name', C: 'rubric', D: 'maximum', E: 'result', F: 'self-score' },
          criterionRows: { '4': 2, '6': 7 },
        },
      ],
    },
  });
  await session.close();
  expect(view().files.map((file) => file.status)).toEqual(['assessed', 'assessed', 'assessed']);
  expect(view().communes.map((line) => [line.commune, line.confirmed > 0])).toEqual([
    ['Xã An Bình', true],
    ['Xã Hòa Bình', true],
    ['Xã Thái Bình', true],
  ]);
  await session.add([pickWorkbook('Yên Bình.xlsx', oddOf('Yên Bình'))]);
  expect(view().communes.map((line) => line.commune)).toContain('Xã Yên Bình');
});

test('a file that was looked at only stays as it was; one that disappeared is one line, and the others count', async () => {
  const { session, view } = start();
  const files = pickFolder(district).slice(0, 6);
  await session.take(files);
  const before = view();
  await session.open(before.communes[0]?.file ?? '');
  expect(session.state().opened?.assessment.total.points).toBe(before.communes[0]?.points);
  await session.close();
  expect(session.state().answers).toEqual({});
  const gone = { ...(files[0] as (typeof files)[number]), bytes: () => Promise.reject(new DOMException('gone', 'NotReadableError')) };
  await session.add([gone]);
  expect(view().files.find((file) => file.file === gone.name)).toMatchObject({
    status: 'unreadable',
    reason: expect.stringContaining('chọn lại tệp') as string,
  });
  expect(view().files).toHaveLength(before.files.length);
});

test('what is handed over in the wrong place is refused by name and changes nothing', async () => {
  const { session, view } = start();
  await session.take(pickFolder(district).slice(0, 4));
  const before = JSON.stringify(timeless(view()));
  const salaries = pickFolder(district).find((file) => file.name === 'lương.xlsx');
  for (const take of [session.takeRubric, session.takeBook]) {
    await take(salaries ?? null);
    await settled(session);
    expect(session.state().notice).toMatchObject({ tone: 'failed', text: expect.stringContaining('“lương.xlsx”') as string });
  }
  await session.takeRoster(pickBytes('trống.csv', new TextEncoder().encode('\n')));
  expect(session.state().notice?.text).toContain('không tìm thấy tên xã nào');
  expect(session.state()).toMatchObject({ rubric: null, book: null, roster: null });
  expect(JSON.stringify(timeless(view()))).toBe(before);
});

test('consolidating again keeps what was written by hand into the book of before', async () => {
  const { host, session } = start();
  await session.take(pickFolder(district).slice(0, 5));
  await session.deliver('download');
  const first = readXlsx(host.books[0]?.bytes as Uint8Array);
  const appraisal = first.sheets.find((sheet) => sheet.name === 'Thẩm định');
  const heading = appraisal?.cells.find((cell) => cell.value === 'Nhận xét');
  const row = (heading?.row ?? 0) + 3;
  const written: Workbook = {
    ...first,
    sheets: first.sheets.map((sheet) =>
      sheet !== appraisal
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells
              .filter((cell) => cell.row !== row || cell.column !== heading?.column)
              .concat({ row, column: heading?.column ?? 0, value: 'Đã kiểm tra tại xã' })
              .sort((a, b) => a.row - b.row || a.column - b.column),
          },
    ),
  };
  await session.takeBook(pickWorkbook('sổ cũ.xlsx', written));
  await settled(session);
  await session.deliver('download');
  const again = readXlsx(host.books[1]?.bytes as Uint8Array);
  expect(JSON.stringify(again.sheets.find((sheet) => sheet.name === 'Thẩm định')?.cells)).toContain('Đã kiểm tra tại xã');
});

test('a run that is overtaken by another leaves no file out', async () => {
  const { session, view } = start();
  await session.take(pickFolder(district));
  const before = view();
  const asked = before.files.find((file) => file.questions?.some((question) => question.code === 'which-file'));
  const [choice = ''] = asked?.questions?.find((question) => question.code === 'which-file')?.choices ?? [];
  const overtaking: Promise<void>[] = [];
  let overtaken = false;
  session.subscribe(() => {
    if (overtaken || !/^Đã đọc 5\//.test(session.state().busy?.words ?? '')) return;
    overtaken = true;
    overtaking.push(session.choose(asked?.commune ?? '', choice));
  });
  await session.refresh();
  await Promise.all(overtaking);
  expect(overtaken).toBe(true);
  expect(view().files).toHaveLength(before.files.length);
  expect(view().communes).toHaveLength(before.communes.length);
  expect(view().communes.find((line) => line.file === choice)?.points).not.toBeNull();
});

test('stopped half-way nothing is left behind, and the next run reads everything', async () => {
  const { session } = start();
  const files = pickFolder(district);
  let stopped = false;
  session.subscribe(() => {
    if (!stopped && /^Đã đọc 5\//.test(session.state().busy?.words ?? '')) {
      stopped = true;
      session.cancel();
    }
  });
  await session.take(files);
  expect(stopped).toBe(true);
  expect(session.state()).toMatchObject({ view: null, busy: null, notice: { text: expect.stringContaining('Đã dừng') as string } });
  await session.refresh();
  expect(session.state().view?.files).toHaveLength(67);
});
