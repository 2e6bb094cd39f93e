// Invents scoring workbooks: templates that differ in layout, wording and scale, and communes that fill them in. The same seeds give the same bytes.
import { classes, criteria, indicators, names, papers } from './indicators.mjs';
import { address, looks, packWorkbook } from './package.mjs';
import { seeded } from './random.mjs';

const comma = (value) => String(value).replace('.', ',');
const headings = {
  number: ['TT', 'STT', 'Số TT'],
  name: ['Nội dung tiêu chí', 'Tên gọi của tiêu chí', 'Tiêu chí, chỉ tiêu', 'Nội dung đánh giá'],
  scale: ['Cách tính và thang điểm', 'Thang điểm', 'Cách tính điểm', 'Cách chấm và thang điểm'],
  maximum: ['Số điểm tối đa', 'Điểm tối đa', 'Điểm chuẩn'],
  result: ['Kết quả', 'Kết quả thực hiện', 'Kết quả đạt được', 'Số liệu thực hiện'],
  self: ['Điểm tự chấm', 'Điểm tự đánh giá', 'Điểm xã tự chấm'],
  evidence: ['Minh chứng', 'Tài liệu kiểm chứng', 'Hồ sơ minh chứng'],
};
const layouts = ['table', 'joined', 'fractions', 'bands-in-rows'];
const titles = ['BẢNG TỰ CHẤM ĐIỂM TIÊU CHUẨN', 'BẢNG CHẤM ĐIỂM', 'KẾT QUẢ TỰ ĐÁNH GIÁ TIÊU CHUẨN', 'BIỂU TỰ CHẤM ĐIỂM'];

/** The words of a scale's bands, best first: `[condition, points]`. */
function bandWords(item, style) {
  const unit = item.kind === 'high' || item.kind === 'low' ? '%' : ` ${item.unit}`;
  const limits = item.limits;
  const from = style.symbols ? '≥ ' : 'Từ ';
  const under = style.symbols ? '< ' : style.capital ? 'Dưới ' : 'dưới ';
  const above = style.symbols ? '' : ' trở lên';
  const between = (low, high) => (style.symbols ? `${comma(low)}% - < ${comma(high)}%` : `Từ ${comma(low)}% đến dưới ${comma(high)}%`);
  if (item.kind === 'yes')
    return [style.short ? 'Có' : 'Có bố trí', style.short ? 'Không' : 'Không bố trí'].map((words, index) => [words, item.points[index]]);
  if (item.kind === 'none')
    return [
      [`Không có${unit}`, item.points[0]],
      [`Có từ 01${unit} trở lên`, 0],
    ];
  if (item.kind === 'each') return null;
  const middle = limits
    .slice(1)
    .map((limit, index) => (item.kind === 'high' ? between(limit, limits[index]) : between(limits[index], limit)));
  const [first, last] = [limits[0], limits[limits.length - 1]];
  const words =
    item.kind === 'high'
      ? [first === 100 ? (style.symbols ? '100%' : 'Đạt 100%') : `${from}${comma(first)}%${above}`, ...middle, `${under}${comma(last)}%`]
      : [`${under}${comma(first)}%`, ...middle, `${from}${comma(last)}%${above}`];
  return words.map((word, index) => [word, item.points[index]]);
}

function scaleText(item, style) {
  if (item.kind === 'each')
    return style.short
      ? `Mỗi ${item.unit} ${item.per} điểm, tối đa ${item.points[0]} điểm`
      : `Mỗi ${item.unit} được ${item.per} điểm, tối đa không quá ${item.points[0]} điểm`;
  const lines = bandWords(item, style).map(([words, points]) => {
    if (style.frame === 'parentheses') return `${words} (${points} điểm)`;
    if (style.frame === 'short') return `${words}: ${points} đ`;
    return `- ${words}: ${points} điểm`;
  });
  return `${lines.join(';\n')}${style.frame === 'dashes' ? '.' : ''}`;
}

/** A template: its layout, headings and scale are drawn from the seed. */
export function makeTemplate(seed) {
  const random = seeded(seed * 7919 + 17);
  const layout = layouts[seed % layouts.length];
  const style = {
    symbols: random.below(3) === 0,
    short: random.below(2) === 0,
    capital: true,
    frame: random.pick(['parentheses', 'short', 'dashes']),
  };
  const groups = indicators.map((items, criterion) => ({
    number: criterion + 1,
    name: criteria[criterion],
    items: items.map((item, index) => {
      // Limits move a little, so that templates have scales of their own; the known facts of the Decision stay as they are.
      const moved =
        item.limits === undefined || criterion === 5 || criterion === 6
          ? item.limits
          : item.limits.map((limit, place) => (place === 0 ? limit : limit + random.between(-1, 1) / (limit < 10 ? 4 : 1)));
      const drawn = { ...item, number: `${criterion + 1}.${index + 1}`, label: random.pick(item.labels), limits: moved };
      return { ...drawn, scale: scaleText(drawn, style), bands: bandWords(drawn, style) };
    }),
  }));
  const pick = Object.keys(headings).reduce((all, key) => ({ ...all, [key]: random.pick(headings[key]) }), {});
  const selfFirst = layout !== 'bands-in-rows' && random.below(2) === 0;
  return {
    layout,
    style,
    groups,
    headings: pick,
    title: random.pick(titles),
    selfFirst,
    district: `${random.pick(names.first)} ${random.pick(names.second)}`,
    year: random.between(2021, 2024),
    percentAsNumber: random.below(2) === 0,
  };
}

/** What a commune of a size (1: the usual) reports for an item, and the points that it is worth. */
function report(item, size, random) {
  if (item.kind === 'yes') {
    const fulfilled = random.below(12) !== 0;
    return { answer: fulfilled ? 'Có' : 'Không', points: item.points[fulfilled ? 0 : 1] };
  }
  if (item.kind === 'none') {
    const count = random.below(6) === 0 ? random.between(1, 3) : 0;
    return { count, points: item.points[count === 0 ? 0 : 1] };
  }
  if (item.kind === 'each') {
    const count = random.between(1, 6);
    return { count, points: Math.min(count * item.per, item.points[0]) };
  }
  const denominator = Math.max(1, Math.round(item.whole * size));
  const best = Math.max(random.next(), random.next());
  const last = item.limits[item.limits.length - 1] / 100;
  const share = item.kind === 'high' ? last + best * (1.02 - last) : (1 - best) * last * 1.1;
  const numerator = Math.min(denominator, Math.round(denominator * share));
  const clears = item.limits.map((limit) =>
    item.kind === 'high' ? numerator * 100 >= limit * denominator : numerator * 100 < limit * denominator,
  );
  const reached = clears.indexOf(true);
  return { numerator, denominator, points: reached < 0 ? item.points[item.points.length - 1] : item.points[reached] };
}

const percentText = (numerator, denominator, places) => comma(Number(((numerator * 100) / denominator).toFixed(places)));

function resultText(item, seen, random) {
  if (seen.answer !== undefined) return seen.answer;
  if (seen.count !== undefined)
    return seen.count === 0 && item.kind === 'none'
      ? random.pick(['Không có', `0 ${item.unit}`, 'không'])
      : `${String(seen.count).padStart(2, '0')} ${item.unit}`;
  const { numerator, denominator } = seen;
  return random.pick([
    `${percentText(numerator, denominator, 2)}% (${numerator}/${denominator})`,
    `${numerator}/${denominator} đạt ${percentText(numerator, denominator, 2)}%`,
    `Đạt ${percentText(numerator, denominator, 1)}% (${numerator}/${denominator} ${item.whole > 20 ? 'trẻ' : 'vụ việc'})`,
    `${numerator}/${denominator}`,
  ]);
}

/** A commune's workbook: its bytes, and the points of each item by number. */
export function fillWorkbook(template, seed) {
  const random = seeded(seed * 104729 + 5);
  const [prefix, unitClass] = random.pick(classes);
  const size = 0.6 + random.next() * 0.8;
  const commune = `${prefix} ${random.pick(names.first)} ${random.pick(names.second)}`;
  const data = { name: 'Số liệu', cells: [], merges: [], tableTop: 3 };
  const table = { name: 'Chấm điểm', cells: [], merges: [], tableTop: 8 };
  const guide = { name: 'Hướng dẫn', cells: [], merges: [[0, 0, 0, 5]], tableTop: 99 };
  const put = (sheet, row, column, value, more = {}) => sheet.cells.push({ row, column, value, ...more });

  put(data, 0, 0, `SỐ LIỆU PHỤC VỤ CHẤM ĐIỂM ${commune.toUpperCase()} NĂM ${template.year}`, { look: looks.title });
  data.merges.push([0, 0, 0, 3]);
  ['TT', 'Chỉ số', 'Đơn vị', `Năm ${template.year}`].forEach((words, column) => put(data, 3, column, words, { look: looks.heading }));
  let dataRow = 4;
  const addFigure = (label, unit, value) => {
    put(data, dataRow, 0, dataRow - 3, { look: looks.points });
    put(data, dataRow, 1, label);
    put(data, dataRow, 2, unit);
    put(data, dataRow, 3, value, { look: looks.number });
    dataRow += 1;
    return `'Số liệu'!D${dataRow}`;
  };

  put(table, 0, 0, 'ỦY BAN NHÂN DÂN', { look: looks.title });
  put(table, 0, 3, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { look: looks.title });
  put(table, 1, 0, commune.toUpperCase(), { look: looks.title });
  put(table, 1, 3, 'Độc lập - Tự do - Hạnh phúc', { look: looks.title });
  put(table, 4, 0, `${template.title} ${commune.toUpperCase()} PHÙ HỢP VỚI TRẺ EM NĂM ${template.year}`, { look: looks.title });
  put(table, 5, 0, '(Theo Quyết định số 06/2019/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ)', { look: looks.note });
  put(table, 6, 0, unitClass, { look: looks.note });
  const fractions = template.layout === 'fractions';
  const roles = [
    'number',
    'name',
    ...(template.layout === 'bands-in-rows' ? [] : ['scale']),
    'maximum',
    ...(template.selfFirst ? ['self'] : []),
  ];
  const own = { numerator: 'Tử số', denominator: 'Mẫu số', rate: 'Kết quả (tỷ lệ %, số lượng)' };
  if (template.layout === 'bands-in-rows') roles.push('bandPoints');
  roles.push(...(fractions ? ['numerator', 'denominator', 'rate'] : ['result']), ...(template.selfFirst ? [] : ['self']), 'evidence');
  const place = roles.reduce((all, role, column) => ({ ...all, [role]: column }), {});
  roles.forEach((role, column) =>
    put(table, 8, column, role === 'bandPoints' ? 'Thang điểm' : (own[role] ?? template.headings[role]), { look: looks.heading }),
  );
  for (const row of [4, 5, 6]) table.merges.push([row, 0, row, roles.length - 1]);
  for (const row of [0, 1]) table.merges.push([row, 0, row, 2], [row, 3, row, roles.length - 1]);

  const points = {};
  let row = 9;
  const totals = [];
  const paper = () =>
    `${random.pick(papers)} ${random.between(1, 180)}/${random.pick(['QĐ', 'KH', 'BC', 'CV'])}-UBND ngày ${random.between(1, 28)}/${random.between(1, 12)}/${template.year}`;
  for (const group of template.groups) {
    const head = row;
    row += 1;
    let most = 0;
    let reached = 0;
    for (const item of group.items) {
      const seen = report(item, size, random);
      points[item.number] = seen.points;
      most += item.points[0];
      put(table, row, place.number, item.number, { look: looks.points });
      put(table, row, place.name, item.label);
      put(table, row, place.maximum, item.points[0], { look: looks.points });
      if (place.scale !== undefined) put(table, row, place.scale, item.scale);
      const rate = seen.denominator === undefined ? null : seen.numerator / seen.denominator;
      const topic = item.label.replace(/^Tỷ lệ/, 'Số');
      const numeratorCell =
        rate === null
          ? seen.count === undefined
            ? null
            : addFigure(item.label, item.unit, seen.count)
          : addFigure(topic, 'trẻ em', seen.numerator);
      const denominatorCell = rate === null ? null : addFigure(item.group, 'trẻ em', seen.denominator);
      if (fractions) {
        if (rate === null) put(table, row, place.rate, seen.answer ?? seen.count);
        else {
          put(table, row, place.numerator, seen.numerator, { look: looks.number });
          put(table, row, place.denominator, seen.denominator, { look: looks.number });
          const cells = `${address(row, place.numerator)}/${address(row, place.denominator)}`;
          if (template.percentAsNumber) put(table, row, place.rate, Math.round(rate * 10000) / 100, { formula: `ROUND(${cells}*100,2)` });
          else put(table, row, place.rate, rate, { formula: cells, look: looks.percent });
        }
      } else if (template.layout === 'joined' && seen.answer === undefined) {
        if (rate === null) put(table, row, place.result, seen.count, { formula: numeratorCell });
        else put(table, row, place.result, rate, { formula: `${numeratorCell}/${denominatorCell}`, look: looks.percent });
      } else put(table, row, place.result, resultText(item, seen, random));
      const claimed = random.below(60) === 0 ? Math.max(0, seen.points - 5) : seen.points;
      reached += claimed;
      if (place.bandPoints === undefined || item.bands === null) {
        put(table, row, place.self, claimed, { look: looks.points });
        if (place.bandPoints !== undefined) put(table, row, place.bandPoints, item.scale);
      }
      if (random.below(25) !== 0) put(table, row, place.evidence, paper());
      row += 1;
      if (place.bandPoints !== undefined && item.bands !== null) {
        let given = false;
        for (const [words, worth] of item.bands) {
          put(table, row, place.name, `- ${words}`);
          put(table, row, place.bandPoints, worth, { look: looks.points });
          if (worth === seen.points && !given) {
            put(table, row, place.self, claimed, { look: looks.points });
            given = true;
          }
          row += 1;
        }
      }
    }
    put(table, head, place.number, group.number, { look: looks.criterion });
    put(table, head, place.name, group.name, { look: looks.criterion });
    put(table, head, place.maximum, most, { look: looks.points });
    put(table, head, place.self, reached, {
      look: looks.points,
      formula: `SUM(${address(head + 1, place.self)}:${address(row - 1, place.self)})`,
    });
    table.merges.push([head, place.name, head, place.name + 1]);
    totals.push([head, most, reached]);
  }
  put(table, row, place.name, 'Tổng cộng', { look: looks.criterion });
  const sum = (role, index) =>
    put(
      table,
      row,
      place[role],
      totals.reduce((all, entry) => all + entry[index], 0),
      { look: looks.points, formula: totals.map(([head]) => address(head, place[role])).join('+') },
    );
  sum('maximum', 1);
  sum('self', 2);
  put(table, row + 2, place.name, 'NGƯỜI LẬP BIỂU', { look: looks.title });
  put(table, row + 2, place.self, 'CHỦ TỊCH', { look: looks.title });
  table.validated = `${address(9, place.self)}:${address(row, place.self)}`;

  put(guide, 0, 0, 'HƯỚNG DẪN NHẬP SỐ LIỆU', { look: looks.title });
  [
    'Nhập số liệu của năm báo cáo vào sheet Số liệu; không sửa các ô có công thức.',
    'Trẻ em là người dưới 16 tuổi; số liệu tính đến hết kỳ báo cáo.',
    'Số liệu phải khớp với sổ sách của các ngành công an, y tế, giáo dục, tư pháp.',
    `Gửi về Ủy ban nhân dân huyện ${template.district} trước ngày 15/12/${template.year}.`,
    `Người liên hệ: phòng chuyên môn huyện ${template.district}, điện thoại 0${random.between(200000000, 299999999)}.`,
  ].forEach((words, index) => put(guide, index + 2, 0, words, { look: looks.note }));
  const sheets = template.layout === 'joined' ? [data, table, guide] : [table, data, guide];
  return { bytes: packWorkbook(sheets), points, file: `${commune} ${template.year}.xlsx` };
}

/** `count` workbooks, drawn in turn from `templates` templates. */
export function makeWorkbooks(count, templates, seed = 2) {
  const drawn = Array.from({ length: templates }, (_, index) => makeTemplate(seed * 1000 + index));
  return Array.from({ length: count }, (_, index) => ({
    ...fillWorkbook(drawn[index % templates], seed * 100000 + index),
    template: index % templates,
  }));
}
