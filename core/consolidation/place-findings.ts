import { formatRange } from '../summary/words';
import { placeOf, sameResult, type Candidate, type Choice, type Group } from './candidates';
import type { ConsolidationFinding } from './consolidation';
import type { ExaminedFile } from './examined';

function resultWords(candidate: Candidate): string {
  const { points, range } = candidate.own ?? (candidate.row as NonNullable<Candidate['row']>);
  return `${formatRange(points, range)} điểm`;
}

/** A xã and a thị trấn of one name may be two units: then neither file is to be thrown away. */
function adviceFor(asked: readonly Candidate[]): string {
  const kinds = new Set(asked.map(({ name }) => name?.type ?? null).filter((type) => type !== null));
  return kinds.size > 1
    ? `Có thể là hai đơn vị cùng tên (${Array.from(kinds).join(', ')}): nếu vậy giữ cả hai tệp và đưa danh sách xã để phân biệt; nếu là một thì hỏi lại xã.`
    : 'Hỏi lại xã rồi chỉ để một tệp.';
}

/** Files and communes that came more than once, and district books that were changed after they were made. */
export function placeFindings(
  files: readonly ExaminedFile[],
  sameAs: ReadonlyMap<ExaminedFile, ExaminedFile>,
  groups: readonly Group[],
  choices: readonly Choice[],
): ConsolidationFinding[] {
  const findings: ConsolidationFinding[] = [];
  for (const file of files) {
    const same = sameAs.get(file);
    if (same === undefined) continue;
    findings.push({
      code: 'duplicate-file',
      severity: 'warning',
      commune: file.communes[0]?.commune ?? null,
      file: file.file,
      files: [same.file, file.file],
      cell: null,
      message: `${file.file} có nội dung giống hệt ${same.file}; chỉ tính một lần.`,
    });
  }
  groups.forEach((group, index) => {
    const choice = choices[index] as Choice;
    const own = group.members.filter((member) => member.own !== null);
    const subject = (choice.counted ?? choice.asked[0]) as Candidate;
    const common = {
      commune: subject.commune,
      file: subject.file.file,
      cell: null,
      files: group.members.map((member) => member.file.file),
    };
    if (choice.counted === null)
      findings.push({
        ...common,
        code: 'duplicate-commune',
        severity: 'error',
        message: `${subject.commune ?? ''} có ${choice.asked.length} kết quả khác nhau (${choice.asked.map((one) => `${placeOf(one)}: ${resultWords(one)}`).join('; ')}), chưa biết tính tệp nào. ${adviceFor(choice.asked)}`,
      });
    else if (own.length > 1)
      findings.push({
        ...common,
        code: 'duplicate-commune',
        severity: 'warning',
        message: `${subject.commune ?? ''} có ${own.length} tệp: ${own.map(placeOf).join('; ')}. ${choice.others[0]?.reason ?? ''}`,
      });
    for (const row of group.members.filter((member) => member.row !== null && own.length > 0)) {
      if (choice.counted === null || sameResult(row, choice.counted)) continue;
      findings.push({
        ...common,
        code: 'duplicate-commune',
        severity: 'error',
        cell: null,
        message: `${subject.commune ?? ''}: tệp của xã (${placeOf(choice.counted)}) tính được ${resultWords(choice.counted)}, sổ tổng hợp ${placeOf(row)} ghi ${resultWords(row)}. Đã tính theo tệp của xã; kiểm tra lại với huyện.`,
      });
    }
  });
  for (const { file, book } of files) {
    for (const { cell, message } of book?.problems ?? [])
      findings.push({ code: 'altered-summary', severity: 'error', commune: null, file, cell, message: `${file}: ${message}` });
  }
  return findings;
}
