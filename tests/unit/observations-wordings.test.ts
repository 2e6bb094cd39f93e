import type { ObservationContext } from '../../core/observations/context';
import { readObservation } from '../../core/observations/read-observation';
import type { ScoredItem } from '../../core/scoring/score';
import { scoreItem } from '../../core/scoring/score-item';
import { sourceCell, templateItem, writtenWorkbook, type Written } from '../support/source-cell';
import { read as readScale } from './rubric-support';

/**
 * Results as officers write them, each with the points that a careful reader gives, or `open` where no careful reader would decide. The whole way
 * is walked: scale, result, points. A definite wrong number is the worst outcome.
 */
const CONTEXT: ObservationContext = { workbook: writtenWorkbook({}), convention: { decimal: ',' }, rates: new Map(), year: 2024 };

interface Measure {
  readonly label: string;
  readonly scale: string;
  /** Hundredths. */
  readonly maxPoints?: number;
}

function score(measure: Measure, result: Written, previous: Written = null): ScoredItem {
  const rubric = readScale(measure.scale, measure.label, { maxPoints: measure.maxPoints ?? null });
  const item = templateItem({
    label: measure.label,
    result: sourceCell('E9', result),
    previous: previous === null ? null : sourceCell('D9', previous),
  });
  return scoreItem(item, rubric, readObservation(item, rubric, CONTEXT), { noCaseRules: {} });
}

function pointsOf(measure: Measure, result: Written): number | 'open' {
  const scored = score(measure, result);
  return scored.points === null ? 'open' : scored.points / 100;
}

const BUDGET: Measure = { label: 'Có bố trí kinh phí thực hiện công tác trẻ em', scale: '- Có: 20 điểm;\n- Không: 0 điểm.' };
const HELPERS: Measure = { label: '100% thôn có cộng tác viên bảo vệ trẻ em', scale: '- Có: 15 điểm\n- Không: 0 điểm' };
const OFFICER: Measure = { label: 'Có bố trí người làm công tác bảo vệ trẻ em', scale: 'Có: 50 điểm\nKhông có: 0 điểm' };
const PLAN: Measure = { label: 'Có kế hoạch hằng năm về công tác trẻ em', scale: '- Có: 25 điểm;\n- Không: 0 điểm.' };
const ABUSE: Measure = { label: 'Trẻ em bị xâm hại tình dục', scale: '- Không có: 75 điểm\n- Có: 0 điểm' };
const BIRTHS: Measure = {
  label: 'Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh',
  scale: '- Từ 98% trở lên: 50 điểm;\n- Từ 95% đến dưới 98%: 35 điểm;\n- Từ 90% đến dưới 95%: 20 điểm;\n- Dưới 90%: 0 điểm.',
};
const FROM_95: Measure = {
  label: 'Tỷ lệ trẻ em được tiêm chủng đầy đủ',
  scale: '- Từ 95% trở lên: 50 điểm;\n- Từ 85% đến dưới 95%: 30 điểm;\n- Dưới 85%: 0 điểm.',
};
const SUPPORTED: Measure = {
  label: 'Tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp',
  scale: '- Từ 95% trở lên: 50 điểm;\n- Từ 85% đến dưới 95%: 30 điểm;\n- Dưới 85%: 0 điểm.',
};
const UNDERWEIGHT: Measure = {
  label: 'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân',
  scale: '- Dưới 7%: 40 điểm;\n- Từ 7% đến dưới 10%: 25 điểm;\n- Từ 10% đến dưới 15%: 10 điểm;\n- Từ 15% trở lên: 0 điểm.',
};
const INJURIES: Measure = {
  label: 'Tỷ suất trẻ em bị tai nạn thương tích trên 1.000 trẻ em',
  scale: '- Không có: 50 điểm;\n- Dưới 1/1.000: 30 điểm;\n- Từ 1/1.000 đến 3/1.000: 15 điểm;\n- Trên 3/1.000: 0 điểm.',
};
const FEWER: Measure = {
  label: 'Số trẻ em bị tai nạn thương tích giảm so với năm trước',
  scale: '- Giảm từ 10% trở lên: 50 điểm;\n- Giảm dưới 10%: 30 điểm;\n- Không giảm: 10 điểm;\n- Tăng: 0 điểm.',
};
const MODELS: Measure = {
  label: 'Số mô hình bảo vệ trẻ em',
  scale: '- Từ 4 mô hình trở lên: 25 điểm;\n- 02 - 03 mô hình: 15 điểm;\n- 01 mô hình: 5 điểm;\n- Không có: 0 điểm.',
};
const FORUMS: Measure = {
  label: 'Số diễn đàn, đối thoại với trẻ em được tổ chức trong năm',
  scale: '- Từ 02 cuộc trở lên: 25 điểm;\n- 01 cuộc: 15 điểm;\n- Không tổ chức: 0 điểm.',
};
const CASES: Measure = { label: 'Số vụ bạo lực trẻ em', scale: '- Không có: 30 điểm\n- Có từ 1 vụ trở lên: 0 điểm' };

type Row = readonly [result: Written, points: number | 'open'];

function holds(name: string, measure: Measure, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows as Row[])('%j → %s', (result, points) => {
      expect(pointsOf(measure, result)).toBe(points);
    });
  });
}

holds('a yes/no item answered with figures: funds', BUDGET, [
  ['Có', 20],
  ['x', 20],
  ['35 tr.đ', 20],
  ['35 trđ', 20],
  ['35tr', 20],
  ['35 triệu', 20],
  ['35 triệu đồng', 20],
  ['35,5 triệu đồng', 20],
  ['35.000.000 đồng', 20],
  ['35.000.000đ', 20],
  ['35 000 000 đ', 20],
  ['Đã bố trí 35 triệu', 20],
  ['Bố trí 35.000.000đ', 20],
  ['Bố trí 35 triệu đồng (QĐ số 12/QĐ-UBND ngày 3/2/2024)', 20],
  ['35 triệu đồng (NSNN 30 triệu, XHH 5 triệu)', 20],
  ['Kinh phí: 35 triệu đồng', 20],
  ['Trên 30 triệu đồng', 20],
  ['Khoảng 35 triệu đồng', 20],
  ['Năm 2024 bố trí 35 triệu đồng', 20],
  ['Năm 2024: 35 triệu đồng', 20],
  ['0 đồng', 0],
  ['0', 0],
  [0, 0],
  ['00 đồng', 0],
  ['Chưa bố trí', 0],
  ['Không bố trí kinh phí', 0],
  ['Không có kinh phí', 0],
  ['Năm 2023: 35 triệu đồng', 'open'],
  ['Năm 2023 bố trí 35 triệu đồng', 'open'],
  ['Dự kiến 35 triệu đồng', 'open'],
  ['Đề nghị cấp 35 triệu đồng', 'open'],
  ['Đang trình 35 triệu đồng', 'open'],
  ['Kế hoạch 35 triệu đồng', 'open'],
  ['Nhu cầu 35 triệu đồng', 'open'],
  ['35 triệu đồng (chưa được cấp)', 'open'],
  ['35 triệu đồng nhưng chưa giải ngân', 'open'],
  ['Còn thiếu 35 triệu đồng', 'open'],
  ['35%', 'open'],
  ['Năm 2024', 'open'],
  [2024, 'open'],
  ['3/11/2024', 'open'],
  ['20 điểm', 'open'],
  ['?', 'open'],
]);

holds('a yes/no item answered with figures: every hamlet', HELPERS, [
  ['12/12 thôn có CTV', 15],
  ['12/12 thôn có', 15],
  ['12/12 thôn', 15],
  ['Có 12/12 thôn', 15],
  ['12 thôn/12 thôn', 15],
  ['12/12 thôn (100%)', 15],
  ['100% thôn có', 15],
  ['100% thôn có CTV', 15],
  ['100 % số thôn, bản có cộng tác viên', 15],
  ['Đạt 100% số thôn', 15],
  ['7/12 thôn có', 'open'],
  ['Có 7/12 thôn', 'open'],
  ['11/12 thôn', 'open'],
  ['95% thôn có', 'open'],
  ['Có 95% thôn', 'open'],
  ['12/12 thôn chưa có CTV', 'open'],
  ['100% thôn chưa có', 'open'],
  ['12/12', 'open'],
  ['0/12 thôn', 0],
  ['0/12 thôn có CTV', 0],
  ['0% thôn có', 0],
  ['Không', 0],
  ['Có', 15],
]);

holds('a yes/no item answered with figures: people', OFFICER, [
  ['Đã bố trí 01 đồng chí', 50],
  ['01 đồng chí', 50],
  ['03 người', 50],
  ['01 (một) người', 50],
  ['01 công chức VHXH kiêm nhiệm', 50],
  ['Có 01 công chức', 50],
  ['Bố trí 01 công chức văn hóa - xã hội phụ trách', 50],
  ['01 đ/c', 50],
  ['1 người (đ/c Lan)', 50],
  ['Đã hoàn thành', 50],
  ['Có 01 người, phụ trách cả thiếu nhi', 50],
  ['Có, theo quy ước của thôn', 50],
  ['0 người', 0],
  ['Không có', 0],
  ['Chưa có', 0],
  ['Chưa bố trí được', 0],
  ['Thiếu 01 người', 'open'],
  ['Còn thiếu 01 người', 'open'],
  ['01 người nhưng chưa được phân công', 'open'],
  ['Có nhưng chưa đầy đủ', 'open'],
  ['Sẽ bố trí 01 người', 'open'],
]);

holds('a yes/no item answered with a document', PLAN, [
  ['Có (KH số 15/KH-UBND ngày 12/01/2024)', 25],
  ['Đã ban hành Kế hoạch số 15/KH-UBND', 25],
  ['01 kế hoạch', 25],
  ['Chưa ban hành', 0],
  ['Chưa xây dựng kế hoạch', 0],
]);

holds('a yes/no item of something bad', ABUSE, [
  ['Không', 75],
  ['Không có', 75],
  ['Không có vụ nào', 75],
  ['Không có em nào', 75],
  ['Không xảy ra vụ nào', 75],
  ['0 vụ', 75],
  ['0/463 trẻ', 75],
  [0, 75],
  ['01 vụ', 0],
  ['Có 01 vụ', 0],
  ['Có', 0],
]);

holds('a rate stated', BIRTHS, [
  ['99,6', 50],
  ['99.6', 50],
  ['98,50 %', 50],
  ['98.5 phần trăm', 50],
  ['98,5 phần trăm', 50],
  ['98,5\u00a0%', 50],
  ['Đạt 98,5%', 50],
  ['Đạt tỷ lệ 98,5 %', 50],
  ['98,5% (BC số 45/BC-UBND ngày 3/11/2024)', 50],
  ['98,5% (theo báo cáo số 45 ngày 3/11/2024)', 50],
  ['97,99%', 35],
  ['98%', 50],
  ['98 , 5 %', 50],
  ['100%', 50],
  ['89,9%', 0],
  ['0,996', 'open'],
  [0.9957, 'open'],
  ['120%', 'open'],
  ['Quý IV: 98%', 'open'],
  ['100% kế hoạch', 'open'],
  ['Giảm 2%', 'open'],
  ['Tăng 2% so với năm 2023', 'open'],
  ['Chưa đạt 98%', 'open'],
  ['Kế hoạch 98%, thực hiện 95%', 'open'],
  ['Nam 99%, nữ 97%', 'open'],
]);

holds('a rate stated about', BIRTHS, [
  ['trên 98%', 50],
  ['Trên 98 %', 50],
  ['>98%', 50],
  ['≥ 98%', 50],
  ['Hơn 98%', 50],
  ['Từ 98% trở lên', 50],
  ['Đạt trên 99%', 50],
  ['98% trở lên', 50],
  ['Không dưới 98%', 50],
  ['trên 95%', 'open'],
  ['Trên 90%', 'open'],
  ['gần 100%', 'open'],
  ['gần 98%', 'open'],
  ['xấp xỉ 98%', 'open'],
  ['~98%', 'open'],
  ['khoảng 97%', 'open'],
  ['khoảng 96,5%', 'open'],
  ['~ 93%', 'open'],
  ['khoảng 93 %', 'open'],
  ['khoảng 90%', 'open'],
  ['~88%', 'open'],
  ['khoảng 88 %', 'open'],
  ['dưới 90%', 0],
  ['< 90%', 0],
  ['Dưới 98%', 'open'],
  ['95 - 97%', 35],
  ['95% - 97%', 35],
  ['Từ 95% đến 97%', 35],
  ['Từ 96% đến 99%', 'open'],
  ['trên dưới 98%', 'open'],
  ['Tăng trên 98%', 'open'],
  ['Mục tiêu trên 98%', 'open'],
  ['Chưa đến 98%', 'open'],
  ['trên 98% kế hoạch', 'open'],
  ['trên 100%', 'open'],
]);

holds('a rate stated about, the top band from 95 %', FROM_95, [
  ['trên 95%', 50],
  ['Trên 95 %', 50],
  ['gần 100%', 'open'],
  ['~98%', 'open'],
  ['gần 95%', 'open'],
  ['khoảng 95%', 'open'],
  ['~88%', 'open'],
  ['trên 85%', 'open'],
  ['dưới 85%', 0],
]);

holds('a part of a whole', BIRTHS, [
  ['461/463', 50],
  ['461/463 trẻ = 99,6%', 50],
  ['461 trẻ/463 trẻ', 50],
  ['461 trẻ / 463 trẻ', 50],
  ['461\u00a0trẻ/463\u00a0trẻ', 50],
  ['1 461/1 463', 50],
  ['1.461/1.463 trẻ', 50],
  ['461 trên tổng 463 cháu', 50],
  ['461 trên tổng số 463', 50],
  ['461 trẻ trong tổng số 463 trẻ', 50],
  ['461 em được đăng ký trên tổng số 463 em', 50],
  ['Tổng số 463 trẻ, đã đăng ký 461 trẻ', 50],
  ['Tổng số 463 trẻ, đã đăng ký 430 trẻ', 20],
  ['Tổng số: 463 trẻ; đã đăng ký khai sinh: 430 trẻ', 20],
  ['Tổng số trẻ: 463; số trẻ được đăng ký khai sinh: 430', 20],
  ['Tổng 463, đạt 430', 20],
  ['463 trẻ, đã đăng ký 430 trẻ', 20],
  ['463 trẻ, trong đó 430 trẻ đã đăng ký khai sinh', 20],
  ['463 trẻ dưới 5 tuổi, trong đó 430 trẻ được ĐKKS', 20],
  ['Có 463 trẻ, trong đó đã đăng ký 430 trẻ', 20],
  ['Đã đăng ký 430 trẻ, tổng số 463 trẻ', 20],
  ['430/463 trẻ (Báo cáo số 45/BC-UBND ngày 3/11/2024)', 20],
  ['430/463 trẻ đạt 92,9% (tăng 2% so với năm 2023)', 20],
  ['Năm 2023: 450/455; năm 2024: 430/463', 20],
  ['463 trẻ, 430 trẻ', 'open'],
  ['463 trẻ, trong đó 220 trẻ nữ', 'open'],
  ['463 trẻ, trong đó có 220 trẻ nữ', 'open'],
  ['Đã đăng ký 463 trẻ, trong đó 220 trẻ nữ', 'open'],
  ['Tổng số 463 trẻ, trong đó được hưởng BHYT 220 trẻ', 'open'],
  ['463 trẻ, trong đó 120 trẻ dưới 1 tuổi được đăng ký đúng hạn', 'open'],
  ['461 trẻ đã đăng ký, 2 trẻ chưa đăng ký', 'open'],
  ['463 trẻ, còn 2 trẻ chưa đăng ký', 'open'],
  ['Tổng số 463 trẻ, chưa đăng ký 2 trẻ', 'open'],
  ['Tổng số 463 trẻ, chưa được đăng ký 2 trẻ', 'open'],
  ['Tổng số 463 trẻ, trong đó 2 trẻ chưa được đăng ký', 'open'],
  ['2/463 trẻ chưa đăng ký', 'open'],
  ['Đăng ký mới 461 trẻ, đăng ký lại 463 trẻ', 'open'],
  ['461 trẻ, tăng 3 trẻ so với năm 2023', 'open'],
  ['463/461', 'open'],
  ['461 trẻ', 'open'],
  ['461/KH 463', 'open'],
  ['Tổng số 463 trẻ', 'open'],
  ['Kế hoạch 463 trẻ, đã đăng ký 461 trẻ', 'open'],
  ['Tổng số 463 trẻ, đã đăng ký 461 trẻ, đăng ký muộn 20 trẻ', 'open'],
]);

holds('a part of a whole, named by its group', SUPPORTED, [
  ['34 em có HCĐB, 30 em được trợ giúp', 30],
  ['34 trẻ HCĐB, 30 trẻ được trợ giúp', 30],
  ['Có 34 trẻ em có hoàn cảnh đặc biệt, đã trợ giúp 30 em', 30],
  ['34 em HCĐB, trong đó 30 em được trợ giúp', 30],
  ['34 em, trong đó 30 em được trợ giúp', 30],
  ['30 em được trợ giúp/34 em HCĐB', 30],
  ['30/34 em HCĐB được trợ giúp', 30],
  ['34 em được trợ giúp, trong đó 30 em được cấp học bổng', 'open'],
  ['34 em được trợ giúp, 30 em được tặng quà', 'open'],
  ['34 em HCĐB, 30 em mồ côi', 'open'],
  ['30 em được trợ giúp', 'open'],
]);

holds('a rate that should be low', UNDERWEIGHT, [
  ['28/463 = 6%', 40],
  ['28 em/463 em', 40],
  ['6,0%', 40],
  ['Dưới 7%', 40],
  ['dưới 5%', 40],
  ['trên 15%', 0],
  ['khoảng 8,5%', 'open'],
  ['~7%', 'open'],
  ['Không có', 40],
  ['0 trẻ', 40],
  ['Tổng số 463 trẻ, trong đó 28 trẻ suy dinh dưỡng', 40],
  ['463 trẻ được cân, 28 trẻ SDD', 'open'],
  ['28 trẻ', 'open'],
  ['Giảm 0,5% so với năm trước', 'open'],
  ['Giảm 0,5%', 'open'],
  ['Giảm từ 8% xuống 6%', 'open'],
  ['Nhẹ cân 7,5%, thấp còi 12%', 25],
]);

holds('events in a population', INJURIES, [
  ['0,3‰', 30],
  ['0,3 ‰', 30],
  ['1,2 phần nghìn', 15],
  ['1,2‰', 15],
  ['0,13%', 15],
  ['1/1.495', 30],
  ['1/1.495 trẻ em', 30],
  ['2 em/1.234 trẻ', 15],
  ['2 trẻ/1.234 trẻ', 15],
  ['1 trường hợp trên tổng số 1.495 trẻ em', 30],
  ['2 em trong tổng số 1.234 trẻ', 15],
  ['Có 2 trẻ/1.234 trẻ', 15],
  ['không xảy ra vụ nào', 50],
  ['Không có em nào', 50],
  ['Không có trường hợp nào', 50],
  ['Không', 50],
  [0, 50],
  ['0 vụ', 50],
  ['0/1.495', 50],
  ['Dưới 1/1.000', 'open'],
  ['dưới 1‰', 'open'],
  ['trên 3‰', 0],
  ['trên 3/1.000', 0],
  ['> 3/1.000 trẻ em', 0],
  ['khoảng 2/1.234 trẻ', 'open'],
  [2, 'open'],
  ['2', 'open'],
  ['02 trẻ', 'open'],
  ['2 vụ, 3 em', 'open'],
  ['Giảm 3 trẻ', 'open'],
]);

holds('a change against the year before', FEWER, [
  ['Giảm 3 trẻ (từ 12 xuống còn 9)', 50],
  ['Giảm 3 trẻ (từ 12 trẻ xuống còn 9 trẻ)', 50],
  ['12 xuống 9', 50],
  ['12 trẻ xuống còn 9 trẻ', 50],
  ['giảm từ 12 còn 9', 50],
  ['Giảm từ 12 trẻ xuống 9 trẻ', 50],
  ['từ 9 lên 12', 0],
  ['9 lên 12', 0],
  ['12 -> 9', 50],
  ['12 → 9', 50],
  ['tăng 2 em so với 2023', 0],
  ['Tăng 2 em', 0],
  ['Năm 2023: 12 TE; 2024: 9 TE', 50],
  ['2023: 12; 2024: 9', 50],
  ['2024: 9; 2023: 12', 50],
  ['Năm 2024: 9 trẻ, năm 2023: 12 trẻ', 50],
  ['Năm 2023 có 12 trẻ, năm 2024 có 9 trẻ', 50],
  ['năm trước 12, năm nay 9', 50],
  ['9 trẻ (năm 2023: 12 trẻ)', 50],
  ['9 trẻ, giảm 3 trẻ so với năm 2023', 50],
  ['Giảm 25%', 50],
  ['giảm 5%', 30],
  ['Tăng 5%', 0],
  ['Không tăng, không giảm', 10],
  ['Năm 2023: 20 TE; 2024: 19 TE', 30],
  ['2023/2024: 12/9', 'open'],
  ['12/9', 'open'],
  ['9/12', 'open'],
  ['12 - 9', 'open'],
  ['Giảm 3 trẻ', 'open'],
  ['9 trẻ', 'open'],
  [9, 'open'],
  ['giảm 5 điểm phần trăm', 'open'],
  ['Giảm 0,5 điểm %', 'open'],
  ['Giảm gần 10%', 'open'],
]);

holds('a count', MODELS, [
  ['ba (03) mô hình', 15],
  ['Ba (3) mô hình', 15],
  ['03 (ba) mô hình', 15],
  ['hai mô hình', 15],
  ['Có ba mô hình', 15],
  ['04 MH', 25],
  ['04MH', 25],
  ['5 mô hình (trong đó 2 mô hình mới)', 25],
  ['5 mô hình, trong đó 2 mô hình mới', 25],
  ['03 mô hình (BC số 45/BC-UBND ngày 3/11/2024)', 15],
  ['03 mô hình; QĐ số 12/QĐ-UBND', 15],
  ['Duy trì 04 mô hình', 25],
  ['04 mô hình năm 2024', 25],
  ['Năm 2024: 4 mô hình', 25],
  ['4 mô hình (tăng 1 mô hình so với 2023)', 25],
  ['4\u00a0mô hình', 25],
  ['Trên 4 mô hình', 25],
  ['Không có mô hình nào', 0],
  ['Chưa xây dựng', 0],
  [0, 0],
  ['01 mô hình thôn A, 02 mô hình thôn B', 'open'],
  ['Khoảng 3 mô hình', 'open'],
  ['Trên 2 mô hình', 'open'],
  ['3/4 mô hình', 'open'],
  ['Dự kiến 4 mô hình', 'open'],
  ['Kế hoạch 4 mô hình', 'open'],
  ['Kế hoạch 4 mô hình, thực hiện 3 mô hình', 'open'],
  ['Năm 2023: 4 mô hình', 'open'],
  ['Thành lập mới 01, duy trì 03', 'open'],
  ['hai (03) mô hình', 'open'],
  ['Giảm 1 mô hình', 'open'],
]);

holds('a count of several kinds', FORUMS, [
  ['hai cuộc', 25],
  ['02 cuộc', 25],
  ['02 cuộc (hội nghị đối thoại với thiếu nhi)', 25],
  ['02 hội nghị đối thoại', 25],
  ['02 cuộc, huy động 150 trẻ em', 25],
  ['01 diễn đàn, 01 đối thoại', 25],
  ['01 diễn đàn và 01 đối thoại', 25],
  ['01 diễn đàn; 02 cuộc đối thoại', 25],
  ['01 diễn đàn', 15],
  ['01 diễn đàn, 0 đối thoại', 15],
  ['01 diễn đàn, 150 trẻ em tham gia', 'open'],
  ['01 diễn đàn, 150 trẻ em', 'open'],
  ['01 diễn đàn, 01 tọa đàm', 'open'],
  ['01 cuộc, trong đó 01 diễn đàn', 15],
  ['Không tổ chức', 0],
]);

holds('a count of something bad', CASES, [
  ['Không xảy ra vụ nào', 30],
  ['Không có vụ nào', 30],
  ['0 vụ', 30],
  ['Không', 30],
  ['01 vụ', 0],
  ['một vụ', 0],
  ['Giảm 1 vụ so với 2023', 'open'],
]);

const RATE_AND_BOOK: Measure = {
  label: 'Tỷ lệ trẻ em được đăng ký khai sinh',
  scale: '- Đạt 98% trở lên, có sổ theo dõi: 50 điểm\n- Đạt 95% đến dưới 98%: 30 điểm\n- Dưới 95%: 0 điểm',
};
const PLAN_AND_FUNDS: Measure = {
  label: 'Kế hoạch và kinh phí',
  scale: '- Có kế hoạch: 10 điểm;\n- Có kinh phí: 10 điểm.',
  maxPoints: 2000,
};
const RATE_FALLS: Measure = {
  label: 'Tỷ lệ trẻ em suy dinh dưỡng giảm so với năm trước',
  scale: '- Giảm từ 0,5% trở lên so với năm trước: 40 điểm\n- Giảm dưới 0,5%: 20 điểm\n- Không giảm: 0 điểm',
};

holds('a rate with a second condition', RATE_AND_BOOK, [
  ['99%', 'open'],
  ['461/463', 'open'],
]);

holds('two things that are added up', PLAN_AND_FUNDS, [
  ['Có', 20],
  ['Không', 0],
  ['Có kế hoạch', 'open'],
  ['Có kế hoạch và kinh phí', 'open'],
  ['Có kế hoạch, chưa có kinh phí', 'open'],
  ['Không có kinh phí', 'open'],
  ['Có kế hoạch, có kinh phí', 'open'],
  ['Có kế hoạch đầy đủ', 'open'],
  ['x', 'open'],
]);

holds('a rate that should fall: this year’s rate is no fall', RATE_FALLS, [
  ['7,6%', 'open'],
  [{ value: 0.076, format: '0.0%' }, 'open'],
  ['Năm 2023: 8%; năm 2024: 7,6%', 'open'],
  ['Từ 8% xuống 7,6%', 'open'],
  ['Giảm 0,6 điểm phần trăm', 'open'],
]);

describe('what is said where points stay open', () => {
  test('a count without its population tells what to add', () => {
    expect(score(INJURIES, '02 trẻ').explanation).toBe(
      'Mới có số lượng 2 (ô E9), chưa có tổng số trẻ em để tính tỷ lệ. Ghi thêm tổng số trẻ em, ví dụ “2/tổng số trẻ em”; từ 0 đến 50 điểm.'.replace(
        'E9',
        "'Chấm điểm'!E9",
      ),
    );
  });

  test('limits in the place of a value are named as such where they decide', () => {
    const scored = score(FROM_95, 'trên 95%');
    expect(scored.points).toBe(5000);
    expect(scored.explanation).toBe(
      '“trên 95%” không phải số chính xác, nhưng mọi giá trị có thể đều thuộc mức “Từ 95% trở lên” → 50 điểm',
    );
    expect(scored.observation.problems).toEqual([]);
  });

  test('limits that reach over two bands are a value that cannot be read', () => {
    expect(score(BIRTHS, 'trên 95%').observation.problems.map((problem) => problem.code)).toEqual(['unreadable-value']);
  });

  test('a percentage beside last year’s percentage is no fall', () => {
    expect(score(RATE_FALLS, { value: 0.076, format: '0.0%' }, { value: 0.08, format: '0.0%' }).points).toBeNull();
    expect(score(FEWER, { value: 0.076, format: '0.0%' }, { value: 0.08, format: '0.0%' }).points).toBeNull();
  });
});
