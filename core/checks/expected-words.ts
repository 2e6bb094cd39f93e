import type { Rubric } from '../rubric/rubric';
import { fold } from '../text/fold';
import { bandWords } from '../scoring/explain';

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** A level as the scale spells it: the words of the band that fold to it (`trung binh` → `Trung bình`). */
function spelt(level: string, bandText: string): string {
  const words = bandText.split(/[\s,;:.()–-]+/).filter((word) => word !== '');
  const length = level.split(' ').length;
  for (let at = 0; at + length <= words.length; at += 1) {
    const piece = words.slice(at, at + length).join(' ');
    if (fold(piece) === level) return capitalised(piece.toLowerCase());
  }
  return '';
}

/** The levels of a scale in its own order and spelling. */
export function levelNames(rubric: Rubric): string[] {
  const names = rubric.bands.map((band) =>
    band.condition.type === 'level' ? spelt(band.condition.level, band.text) || bandWords(band) : '',
  );
  return names.filter((name, index) => name !== '' && names.indexOf(name) === index);
}

/** How both years are written, e.g. `cả hai năm, ví dụ: Năm 2023: 24; năm 2024: 19`. `year` is the year assessed where it is known. */
export function bothYears(year: number | null): string {
  return `cả hai năm, ví dụ: ${year === null ? 'Năm trước: 24; năm nay: 19' : `Năm ${year - 1}: 24; năm ${year}: 19`}`;
}

/** What an item's result has to look like, to stand behind “Cần ghi”; without a full stop. '' where its scale says nothing about it. */
export function expectedWords(rubric: Rubric, year: number | null): string {
  const levels = levelNames(rubric);
  if (levels.length > 0) return `một trong: ${levels.join(', ')}`;
  switch (rubric.kind) {
    case 'presence':
    case 'choice':
      return rubric.bands.some((band) => band.condition.type === 'yes' || band.condition.type === 'no') ? 'Có hoặc Không' : '';
    case 'change':
      return bothYears(year);
    case 'percentage':
    case 'proportional':
      return 'tỷ lệ hoặc số liệu, ví dụ 98,5% hoặc 197/200';
    case 'incidence':
      return 'số trường hợp trên tổng số trẻ em, ví dụ 2/1.950, hoặc “Không có”';
    default:
      return `${rubric.unit === '' ? 'số lượng' : `số ${rubric.unit}`}, ví dụ 4`;
  }
}
