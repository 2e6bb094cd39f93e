import { assess } from '../../core/assess';
import type { Workbook } from '../../core/workbook/workbook';
import { workbook } from '../support/markdown-workbook';
import { wholeForm } from '../support/whole-form';

const form = (title: string, answer: string, score: string): string => wholeForm({ title, answer, score });

function observedSheet(book: Workbook, options = {}): string | undefined {
  return assess(book, options).criteria[0]?.items[0]?.cells.observation?.split('!')[0];
}

test("last year's sheet left in the workbook is not assessed", () => {
  const book = workbook({
    'Năm 2023': form('BẢNG CHẤM ĐIỂM XÃ LAM SƠN NĂM 2023', 'Không', '0'),
    'Năm 2024': form('BẢNG CHẤM ĐIỂM XÃ LAM SƠN NĂM 2024', 'Có', '20'),
  });
  expect(observedSheet(book)).toBe("'Năm 2024'");
  expect(assess(book).workbook.year).toBe(2024);
  expect(assess(book).findings.filter((finding) => finding.code === 'wrong-year')).toEqual([]);
});

test('the year of the cover counts before the latest one; an option before both', () => {
  const book = workbook({
    Bìa: '| HỒ SƠ ĐÁNH GIÁ XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2023 |',
    A: form('BẢNG CHẤM ĐIỂM NĂM 2023', 'Có', '20'),
    B: form('BẢNG CHẤM ĐIỂM NĂM 2024', 'Có', '20'),
  });
  expect(observedSheet(book)).toBe("'A'");
  expect(observedSheet(book, { year: 2024 })).toBe("'B'");
});

test('a blank form beside the filled one is not assessed', () => {
  expect(
    observedSheet(workbook({ Mẫu: form('BẢNG CHẤM ĐIỂM NĂM 2024', '', ''), 'Xã chấm': form('BẢNG CHẤM ĐIỂM NĂM 2024', 'Có', '20') })),
  ).toBe("'Xã chấm'");
});

test('two filled forms that nothing tells apart: the officer is asked, no points are given', () => {
  const book = workbook({ 'Bản 1': form('BẢNG CHẤM ĐIỂM NĂM 2024', 'Có', '20'), 'Bản 2': form('BẢNG CHẤM ĐIỂM NĂM 2024', 'Không', '0') });
  const asked = assess(book);
  expect(asked.template.status).toBe('needs-confirmation');
  expect(asked.template.questions).toMatchObject([{ code: 'which-sheet', choices: ['Bản 1', 'Bản 2'] }]);
  expect(asked.criteria).toEqual([]);
  expect(asked.verdict.status).toBe('undetermined');
  const answered = assess(book, { sheet: 'Bản 2' });
  expect(answered.total.points).toBe(0);
  expect(answered.confirmed).toContainEqual({ code: 'sheet', value: 'Bản 2', source: 'option' });
});

test('a scale from another workbook is taken only where this one has none', () => {
  const bare = form('BẢNG CHẤM ĐIỂM NĂM 2024', 'Có', '20').replace(/Có: 20 điểm; Không: 0 điểm/g, '');
  const open = assess(workbook({ A: bare }));
  expect(open.rubric.source).toBe('none');
  expect(open.total.points).toBeNull();
  const scored = assess(workbook({ A: bare }), { rubric: workbook({ Mẫu: form('MẪU', '', '') }, { file: 'mau-huyen.xlsx' }) });
  expect(scored.rubric).toEqual({ source: 'other-workbook', file: 'mau-huyen.xlsx' });
  expect(scored.total.points).toBe(260);
});
