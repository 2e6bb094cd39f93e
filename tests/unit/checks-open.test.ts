import { assess } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import { workbook } from '../support/markdown-workbook';
import { wholeForm } from '../support/whole-form';

const FORM = wholeForm({ title: 'BẢNG CHẤM ĐIỂM NĂM 2024', answer: 'Có', score: '20' });
const FIRST = 'Có kế hoạch, phân công việc 1 | Có: 20 điểm; Không: 0 điểm | 20 | Có | 20 |';

/** A whole form whose first item is another one: label, scale, maximum, result, self-score. */
function withFirst(cells: string): Assessment {
  expect(FORM).toContain(FIRST);
  return assess(workbook({ A: FORM.replace(FIRST, cells) }));
}

function about(assessment: Assessment, item: string): string[] {
  return assessment.findings
    .filter((finding) => finding.item === item)
    .map((finding) => `${finding.code} ${finding.cell}: ${finding.message}`);
}

function firstItem(assessment: Assessment) {
  const item = assessment.criteria[0]!.items[0]!;
  return { points: item.points, range: item.range };
}

describe('an open item never stands without a finding', () => {
  const change = 'Số vụ tai nạn của trẻ em so với năm trước | Giảm từ 10% trở lên: 20 điểm; Giảm dưới 10%: 10 điểm; Không giảm: 0 điểm';
  const rate = 'Tỷ lệ trẻ em được khai sinh | Từ 98% trở lên: 20 điểm; Từ 90% đến dưới 98%: 10 điểm; Dưới 90%: 0 điểm';
  const count = 'Số cuộc đối thoại với trẻ em | Từ 4 cuộc trở lên: 20 điểm; Từ 2 đến 3 cuộc: 10 điểm; Dưới 2 cuộc: 0 điểm';
  const level = 'Xếp loại công tác trẻ em | Tốt: 20 điểm; Khá: 15 điểm; Trung bình: 10 điểm; Yếu: 0 điểm';

  test.each([
    ['a level that the scale lacks', `${level} | 20 | Rất tốt | 20 |`, 'unreadable-value', 'Cần ghi một trong: Tốt, Khá, Trung bình, Yếu.'],
    [
      'this year’s figure alone',
      `${change} | 20 | 19 | 20 |`,
      'missing-observation',
      'Cần ghi cả hai năm, ví dụ: Năm 2023: 24; năm 2024: 19.',
    ],
    ['a number without its whole', `${rate} | 20 | 167 trẻ em | 20 |`, 'unreadable-value', 'ví dụ 98,5% hoặc 197/200.'],
    ['words for a rate', `${rate} | 20 | Có | 20 |`, 'unreadable-value', 'ví dụ 98,5% hoặc 197/200.'],
    ['words for a count', `${count} | 20 | vài lần | 20 |`, 'unreadable-value', 'Cần ghi số cuộc, ví dụ 4.'],
    ['words for a yes or no', FIRST.replace('| Có | 20', '| đang xem | 20'), 'unreadable-value', 'Cần ghi Có hoặc Không.'],
    ['nothing', FIRST.replace('| Có | 20', '| | 20'), 'missing-observation', 'chưa có kết quả'],
  ])('%s', (_name, cells, code, words) => {
    const assessment = withFirst(cells);
    expect(firstItem(assessment)).toEqual({ points: null, range: [0, 20] });
    const found = about(assessment, '1.1');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${code} 'A'!E5: Chỉ tiêu 1.1`);
    expect(found[0]).toContain(words);
  });

  test('the example of both years is understood', () => {
    expect(firstItem(withFirst(`${change} | 20 | Năm 2023: 24; năm 2024: 19 | 20 |`)).points).toBe(20);
  });

  test('“không phát sinh” without a rule is open and no finding', () => {
    const handled = 'Tỷ lệ trẻ em bị xâm hại được hỗ trợ | Từ 98% trở lên: 20 điểm; Dưới 98%: 0 điểm';
    const assessment = withFirst(`${handled} | 20 | Không phát sinh | 20 |`);
    expect(firstItem(assessment).points).toBeNull();
    expect(about(assessment, '1.1')).toEqual([]);
  });

  test('a fraction of a head-count is shown with a comma', () => {
    expect(about(withFirst(`${count} | 20 | 167.5 | 20 |`), '1.1')[0]).toContain('ô ghi 167,5,');
  });
});

describe('a scale that gives more than the maximum beside it', () => {
  const twentyFive = (self: string, result = 'Có') =>
    FIRST.replace('Có: 20 điểm', 'Có: 25 điểm').replace('| Có | 20 |', `| ${result} | ${self} |`);

  test.each([['25'], ['20']])('is said at the maximum, and the points stay open (self-score %s)', (self) => {
    const assessment = withFirst(twentyFive(self));
    expect(firstItem(assessment)).toEqual({ points: null, range: [20, 25] });
    expect(about(assessment, '1.1')).toEqual([
      "max-points-mismatch 'A'!D5: Chỉ tiêu 1.1: thang điểm cho tới 25 điểm nhưng điểm tối đa ghi 20. Kiểm tra lại với biểu mẫu gốc, sửa số sai.",
    ]);
    expect(assessment.findings.filter((finding) => finding.code === 'max-points-mismatch')).toHaveLength(1);
    expect(assessment.findings.filter((finding) => finding.code.startsWith('self-score'))).toEqual([]);
  });

  test('points within the maximum stand', () => {
    const assessment = withFirst(twentyFive('0', 'Không'));
    expect(firstItem(assessment)).toEqual({ points: 0, range: [0, 0] });
    expect(about(assessment, '1.1')[0]).toContain("max-points-mismatch 'A'!D5");
  });

  test('above what the scale gives, too, is above the maximum', () => {
    expect(about(withFirst(twentyFive('30')), '1.1').map((finding) => finding.split(' ')[0])).toEqual([
      'max-points-mismatch',
      'self-score-exceeds-max',
    ]);
  });

  test('where the criterion’s own maximum agrees with the scale, the points stand', () => {
    const form = FORM.replace(FIRST, twentyFive('25')).replace(
      'Nguồn lực thực hiện quyền trẻ em | | 20 |',
      'Nguồn lực thực hiện quyền trẻ em | | 25 |',
    );
    const assessment = assess(workbook({ A: form }));
    expect(firstItem(assessment)).toEqual({ points: 25, range: [25, 25] });
    expect(about(assessment, '1.1')).toHaveLength(1);
    expect(about(assessment, '1.1')[0]).toContain('max-points-mismatch');
  });
});

test('a form without results: one reason names all its items', () => {
  const assessment = assess(
    workbook({
      A: wholeForm({ title: 'BẢNG CHẤM ĐIỂM NĂM 2024', answer: '', score: '20' })
        .replace(/\| 20 \|/g, '| 80 |')
        .replace(/20 điểm/g, '80 điểm'),
    }),
  );
  const open = assessment.verdict.reasons.filter((reason) => reason.code === 'open-range');
  expect(open).toHaveLength(1);
  expect(open[0]!.message).toMatch(/^13 chỉ tiêu chưa có kết quả: 1\.1, 2\.1, .*13\.1\.$/);
  expect(open[0]!.cells).toHaveLength(13);
});
