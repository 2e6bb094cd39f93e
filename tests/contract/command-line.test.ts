import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { read as readSheetJs, write as writeSheetJs } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Assessment } from '../../core/assessment';
import { isOwnSheet } from '../../core/summary/verify';
import { formatAddress } from '../../core/workbook/references';
import { readXlsx } from '../../core/xlsx/read';
import type { main as runMain } from '../../standalone/command-line/main';

const root = path.resolve(__dirname, '../..');
const sample = (name: string) => path.join(root, 'tests/samples/templates', name);
const clean = sample('01-bang-tu-cham-diem-xa-lam-son.xlsx');
const faulty = sample('04-tu-cham-xa-van-thuy.xlsx');
const manySheets = sample('10-tong-hop-huyen-chi-lang.xlsx');

let folder = '';
let main: typeof runMain;

beforeAll(() => {
  const built = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs')], { encoding: 'utf8' });
  expect(built.stderr).toBe('');
  main = (jest.requireActual(path.join(root, 'dist/command-line.js')) as { main: typeof runMain }).main;
});
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'command-line-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `score` in the test's own folder. */
function score(...words: string[]) {
  let [output, errors] = ['', ''];
  const streams = {
    output: (text: string) => void (output += text),
    errors: (text: string) => void (errors += text),
    colours: false,
    columns: undefined,
  };
  const status = main(['score', ...words], folder, streams);
  return { status, output, errors };
}

const place = (name: string) => path.join(folder, name);
const assessment = (output: string) => JSON.parse(output) as Assessment;
const sheetNames = (file: string) => readXlsx(readFileSync(file)).sheets.map((sheet) => sheet.name);
const ownSheets = (file: string) => readXlsx(readFileSync(file)).sheets.filter(isOwnSheet);

/** A copy of a sample with one part of its package changed. */
function changed(name: string, part: string, change: (text: string) => string): string {
  const parts = unzipSync(readFileSync(clean));
  parts[part] = strToU8(change(strFromU8(parts[part] ?? new Uint8Array())));
  writeFileSync(place(name), zipSync(parts));
  return place(name);
}

describe('what is printed', () => {
  test('--json is one assessment and nothing else', () => {
    const { status, output, errors } = score(clean, '--json');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(assessment(output)).toMatchObject({
      schema: 'assessment/1',
      workbook: { file: path.basename(clean), year: 2024 },
      standard: { id: '06/2019/QĐ-TTg' },
    });
  });

  test('without it a report that a person reads: unit, verdict, every finding with its cell', () => {
    const { status, output } = score(faulty);
    const { findings } = assessment(score(faulty, '--json').output);
    expect(status).toBe(0);
    expect(output).toContain('Vân Thủy');
    expect(output).toContain('Kết luận:');
    expect(findings.length).toBeGreaterThan(0);
    for (const { cell } of findings) expect(output).toContain(cell ?? 'Cả bảng');
    expect(output).not.toMatch(/\u001b|undefined|\[object|NaN/);
  });

  test('--help explains the options', () => {
    expect(score('--help')).toMatchObject({ status: 0, errors: '' });
    expect(score('--help').output).toContain('--unit-class');
  });
});

describe('options', () => {
  test('--sheet takes one commune of several', () => {
    const [first = '', second = ''] = sheetNames(manySheets);
    expect(assessment(score(manySheets, '--json').output).template.status).toBe('needs-confirmation');
    for (const name of [first, second]) {
      const { criteria } = assessment(score(manySheets, '--json', '--sheet', name).output);
      expect(criteria.length).toBeGreaterThan(0);
      for (const item of criteria.flatMap((criterion) => criterion.items))
        expect(item.cells.rubric ?? item.cells.observation).toContain(`'${name}'!`);
    }
  });

  test('--unit-class and --year win over the workbook and are recorded', () => {
    const { workbook, total, confirmed } = assessment(score(clean, '--json', '--unit-class', 'Xã miền núi', '--year', '2023').output);
    expect(workbook).toMatchObject({ unitClass: 'mountain-island-hardship', year: 2023 });
    expect(total.threshold).toBe(800);
    expect(confirmed.map(({ code, source }) => [code, source])).toEqual(
      expect.arrayContaining([
        ['unit-class', 'option'],
        ['year', 'option'],
      ]),
    );
  });

  test('--mapping and --rubric are read from files, relative to where the user stands', () => {
    copyFileSync(clean, place('bảng.xlsx'));
    const { template } = assessment(score('bảng.xlsx', '--json').output);
    writeFileSync(place('m.json'), JSON.stringify(template.mapping));
    const again = assessment(score('bảng.xlsx', '--json', '--mapping', 'm.json', '--rubric', 'bảng.xlsx').output);
    expect(again.total).toEqual(assessment(score('bảng.xlsx', '--json').output).total);
  });
});

describe('refusals', () => {
  const refused = (status: number, ...words: string[]) => {
    const before = readdirSync(folder);
    const result = score(...words);
    expect({ words, status: result.status, output: result.output }).toEqual({ words, status, output: '' });
    expect(result.errors).toMatch(/^\S.*\n$/);
    expect(result.errors).not.toMatch(/\bat .+:\d+/);
    expect(readdirSync(folder)).toEqual(before);
    return result.errors;
  };

  test('bad arguments: status 2, one line, nothing written', () => {
    refused(2);
    refused(2, clean, '--no-such-option');
    refused(2, clean, faulty);
    refused(2, clean, '--year', 'abc');
    refused(2, clean, '--unit-class', 'xã đẹp');
    expect(refused(2, clean, '--sheet', 'Không có')).toContain('các trang');
    refused(2, clean, '--mapping', 'none.json', '--out', 'a.xlsx');
    writeFileSync(place('m.json'), '{"columns": {}}');
    refused(2, clean, '--mapping', 'm.json', '--out', 'a.xlsx');
    writeFileSync(place('m.json'), '{"tables": [{"sheet": "Không có"}]}');
    expect(refused(2, clean, '--mapping', 'm.json', '--out', 'a.xlsx')).toMatch(/tables\.0\.sheet.*“Không có”; các trang: “/);
  });

  test('files that cannot be read: status 3, one line that says why', () => {
    writeFileSync(place('empty.xlsx'), '');
    writeFileSync(place('text.xlsx'), 'TT,Tiêu chí\n1,a\n');
    writeFileSync(place('half.xlsx'), readFileSync(clean).subarray(0, 5000));
    mkdirSync(place('folder.xlsx'));
    for (const name of ['none.xlsx', 'empty.xlsx', 'text.xlsx', 'half.xlsx', 'folder.xlsx']) {
      expect(refused(3, name, '--json')).toContain(name);
      refused(3, name, '--out', 'a.xlsx');
      expect(refused(3, clean, '--rubric', name)).toContain(name);
    }
  });

  test('an unknown job', () => {
    const errors: string[] = [];
    expect(
      main(['chấm'], folder, { output: () => undefined, errors: (text) => void errors.push(text), colours: false, columns: undefined }),
    ).toBe(2);
    expect(errors.join('')).toContain('score');
  });
});

describe('--out', () => {
  test('writes a copy with our sheet; the input and the folder stay as they were', () => {
    copyFileSync(faulty, place('a.xlsx'));
    const before = readFileSync(place('a.xlsx'));
    const { status, output } = score('a.xlsx', '--out', 'b.xlsx');
    expect(status).toBe(0);
    expect(output).toContain('b.xlsx');
    expect(readFileSync(place('a.xlsx')).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'b.xlsx']);
    expect(ownSheets(place('b.xlsx'))).toHaveLength(1);
    expect(sheetNames(place('b.xlsx'))).toEqual(expect.arrayContaining(sheetNames(faulty)));
  });

  test('writes its own copy anew, with or without the list of findings', () => {
    expect(score(faulty, '--out', 'b.xlsx').status).toBe(0);
    expect(score(faulty, '--out', 'b.xlsx', '--findings-sheet').status).toBe(0);
    expect(ownSheets(place('b.xlsx'))).toHaveLength(2);
    expect(score(faulty, '--out', 'b.xlsx').status).toBe(0);
    expect(ownSheets(place('b.xlsx'))).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['b.xlsx']);
  });

  test('keeps what was written by hand into the copy that it writes anew', () => {
    expect(score(faulty, '--out', 'b.xlsx').status).toBe(0);
    const book = readSheetJs(readFileSync(place('b.xlsx')));
    const name = ownSheets(place('b.xlsx'))[0]?.name ?? '';
    const cells = Object.values(book.Sheets[name] ?? {}) as { t?: string; v?: unknown; h?: string; w?: string; r?: string }[];
    const number = cells.find((cell) => typeof cell.v === 'string' && cell.v.startsWith('Số: '));
    for (const key of ['h', 'w', 'r'] as const) delete number?.[key];
    Object.assign(number ?? {}, { t: 's', v: 'Số: 12/BC-UBND' });
    writeFileSync(place('b.xlsx'), writeSheetJs(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect(score(faulty, '--out', 'b.xlsx').status).toBe(0);
    expect(ownSheets(place('b.xlsx'))[0]?.cells.map((cell) => cell.value)).toContain('Số: 12/BC-UBND');
  });

  test.each(['a.xlsx', './a.xlsx', 'symbolic.xlsx', 'hard.xlsx'])('is never the input, whatever it is called: %s', (out) => {
    copyFileSync(clean, place('a.xlsx'));
    symlinkSync('a.xlsx', place('symbolic.xlsx'));
    linkSync(place('a.xlsx'), place('hard.xlsx'));
    expect(score('a.xlsx', '--out', out)).toMatchObject({ status: 2, output: '' });
    expect(readFileSync(place('a.xlsx')).equals(readFileSync(clean))).toBe(true);
  });

  test('never overwrites a file that is not our copy of this input', () => {
    const stamped = score(faulty, '--out', 'stamped-other.xlsx');
    expect(stamped.status).toBe(0);
    writeFileSync(place('notes.xlsx'), 'no workbook');
    copyFileSync(manySheets, place('other.xlsx'));
    for (const name of ['notes.xlsx', 'other.xlsx', 'stamped-other.xlsx']) {
      const before = readFileSync(place(name));
      expect(score(clean, '--out', name)).toMatchObject({ status: 2, output: '' });
      expect(readFileSync(place(name)).equals(before)).toBe(true);
    }
  });

  /** Changes one cell of a written copy as another spreadsheet program would. */
  function correct(file: string, sheet: string, address: string, value: string | number): void {
    const book = readSheetJs(readFileSync(place(file)));
    book.Sheets[sheet]![address] = typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value };
    writeFileSync(place(file), writeSheetJs(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  }

  test('never overwrites the copy of another commune’s workbook of the same form', () => {
    const workbook = readXlsx(readFileSync(clean));
    const sheet = workbook.sheets[0]!;
    const title = sheet.cells.find((cell) => typeof cell.value === 'string' && /lam sơn/i.test(cell.value))!;
    const address = formatAddress(title.row, title.column);
    copyFileSync(clean, place('lam-son.xlsx'));
    copyFileSync(clean, place('tan-lap.xlsx'));
    correct('tan-lap.xlsx', sheet.name, address, String(title.value).replace(/lam sơn/i, 'Tân Lập'));
    expect(score('lam-son.xlsx', '--out', 'kq.xlsx').status).toBe(0);
    const before = readFileSync(place('kq.xlsx'));
    const { status, errors, output } = score('tan-lap.xlsx', '--out', 'kq.xlsx');
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain('bảng tính khác');
    expect(errors).toContain(`${sheet.name}'!${address}`);
    expect(errors).toContain('đặt tên khác');
    expect(readFileSync(place('kq.xlsx')).equals(before)).toBe(true);
  });

  test('never loses what was corrected in the copy; a copy merely saved again is written anew', () => {
    const sheet = readXlsx(readFileSync(clean)).sheets[0]!;
    const cell = [...sheet.cells].reverse().find((one) => typeof one.value === 'number' && one.formula === undefined)!;
    const address = formatAddress(cell.row, cell.column);
    expect(score(clean, '--out', 'kq.xlsx').status).toBe(0);
    correct('kq.xlsx', sheet.name, address, cell.value as number);
    expect(score(clean, '--out', 'kq.xlsx').status).toBe(0);
    correct('kq.xlsx', sheet.name, address, 12345);
    const before = readFileSync(place('kq.xlsx'));
    const { status, errors } = score(clean, '--out', 'kq.xlsx');
    expect(status).toBe(2);
    expect(errors).toContain(`${sheet.name}'!${address}`);
    expect(errors).toContain('“12345”');
    expect(errors).toContain('chấm chính bản sao');
    expect(readFileSync(place('kq.xlsx')).equals(before)).toBe(true);
  });

  test('a new workbook with our sheet alone is not overwritten by another commune’s either', () => {
    const old = (name: string, file: string) =>
      writeFileSync(place(name), writeSheetJs(readSheetJs(readFileSync(file)), { type: 'buffer', bookType: 'biff8' }) as Buffer);
    old('a.xls', clean);
    old('b.xls', faulty);
    expect(score('a.xls', '--out', 'kq.xlsx').status).toBe(0);
    expect(score('a.xls', '--out', 'kq.xlsx').status).toBe(0);
    const before = readFileSync(place('kq.xlsx'));
    const { status, errors } = score('b.xls', '--out', 'kq.xlsx');
    expect(status).toBe(2);
    expect(errors).toContain('bảng tính khác');
    expect(readFileSync(place('kq.xlsx')).equals(before)).toBe(true);
  });

  test.each(['b.xlsm', 'b.xls', 'b', 'b.csv', 'none/b.xlsx'])('%s is refused for an .xlsx', (out) => {
    expect(score(clean, '--out', out)).toMatchObject({ status: 2, output: '' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('keeps the kind of a workbook with macros', () => {
    const macros = changed('m.xlsm', '[Content_Types].xml', (text) =>
      text.replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
    );
    expect(score(macros, '--out', 'b.xlsx').status).toBe(2);
    expect(score(macros, '--out', 'b.xlsm').status).toBe(0);
    expect(strFromU8(unzipSync(readFileSync(place('b.xlsm')))['[Content_Types].xml']!)).toContain('macroEnabled.main');
  });

  test.each([
    [
      'a locked structure',
      'khóa',
      () =>
        changed('l.xlsx', 'xl/workbook.xml', (text) => text.replace(/(<bookViews|<sheets)/, '<workbookProtection lockStructure="1"/>$1')),
    ],
    [
      'a digital signature',
      'chữ ký số',
      () => changed('s.xlsx', '_xmlsignatures/sig1.xml', () => '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'),
    ],
    [
      'an old .xls',
      '.xls',
      () => (
        writeFileSync(place('o.xls'), writeSheetJs(readSheetJs(readFileSync(clean)), { type: 'buffer', bookType: 'biff8' }) as Buffer),
        place('o.xls')
      ),
    ],
  ])('%s gets a new workbook with our sheet alone, and one line says why', (_name, why, make) => {
    const file = make();
    const plain = score(file, '--out', 'b.xlsx');
    expect(plain.status).toBe(0);
    expect(plain.output.replace(/\s+/g, ' ')).toContain(why);
    expect(plain.output).not.toContain('bấm vào được');
    expect(readXlsx(readFileSync(place('b.xlsx'))).sheets.map(isOwnSheet)).toEqual([true]);
    const json = score(file, '--json', '--out', 'b.xlsx');
    expect(json.status).toBe(0);
    expect(json.errors).toMatch(/^[^\n]+\n$/);
    expect(assessment(json.output).criteria.length).toBeGreaterThan(0);
  });
});

test('through npm, from another folder: relative paths are resolved from where the user stands', () => {
  mkdirSync(place('hồ sơ'));
  copyFileSync(clean, place('hồ sơ/bảng tính.xlsx'));
  const { status, stdout } = spawnSync(
    'npm',
    ['--prefix', root, 'run', '--silent', 'score', '--', 'bảng tính.xlsx', '--json', '--out', 'ra.xlsx'],
    {
      cwd: place('hồ sơ'),
      encoding: 'utf8',
    },
  );
  expect(status).toBe(0);
  expect(assessment(stdout).workbook.file).toBe('bảng tính.xlsx'.normalize('NFC'));
  expect(existsSync(place('hồ sơ/ra.xlsx'))).toBe(true);
});
