import { buildSheet, type SheetBuilder } from '../summary/builder';
import type { SheetDesign } from '../summary/design';
import { describeConfirmed, describeConfirmedValue, formatPoints, formatRange } from '../summary/words';
import { standardById } from '../standards/registry';
import { addTitle, cell, finishSheet, look } from './book-seal';
import { bookHeadings, pointsCell, shortClass } from './book-words';
import type { Consolidation, ConsolidatedCommune } from './consolidation';
import { countingVerdict, toSettle } from './statistics';

/** TT · xã · loại · điểm · ngưỡng · lý do · dựa trên trả lời của cán bộ · thang điểm khác. */
const WIDTHS = [5, 22, 14, 10, 8, 40, 26, 28] as const;
const LAST = WIDTHS.length - 1;
/** Shares that plans of the national programme set: shown beside the share reached, each plan says which one holds for it. */
const TARGETS = [20, 50, 65, 75] as const;
const MOST_REASONS = 4;

const item = look('item', { size: 10 });
const number = look('number', { size: 10 });
const header = look('header', { size: 10 });

function reasonsOf(commune: ConsolidatedCommune): string {
  const { reasons } = countingVerdict(commune);
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => reason.message);
  const rest = reasons.length - shown.length;
  const errors = commune.errors > 0 ? [`Còn ${commune.errors} lỗi phải sửa trước khi trình.`] : [];
  return [...shown, ...(rest > 0 ? [`… và ${rest} lý do nữa.`] : []), ...errors, ...(commune.concerns ?? [])].join('\n');
}

function answersOf(commune: ConsolidatedCommune): string {
  const standard = standardById(commune.standard ?? '');
  const answers = commune.confirmed.map(({ code, value }) => {
    const words = describeConfirmedValue(code, value, standard);
    return words === '' ? describeConfirmed(code) : `${describeConfirmed(code)}: ${words}`;
  });
  const asked = commune.questions.map((question) => `Còn phải hỏi: ${question.message}`);
  return answers.concat(asked).join('\n');
}

function departuresOf(commune: ConsolidatedCommune): string {
  const differences = commune.rubricDifferences ?? [];
  if (differences.length === 0) return '';
  const gaining = differences.filter(({ change }) => change !== null && change > 0);
  const gained = gaining.reduce((sum, { change }) => sum + Math.round((change ?? 0) * 100), 0) / 100;
  const names = gaining.slice(0, 6).map(({ item: number, change }) => `${number} (+${formatPoints(change ?? 0)})`);
  const own = formatRange(commune.points, commune.range);
  return gaining.length > 0
    ? `Thang riêng có lợi ${formatPoints(gained)} điểm: ${names.join(', ')}${gaining.length > names.length ? ', …' : ''}. Theo thang riêng: ${own}.`
    : `Khác thang chuẩn ở ${differences.length} chỉ tiêu, không được thêm điểm. Theo thang riêng: ${own}.`;
}

function addGroup(builder: SheetBuilder, heading: string, communes: readonly ConsolidatedCommune[]): void {
  builder.add([cell(0, `${heading}: ${communes.length} xã`, look('criterion', { size: 12 }), { to: LAST })], 22);
  communes.forEach((commune, index) => {
    const range = commune.referenceRange ?? commune.range;
    const points = commune.referenceRange === undefined ? commune.points : (commune.referencePoints ?? null);
    builder.add([
      cell(0, index + 1, number),
      cell(1, commune.commune ?? `Chưa rõ tên (${commune.file})`, look('item', { size: 10, bold: true })),
      cell(2, shortClass(commune.unitClass), item),
      cell(3, pointsCell(points, range), number),
      cell(4, commune.threshold ?? 'chưa rõ', number),
      cell(5, reasonsOf(commune), item),
      cell(6, answersOf(commune), item),
      cell(7, departuresOf(commune), item),
    ]);
  });
  if (communes.length === 0) builder.add([cell(0, 'Không có.', item, { to: LAST })]);
}

/** *Đề nghị công nhận*: the communes by verdict, with reasons, what rests on an officer's answer, and scales that gain points. */
export function designRecognition(consolidation: Consolidation): SheetDesign {
  const { communes, recognition, reference } = consolidation;
  const builder = buildSheet(WIDTHS, {});
  const share =
    recognition.percent === null
      ? 'Chưa có xã nào.'
      : `Tỷ lệ xã đủ điều kiện: ${recognition.meets}/${recognition.of} = ${formatPoints(recognition.percent)} %. So với chỉ tiêu của kế hoạch: ${TARGETS.map(
          (target) => `${target} %: ${recognition.percent !== null && recognition.percent >= target ? 'đạt' : 'chưa đạt'}`,
        ).join('; ')}.`;
  addTitle(builder, consolidation, 'ĐỀ NGHỊ CÔNG NHẬN XÃ, PHƯỜNG, THỊ TRẤN PHÙ HỢP VỚI TRẺ EM', LAST, [
    share,
    reference !== null && reference.source === 'given'
      ? `Xếp theo thang điểm chuẩn trong ${reference.file}.`
      : 'Xếp theo thang điểm trong tệp của từng xã; chưa có thang điểm chuẩn của huyện để đối chiếu.',
  ]);
  const headings = [
    'TT',
    bookHeadings.commune,
    bookHeadings.unitClass,
    'Điểm',
    bookHeadings.threshold,
    'Lý do',
    'Dựa trên trả lời của cán bộ',
    'Thang điểm khác thang chuẩn',
  ];
  const head = builder.add(headings.map((heading, column) => cell(column, heading, header)));
  const isSound = (commune: ConsolidatedCommune): boolean =>
    toSettle(commune) === 0 && commune.questions.every((question) => question.code !== 'which-file');
  const of = (status: string, sound: boolean | null) =>
    communes.filter((commune) => countingVerdict(commune).status === status && (sound === null || isSound(commune) === sound));
  addGroup(builder, 'I. Đạt', of('meets', true));
  addGroup(builder, 'II. Đủ điều kiện theo số liệu hiện có, còn lỗi hoặc điều phải hỏi trước khi trình', of('meets', false));
  addGroup(builder, 'III. Không đủ điều kiện', of('fails', null));
  addGroup(builder, 'IV. Chưa kết luận được', of('undetermined', null));
  builder.add([cell(0, `V. Chưa nộp: ${recognition.missing.length} xã`, look('criterion', { size: 12 }), { to: LAST })], 22);
  builder.add([cell(0, recognition.missing.length === 0 ? 'Không có.' : recognition.missing.join('; '), item, { to: LAST })]);
  builder.skip(1, 8);
  return finishSheet(builder, consolidation, {
    sheet: 'recognition',
    widths: WIDTHS,
    frozenRows: head + 1,
    repeatRows: [head, head],
    autoFilter: null,
  });
}
