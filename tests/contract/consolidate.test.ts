import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Consolidation } from '../../core/consolidate';
import { readXlsx } from '../../core/xlsx/read';
import type { Workbook } from '../../core/workbook/workbook';
import type { main as runMain } from '../../standalone/command-line/main';
import { workbookBytes } from '../support/workbook-bytes';

/* The whole of `consolidate` on a generated folder with everything planted that a district meets. */

const root = path.resolve(__dirname, '../..');

interface Planted {
  readonly commune: string;
  readonly file: string;
  readonly points: number;
  readonly item?: string;
}
interface Truth {
  readonly communes: readonly Planted[];
  readonly generous: Planted;
  readonly outlier: Planted;
  readonly copied: readonly string[];
  readonly perfect: Planted;
  readonly other: Planted;
  readonly twice: { readonly commune: string };
}

let folder = '';
let district = '';
let truth: Truth;
let main: typeof runMain;

beforeAll(() => {
  const built = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs')], { encoding: 'utf8' });
  expect(built.stderr).toBe('');
  main = (jest.requireActual(path.join(root, 'dist/command-line.js')) as { main: typeof runMain }).main;
  folder = mkdtempSync(path.join(os.tmpdir(), 'consolidate-'));
  district = path.join(folder, 'các xã');
  truth = JSON.parse(
    execFileSync(process.execPath, [path.join(root, 'tests/support/district-folder.mjs'), district], { encoding: 'utf8' }),
  ) as Truth;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function consolidate(...words: string[]) {
  let [output, errors] = ['', ''];
  const streams = {
    output: (text: string) => void (output += text),
    errors: (text: string) => void (errors += text),
    colours: false,
    columns: undefined,
  };
  const status = await main(['consolidate', ...words], folder, streams);
  return { status, output, errors };
}

async function json(...words: string[]): Promise<Consolidation> {
  const { status, output } = await consolidate(...words, '--json');
  expect(status).toBe(0);
  return JSON.parse(output) as Consolidation;
}

const place = (name: string) => path.join(folder, name);
const book = (name: string) => readXlsx(readFileSync(place(name)), { file: name });
const plain = (name: string | null) => (name ?? '').toLowerCase();
const sheet = (workbook: Workbook, name: string) => {
  const found = workbook.sheets.find((each) => each.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
const textAt = (workbook: Workbook, name: string, row: number, column: number) =>
  sheet(workbook, name).cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;
const rowOf = (workbook: Workbook, name: string, text: string) =>
  sheet(workbook, name).cells.find((cell) => typeof cell.value === 'string' && plain(cell.value) === plain(text))?.row ?? -1;
const columnOf = (workbook: Workbook, name: string, heading: string) =>
  sheet(workbook, name).cells.find((cell) => cell.value === heading)?.column ?? -1;

describe('a folder of mixed layouts and formats', () => {
  let whole: Consolidation;
  beforeAll(async () => {
    whole = await json(district, '--out', 'sổ.xlsx');
  });

  test('every workbook that can be read is scored from its own data, in every layout and format', () => {
    const open = new Set([truth.generous.file, truth.outlier.file, truth.communes[0]?.file, truth.communes[1]?.file]);
    const counted = truth.communes.filter((each) => !open.has(each.file));
    expect(counted.length).toBeGreaterThan(50);
    const found = counted.map(({ file }) => {
      const row = whole.communes.find((each) => each.file === file);
      return { commune: plain(row?.commune ?? null), points: row?.points };
    });
    expect(found).toEqual(counted.map(({ commune, points }) => ({ commune: plain(commune), points })));
  });

  test('every file ends in one state with its reason; locks, hidden files and other texts are no files at all', () => {
    const state = (name: string) => whole.files.find((file) => file.file === name);
    expect(state('hỏng.xlsx')?.status).toBe('unreadable');
    expect(state('rỗng.xlsx')?.status).toBe('unreadable');
    expect(state('giấy tờ.pdf')).toMatchObject({ status: 'unreadable', reason: expect.stringContaining('PDF') as string });
    expect(state('lương.xlsx')?.status).toBe('unrecognised');
    expect(whole.files.filter((file) => file.status === 'duplicate-file')).toHaveLength(1);
    expect(whole.files.map((file) => file.file).filter((name) => /~\$|ẩn|\.txt|sổ/.test(name))).toEqual([]);
    for (const file of whole.files) expect(file.status === 'assessed' || (file.reason ?? '') !== '').toBe(true);
  });

  test('two workbooks of one commune without a stamp: it is asked which one counts, and its points stay open', () => {
    const twice = whole.communes.filter((each) => plain(each.commune) === plain(truth.twice.commune));
    expect(twice).toHaveLength(1);
    expect(twice[0]?.points).toBeNull();
    expect(twice[0]?.questions.map((question) => question.code)).toContain('which-file');
    const tone = whole.communes.filter((each) => /h(oà|òa) th(uỷ|ủy)/i.test(each.commune ?? ''));
    expect(tone).toHaveLength(1);
  });

  test('what is planted across the communes is found, and nothing else', () => {
    const of = (code: string) => whole.findings.filter((finding) => finding.code === code);
    expect(of('outlier').map((finding) => [plain(finding.commune), finding.item])).toEqual([
      [plain(truth.outlier.commune), truth.outlier.item],
    ]);
    expect(of('identical-data')).toHaveLength(1);
    for (const name of truth.copied) expect(plain(of('identical-data')[0]?.message ?? '')).toContain(plain(name));
    expect(of('all-hundred-percent').map((finding) => plain(finding.commune))).toEqual([plain(truth.perfect.commune)]);
    expect(of('mixed-years').map((finding) => plain(finding.commune))).toEqual([plain(truth.other.commune)]);
    expect(of('mixed-rubrics').map((finding) => plain(finding.commune))).toEqual([plain(truth.generous.commune)]);
    expect(of('mixed-rubrics')[0]?.message).toMatch(/được thêm \d+/);
    expect(of('duplicate-commune')).toHaveLength(2);
    expect(of('duplicate-file')).toHaveLength(1);
    expect(of('unknown-commune')).toEqual([]);
  });

  test('open points enter no mean', () => {
    for (const criterion of whole.criteria) {
      const points = whole.communes.flatMap((each) =>
        each.criteria.filter((own) => own.number === criterion.number && own.points !== null),
      );
      expect(criterion.count).toBe(points.length);
      const sum = points.reduce((total, own) => total + (own.points ?? 0), 0);
      expect(criterion.mean).toBeCloseTo(sum / points.length, 2);
    }
    const { meets, fails, undetermined, of } = whole.recognition;
    expect(meets + fails + undetermined).toBe(of);
    expect(of).toBe(whole.communes.length);
  });

  test('the book has its six sheets, every commune and every file', () => {
    const written = book('sổ.xlsx');
    expect(written.sheets.map((each) => each.name)).toEqual([
      'Tổng hợp',
      'Đề nghị công nhận',
      'Điều cần xem lại',
      'Tình hình nộp',
      'Theo tiêu chí',
      'Thẩm định',
    ]);
    for (const { commune } of whole.communes) {
      expect(rowOf(written, 'Tổng hợp', commune ?? '')).toBeGreaterThan(0);
      expect(rowOf(written, 'Đề nghị công nhận', commune ?? '')).toBeGreaterThan(0);
      expect(rowOf(written, 'Thẩm định', commune ?? '')).toBeGreaterThan(0);
    }
    for (const { file } of whole.files) expect(rowOf(written, 'Tình hình nộp', file)).toBeGreaterThan(0);
    for (const each of written.sheets) expect(each.cells.filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  test('the same by threads and by one file after the other', async () => {
    const few = truth.communes.slice(5, 11).map(({ file }) => path.join(district, file));
    const alone = await json(...few);
    for (const each of alone.communes) {
      const same = whole.communes.find((other) => other.commune === each.commune);
      expect(each).toEqual({ ...same, file: each.file });
    }
  });
});

describe('appraisal by hand', () => {
  test('is kept with its commune when consolidating again, though rows move and a commune is gone', async () => {
    const some = path.join(folder, 'vài xã');
    mkdirSync(some);
    const chosen = truth.communes.slice(10, 15).filter(({ file }) => file.endsWith('.xlsx'));
    chosen.forEach(({ file }, index) => writeFileSync(path.join(some, `${9 - index}.xlsx`), readFileSync(path.join(district, file))));
    expect((await consolidate('vài xã', '--out', 'thẩm định.xlsx')).status).toBe(0);
    const first = book('thẩm định.xlsx');
    const [kept, gone] = [chosen[1]?.commune ?? '', chosen[0]?.commune ?? ''];
    const [score, remark] = [columnOf(first, 'Thẩm định', 'TC 5'), columnOf(first, 'Thẩm định', 'Nhận xét')];
    const byHand = (name: string, words: string) => {
      const row = rowOf(first, 'Thẩm định', name);
      return [
        { row, column: score, value: 42.5 },
        { row, column: remark, value: words },
      ];
    };
    const written = [...byHand(kept, '=cần bổ sung'), ...byHand(gone, 'xã cũ')];
    const edited: Workbook = {
      ...first,
      sheets: first.sheets.map((each) =>
        each.name !== 'Thẩm định'
          ? each
          : {
              ...each,
              cells: [
                ...each.cells.filter((cell) => !written.some((one) => one.row === cell.row && one.column === cell.column)),
                ...written,
              ].sort((one, other) => one.row - other.row || one.column - other.column),
            },
      ),
    };
    writeFileSync(place('thẩm định.xlsx'), workbookBytes(edited));
    rmSync(path.join(some, '9.xlsx'));
    writeFileSync(path.join(some, '0.xlsx'), readFileSync(path.join(district, truth.communes[20]?.file ?? '')));
    expect((await consolidate('vài xã', '--out', 'thẩm định.xlsx')).status).toBe(0);
    const second = book('thẩm định.xlsx');
    const now = rowOf(second, 'Thẩm định', kept);
    expect(now).not.toBe(rowOf(first, 'Thẩm định', kept));
    expect(textAt(second, 'Thẩm định', now, score)).toBe(42.5);
    expect(textAt(second, 'Thẩm định', now, remark)).toBe('=cần bổ sung');
    expect(textAt(second, 'Thẩm định', rowOf(second, 'Thẩm định', gone), remark)).toBe('xã cũ');
  });
});

describe('the roster', () => {
  test('says who has not sent, who is unknown, and gives the unit class', async () => {
    const listed = truth.communes.slice(2).map(({ commune }) => commune);
    const lines = [
      'Danh sách xã',
      'TT;Tên xã, phường;Mã;Loại đơn vị',
      ...listed.map((name, index) => `${index + 1};${name};${10000 + index};Xã miền núi`),
    ];
    lines.push('98;Xã Vắng Mặt;20001;other', '99;Phường Chưa Gửi;20002;');
    writeFileSync(place('danh sách.csv'), Buffer.from(`\ufeff${lines.join('\r\n')}`, 'utf16le'));
    const whole = await json(district, '--roster', 'danh sách.csv');
    expect(whole.recognition.missing).toEqual(['Xã Vắng Mặt', 'Phường Chưa Gửi']);
    expect(whole.recognition.of).toBe(listed.length + 2);
    const { meets, fails, undetermined, missing, of } = whole.recognition;
    expect(meets + fails + undetermined + missing.length).toBe(of);
    expect(whole.findings.filter((finding) => finding.code === 'missing-commune')).toHaveLength(2);
    const unknown = whole.findings.filter((finding) => finding.code === 'unknown-commune').map((finding) => plain(finding.commune));
    expect(unknown).toContain(plain(truth.communes[0]?.commune ?? ''));
    const ward = whole.communes.find((each) => each.file === truth.communes[5]?.file);
    expect(ward).toMatchObject({ code: expect.stringMatching(/^100\d\d$/) as string });
    const highland = whole.communes.filter((each) => each.unitClass === 'mountain-island-hardship');
    expect(highland.every((each) => each.threshold === 800)).toBe(true);
    expect(highland.length).toBeGreaterThan(10);
  });
});

describe("the district's reference scale", () => {
  test('decides the recommendation; a scale that gains points stands beside the name', async () => {
    const reference = path.join(district, truth.communes[8]?.file ?? '');
    const whole = await json(district, '--rubric', reference, '--out', 'chuẩn.xlsx');
    expect(whole.reference).toMatchObject({ source: 'given' });
    const usual = whole.communes.find((each) => each.file === truth.communes[9]?.file);
    expect(usual).toMatchObject({ referencePoints: usual?.points, rubricDifferences: [] });
    const generous = whole.communes.find((each) => each.file === truth.generous.file);
    expect(generous?.rubricDifferences).toHaveLength(1);
    expect(generous?.rubricDifferences?.[0]?.change).toBeGreaterThan(0);
    expect(generous?.referencePoints).toBe((generous?.points ?? 0) - (generous?.rubricDifferences?.[0]?.change ?? 0));
    const said = sheet(book('chuẩn.xlsx'), 'Đề nghị công nhận').cells.map((cell) => String(cell.value));
    expect(said.filter((text) => text.startsWith('Thang riêng có lợi'))).toHaveLength(1);
  });
});

describe('a province', () => {
  test('takes district books as they are, marks them, and counts a workbook before a row', async () => {
    const province = path.join(folder, 'tỉnh');
    mkdirSync(province);
    const own = truth.communes.slice(20, 30);
    expect((await consolidate(...own.map(({ file }) => path.join(district, file)), '--out', 'tỉnh/huyện A.xlsx')).status).toBe(0);
    const one = truth.communes[21] as Planted;
    writeFileSync(path.join(province, 'của xã.xlsx'), readFileSync(path.join(district, one.file)));
    const whole = await json('tỉnh', '--out', 'sổ tỉnh.xlsx');
    expect(whole.communes).toHaveLength(10);
    expect(whole.findings.filter((finding) => finding.code === 'altered-summary')).toEqual([]);
    for (const planted of own) {
      const row = whole.communes.find((each) => plain(each.commune) === plain(planted.commune));
      expect(row?.points).toBe(planted.points);
      if (planted === one) expect(row).toMatchObject({ file: 'của xã.xlsx' });
      else expect(row?.fromBook).toMatchObject({ file: 'huyện A.xlsx', verified: true });
    }
    expect(whole.findings.filter((finding) => finding.code === 'duplicate-commune')).toEqual([]);
  });

  test('a row changed after the district made its book is a finding, and so is its difference from the workbook', async () => {
    const made = book('tỉnh/huyện A.xlsx');
    const one = truth.communes[21] as Planted;
    const row = rowOf(made, 'Tổng hợp', one.commune);
    const column = columnOf(made, 'Tổng hợp', 'Tổng điểm tính được');
    const edited: Workbook = {
      ...made,
      sheets: made.sheets.map((each) => ({
        ...each,
        cells: each.cells.map((cell) =>
          each.name === 'Tổng hợp' && cell.row === row && cell.column === column ? { ...cell, value: 999 } : cell,
        ),
      })),
    };
    writeFileSync(place('tỉnh/huyện A.xlsx'), workbookBytes(edited));
    const whole = await json('tỉnh');
    expect(whole.findings.filter((finding) => finding.code === 'altered-summary')).toHaveLength(1);
    const differences = whole.findings.filter((finding) => finding.code === 'duplicate-commune');
    expect(differences).toHaveLength(1);
    expect(differences[0]?.message).toContain('999');
    expect(whole.communes.find((each) => plain(each.commune) === plain(one.commune))?.points).toBe(one.points);
  });
});

describe('the command line', () => {
  test('--ndjson streams one assessment a line, for every commune', async () => {
    const { status, output } = await consolidate(path.join(root, 'tests/samples/templates'), '--ndjson');
    expect(status).toBe(0);
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { schema: string; file: string });
    expect(lines.every((line) => line.schema === 'assessment/1')).toBe(true);
    // Nine workbooks of one commune, one of three.
    expect(lines).toHaveLength(12);
    expect(lines.filter((line) => line.file.startsWith('10-'))).toHaveLength(3);
  });

  test.each([
    [[]],
    [['các xã']],
    [['không có', '--out', 'a.xlsx']],
    [['các xã', '--out', 'a.xls']],
    [['các xã', '--out', 'a.xlsx', '--json', '--ndjson']],
    [['các xã', '--out', 'a.xlsx', '--lạ']],
    [['các xã', '--out', 'thiếu/a.xlsx']],
    [['các xã', '--out', 'a.xlsx', '--roster', 'không có.csv']],
  ])('bad arguments are status 2, one line, and nothing is written: %j', async (words) => {
    const { status, output, errors } = await consolidate(...words);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(existsSync(place('a.xlsx'))).toBe(false);
  });

  test('a file that is no district book of ours is never written over', async () => {
    const file = truth.communes[3]?.file ?? '';
    writeFileSync(place('khác.xlsx'), readFileSync(path.join(district, file)));
    const before = readFileSync(place('khác.xlsx'));
    expect((await consolidate('các xã', '--out', 'khác.xlsx')).status).toBe(2);
    expect(readFileSync(place('khác.xlsx')).equals(before)).toBe(true);
  });

  test('killed half-way it leaves no half-written book', async () => {
    const out = place('bị dừng.xlsx');
    const child = spawn(process.execPath, [path.join(root, 'tools/run.mjs'), 'consolidate', district, '--out', out], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await new Promise((resolve) => child.stderr.once('data', resolve));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(readdirSync(folder).filter((name) => name.includes('bị dừng'))).toEqual([]);
  });
});
