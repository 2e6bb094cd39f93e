import { assess } from '../../core/assess';
import { HostError } from '../../panel/host';
import { describeFailure, errorText } from '../../panel/failure';
import { answer, cellWords, choiceLabel, paperEntries, withoutChoice } from '../../panel/options';
import { createSession, withScale, withStandard } from '../../panel/session';
import { calmName } from '../../panel/words';
import { memoryHost } from '../support/memory-host';
import { harmfulWorkbook, rivalWorkbook } from '../support/panel-workbooks';

test('a run that fails leaves result and options as they were and tells the host’s sentence', async () => {
  const host = memoryHost(harmfulWorkbook);
  const session = createSession(host);
  await session.score();
  const before = session.state();
  host.assess = () => Promise.reject(new HostError('busy', 'Ô đang được sửa: bấm Enter rồi thử lại.'));
  await session.change({ year: 2020 });
  expect(session.state().assessment).toBe(before.assessment);
  expect(session.state().options).toBe(before.options);
  expect(session.state().busy).toBeNull();
  expect(session.state().notice).toEqual({ tone: 'failed', text: 'Ô đang được sửa: bấm Enter rồi thử lại.' });
});

test('a later run overtakes an earlier one, whichever ends last', async () => {
  const host = memoryHost(harmfulWorkbook);
  const ends: (() => void)[] = [];
  const signals: AbortSignal[] = [];
  host.assess = ({ options }, task) =>
    new Promise((resolve) => {
      signals.push(task.signal);
      ends.push(() => resolve(assess(harmfulWorkbook, options)));
    });
  const session = createSession(host);
  const first = session.change({ year: 2019 });
  const second = session.change({ year: 2020 });
  expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
  ends[1]?.();
  await second;
  ends[0]?.();
  await first;
  expect(session.state().options).toEqual({ year: 2020 });
  expect(session.state().assessment?.workbook.year).toBe(2020);
});

test('another workbook forgets everything', async () => {
  const session = createSession(memoryHost(harmfulWorkbook));
  await session.change({ unitClass: 'other' });
  session.setPaper('6.1', 'x');
  session.reset();
  expect(session.state()).toMatchObject({ assessment: null, options: {}, papers: {}, pointing: null, generation: 1 });
});

test('an assessment made by a ribbon command is shown without another run', () => {
  const host = memoryHost(harmfulWorkbook);
  const session = createSession(host);
  const assessment = assess(harmfulWorkbook, { unitClass: 'other' });
  session.show(assessment, { unitClass: 'other' });
  expect(session.state()).toMatchObject({ assessment, options: { unitClass: 'other' } });
  expect(host.calls.assessed).toEqual([]);
});

test('unknown errors are shown in our words; their own text and folders stay out of the error text', () => {
  const error = new TypeError('Cannot read “Nguyễn Văn A”');
  error.stack =
    'TypeError: Cannot read “Nguyễn Văn A”\n    at readCell (file:///D:/ho-so-an/tệp.html:12:34)\n    at async run (blob:x:1:2)';
  const failure = describeFailure(error);
  expect(failure.message).not.toMatch(/Nguyễn|Cannot/);
  const text = errorText({ kind: 'page', about: { version: '1', changes: [], runsIn: 'x' } }, assess(harmfulWorkbook), failure);
  expect(text).toContain('readCell 12:34');
  expect(text).not.toMatch(/Nguyễn|ho-so-an|tệp|img|Xã Thử/);
  expect(describeFailure({ name: 'HostError', code: 'protected', message: 'Được bảo vệ.', detail: '' })).toMatchObject({
    code: 'protected',
    message: 'Được bảo vệ.',
  });
  expect(describeFailure('x')).toMatchObject({ code: 'unknown', detail: 'string' });
});

test('answers become options and can be taken back one by one', () => {
  const assessment = assess(rivalWorkbook);
  const question = assessment.template.questions.find((each) => each.code === 'which-column');
  if (question === undefined) throw new Error('not asked');
  expect([choiceLabel(question, 0), choiceLabel(question, 1)]).toEqual(['Cột E: Kết quả', 'Cột F: Kết quả']);
  const second = answer(assessment, { year: 2024 }, question, 1);
  expect(second.mapping?.tables?.[0]?.columns).toMatchObject({ E: 'ignore', F: 'result', G: 'self-score' });
  const settled = assess(rivalWorkbook, second);
  expect(settled.template.questions.filter((each) => each.code === 'which-column')).toEqual([]);
  expect(settled.criteria.find((criterion) => criterion.number === 2)?.points).toBe(0);
  expect(answer(assessment, { year: 2024 }, question, 7)).toEqual({ year: 2024 });
  expect(answer(assessment, {}, { code: 'new-code', message: '', cells: [], choices: ['a'] }, 0)).toEqual({});
  const reading = { code: 'number-reading', message: '', cells: ["'A=B'!C3"], choices: ['1.234', '1234'] };
  const read = answer(assessment, { unitClass: 'other' }, reading, 1);
  expect(read).toEqual({ unitClass: 'other', numberReadings: { "'A=B'!C3": '1234' } });
  expect(withoutChoice(read, 'number-reading', "'A=B'!C3=1234")).toEqual({ unitClass: 'other', numberReadings: {} });
  expect(withoutChoice(read, 'unit-class', 'other')).toEqual({ numberReadings: { "'A=B'!C3": '1234' } });
});

test('papers go only with answers that were given', () => {
  const entries = paperEntries(
    { '6.1': ' Công văn 1 ', '6.2': 'Công văn 2', '7.1': '' },
    { noCaseRules: { '6.1': 'most', '7.1': 'zero' } },
  );
  expect(Object.values(entries)).toEqual([{ value: 'Công văn 1' }]);
});

test('correcting one thing keeps what was pointed out before, also in the result sheet', () => {
  const assessment = {
    ...assess(rivalWorkbook),
    confirmed: [{ code: 'mapping', value: '{"tables":[{"sheet":"A"}]}', source: 'summary-sheet' as const }],
  };
  expect(withStandard(assessment, {}, '34/2014/QĐ-TTg').mapping).toEqual({ tables: [{ sheet: 'A' }], standard: '34/2014/QĐ-TTg' });
  const corrected = withScale(assessment, {}, '2.1', 'Có: 5 điểm');
  expect(corrected.mapping).toEqual({ tables: [{ sheet: 'A' }], rubrics: { '2.1': 'Có: 5 điểm' } });
  expect(withScale(assessment, corrected, '2.1', ' ').mapping).toEqual({ tables: [{ sheet: 'A' }], rubrics: {} });
});

test('cells and names in words', () => {
  expect(cellWords("'Chấm ''24'!E9")).toEqual({ address: 'E9', sheet: "Chấm '24" });
  expect(cellWords('x')).toEqual({ address: 'x', sheet: '' });
  expect(calmName('TRẺ EM ĐƯỢC KHAI SINH')).toBe('Trẻ em được khai sinh');
  expect(calmName('Trẻ em ở xã A')).toBe('Trẻ em ở xã A');
  expect(calmName('123')).toBe('123');
});
