import { fold, normalise } from './fold';

/** Named levels with their diacritics, so that the `cao` of `báo cáo` is none. */
const LEVELS = [
  ['hoàn thành xuất sắc', 'hoàn thành tốt', 'không hoàn thành', 'chưa hoàn thành', 'hoàn thành'],
  ['rất không hài lòng', 'không hài lòng', 'chưa hài lòng', 'rất hài lòng', 'hài lòng', 'bình thường'],
  [
    'xuất sắc',
    'rất tốt',
    'tốt',
    'chưa tốt',
    'không tốt',
    'giỏi',
    'khá tốt',
    'khá',
    'trung bình khá',
    'trung bình',
    'yếu',
    'yếu kém',
    'kém',
    'rất kém',
  ],
  ['đạt chuẩn', 'không đạt chuẩn', 'chưa đạt chuẩn', 'đạt yêu cầu', 'không đạt yêu cầu', 'chưa đạt yêu cầu', 'không đạt', 'chưa đạt'],
  ['rất thường xuyên', 'thường xuyên', 'không thường xuyên', 'chưa thường xuyên', 'thỉnh thoảng'],
  ['đầy đủ', 'chưa đầy đủ', 'không đầy đủ', 'kịp thời', 'chưa kịp thời', 'không kịp thời'],
  ['rất cao', 'cao', 'thấp', 'rất thấp', 'mạnh', 'nhanh', 'chậm'],
];

const byLength = ([] as string[])
  .concat(...LEVELS)
  .map((level) => ({ accented: normalise(level), folded: fold(level) }))
  .sort((a, b) => b.folded.length - a.folded.length);

/**
 * The folded words of the one named level in a text (`Đạt mức Tốt` → `tot`, `Rất hài lòng` → `rat hai long`); of levels within each other the
 * longest. null for none and for two different ones. Without any diacritics in the text it is compared without.
 */
export function readLevel(text: string): string | null {
  const accented = normalise(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  const folded = fold(text);
  const plain = accented === folded;
  let left = ` ${plain ? folded : accented} `;
  const found: string[] = [];
  for (const level of byLength) {
    const needle = ` ${plain ? level.folded : level.accented} `;
    if (!left.includes(needle)) continue;
    left = left.split(needle).join(' | ');
    found.push(level.folded);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}
