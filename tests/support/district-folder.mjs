// Writes a district's folder of workbooks for the tests of the consolidation: node tests/support/district-folder.mjs FOLDER. Prints what was planted, as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import XLSX from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fillWorkbook, makeTemplate } from '../bench/workbooks.mjs';

const folder = process.argv[2];
mkdirSync(path.join(folder, 'cụm 2'), { recursive: true });
const year = 2024;
const base = { ...makeTemplate(11), year, selfFirst: false };
const layouts = ['table', 'joined', 'fractions', 'bands-in-rows'];
const template = (layout) => ({ ...base, layout });
const nameOf = (made) => made.file.replace(/ \d{4}\.xlsx$/, '');
const total = (made) => Object.values(made.points).reduce((sum, points) => sum + points, 0);

/** The same workbook with another text wherever one stood. */
function renamed(bytes, from, to) {
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts))
    if (name.endsWith('.xml'))
      parts[name] = strToU8(strFromU8(parts[name]).split(from).join(to).split(from.toUpperCase()).join(to.toUpperCase()));
  return zipSync(parts);
}

const key = (name) =>
  name
    .replace(/^(xã|phường|thị trấn) /i, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
const taken = new Set();
let seed = 400;
/** The next workbook whose commune's name no other one has, with or without accents. */
function next(shape) {
  for (;;) {
    seed += 1;
    const made = fillWorkbook(shape, seed);
    if (taken.has(key(nameOf(made)))) continue;
    taken.add(key(nameOf(made)));
    return { ...made, seed };
  }
}

const communes = [];
const write = (file, bytes) => writeFileSync(path.join(folder, file), bytes);
const add = (made, file = `${nameOf(made)}.xlsx`, bytes = made.bytes) => {
  write(file, bytes);
  communes.push({ commune: nameOf(made), file, points: total(made) });
  return { commune: nameOf(made), file, points: total(made) };
};

const made = [];
for (let index = 0; index < 48; index += 1) {
  const one = next(template(layouts[index % layouts.length]));
  made.push(one);
  add(one, `${index % 3 === 0 ? 'cụm 2/' : ''}${nameOf(one)}.xlsx`);
}
for (const [ending, bookType] of [
  ['.xls', 'biff8'],
  ['.ods', 'ods'],
]) {
  for (let index = 0; index < 3; index += 1) {
    const one = next(template('table'));
    add(one, `${nameOf(one)}${ending}`, XLSX.write(XLSX.read(one.bytes, { type: 'array' }), { type: 'buffer', bookType }));
  }
}

// A scale of its own that gives more points for the same rate.
const generous = structuredClone(template('table'));
const eased = generous.groups[9].items[0];
eased.scale = eased.scale.replace(/\d+([.,]\d+)?(?=\s*%)/g, (limit) => String(Number(limit.replace(',', '.')) - 30).replace('.', ','));
const generousCommune = add(next(generous));

// One rate that lies far from all others'.
const strange = structuredClone(template('fractions'));
const [far] = strange.groups[9].items;
Object.assign(far, { kind: 'low', limits: [40] });
const outlier = { ...add(next(strange)), item: far.number };

// The same figures under another commune's name.
const original = made[4];
const copyName = 'Xã Chép Lại';
write('Xã Chép Lại.xlsx', renamed(original.bytes, nameOf(original), copyName));
communes.push({ commune: copyName, file: 'Xã Chép Lại.xlsx', points: total(original) });
const copied = [nameOf(original), copyName];

// Everything at 100 %.
const whole = structuredClone(template('table'));
for (const group of whole.groups)
  for (const item of group.items) if (item.kind === 'high') Object.assign(item, { limits: [item.limits[0], 5000] });
const perfect = add(next(whole));

// Another year.
const other = add(next({ ...template('table'), year: 2022 }));

// The same bytes twice; the same commune twice with other figures.
write('bản sao.xlsx', made[0].bytes);
const twice = fillWorkbook(template('fractions'), 99001);
const again = renamed(twice.bytes, nameOf(twice), nameOf(made[1]));
write('gửi lại lần 2.xlsx', again);

// A name with its tone elsewhere and in capitals is the same name.
const tone = fillWorkbook(template('table'), 99017);
write('Xã Hòa Thủy.xlsx', renamed(tone.bytes, nameOf(tone), 'Xã Hòa Thủy'));
const toneAgain = fillWorkbook(template('joined'), 99023);
write('hoà thuỷ.xlsx', renamed(toneAgain.bytes, nameOf(toneAgain), 'Xã Hoà Thuỷ'));

// What is no workbook, and what must never be read.
write('hỏng.xlsx', made[2].bytes.slice(0, 5000));
write('rỗng.xlsx', new Uint8Array(0));
write('giấy tờ.pdf', strToU8('%PDF-1.4\n'));
write('~$đang mở.xlsx', made[3].bytes);
write('.ẩn.xlsx', made[3].bytes);
write('đọc tôi.txt', strToU8('không phải bảng tính'));
const plain = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(
  plain,
  XLSX.utils.aoa_to_sheet([
    ['STT', 'Họ tên', 'Lương'],
    [1, '=HYPERLINK("http://x")', 100],
  ]),
  'Lương',
);
write('lương.xlsx', XLSX.write(plain, { type: 'buffer', bookType: 'xlsx' }));

process.stdout.write(
  JSON.stringify({
    communes,
    generous: generousCommune,
    outlier,
    copied,
    perfect,
    other,
    sameBytes: ['bản sao.xlsx', communes[0].file],
    twice: { commune: nameOf(made[1]), file: communes[1].file },
  }),
);
