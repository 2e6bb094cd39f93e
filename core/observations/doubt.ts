import type { SourceCell } from '../template/template';
import { fold } from '../text/fold';

/*
 * A result is what was done in the year assessed. Words of a plan, of something called off, still missing, suspected or counted in another
 * year stand beside a figure without making it a result: such a cell decides nothing (contract: never a guess).
 */

const PLANNED =
  /\b(se|du kien|du tinh|phan dau|chuan bi|dang xin|cho phe duyet|uoc|uoc tinh|de xuat)\b|^(dang ky|chi tieu|muc tieu|ke hoach|(da )?de nghi)\b(?! (so|khai|duoc|\d+ ?%))|\btrong ke hoach$|\d+ \S+ ke hoach$/;
const CALLED_OFF = /\b(hoan|huy|tam dung|da nghi|nghi viec|thoi viec|khong con|het nhiem ky)\b/;
const LACKING = /\b(thieu|con thieu|chua (to chuc|duoc|thuc hien|hoan thanh|xong|dat|lam|trien khai)|khong (to chuc|thuc hien) duoc)\b/;
const SUSPECTED = /\b(nghi (ngo|van|co|bi)?|chua xac minh|dang xac minh|cho xac minh|chua ro|khong ro|chua chac)\b/;
const BOUNDED = /\b(khong qua|toi da|it hon|duoi)\b/;
/** Without their marks these look like words of doubt: hoàn thành, hoàn cảnh, huy động, hội nghị, thiếu nhi, dân tộc thiểu số, chia sẻ, quy ước. */
const HARMLESS =
  /\b(?:hoan (?:thanh|canh|thien|toan|chinh)|huy (?:dong|hieu|chuong)|(?:hoi|kien|tien|bo) nghi|nghi (?:quyet|dinh|he|tet|le|phep|luc|thuc)|thieu (?:nhi|nien|so)|giam thieu|chia se|(?:quy|cong|giao|dieu|huong) uoc|uoc mo)\b/g;
/** Papers are dated and numbered, and comparisons name the earlier year: neither moves the result into that year. */
const PAPERS = /\((?:[^()]*\b(?:bc|qd|kh|cv|bb|tb|ct|so|bao cao|quyet dinh|ke hoach|bien ban|cong van|danh sach|ngay)\b[^()]*)\)/g;
const COMPARED = /\b(so voi|hon|cung ky)( (cung ky|nam))* (20\d\d)\b/g;
const YEAR = /\bnam (20\d\d)\b|^\(?(20\d\d)\)?$|\((20\d\d)\)/g;

/** Where the words put the result: years that they name, without those of papers and comparisons. */
function yearsIn(text: string): number[] {
  const bare = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(PAPERS, ' ')
    .replace(COMPARED, ' ');
  const years: number[] = [];
  let match = YEAR.exec(bare);
  while (match !== null) {
    years.push(Number(match[1] ?? match[2] ?? match[3]));
    match = YEAR.exec(bare);
  }
  YEAR.lastIndex = 0;
  return years;
}

/**
 * True where the words of a result cell put it in doubt. `counted`: the result is a figure, so that an upper bound (“không quá 2 vụ”) leaves it
 * open as well. `year`: the year assessed, null where unknown.
 */
export function isDoubtful(cell: SourceCell | null, counted: boolean, year: number | null): boolean {
  if (cell === null || cell.cell === null || typeof cell.cell.value !== 'string' || cell.cell.formula !== undefined) return false;
  const { text } = cell;
  if (text.length < 3 || !/[\p{L}?]|\(20\d\d\)/u.test(text)) return false;
  const folded = fold(text.replace(/\([^()]*(?:BC|QĐ|KH|CV|BB|số)\s[^()]*\)/g, ' '));
  if (/\?/.test(text) && !/^\s*\?+\s*$/.test(text)) return true;
  const words = folded.replace(HARMLESS, ' … ').replace(/\b(theo|dung|vuot|dat|\d+) (ke hoach|chi tieu|muc tieu|de nghi)\b/g, ' ');
  if (PLANNED.test(words) || CALLED_OFF.test(words) || SUSPECTED.test(words)) return true;
  if (LACKING.test(words)) return true;
  if (counted && BOUNDED.test(words) && !/%/.test(text)) return true;
  const years = yearsIn(text);
  return year !== null && years.length > 0 && !years.includes(year);
}
