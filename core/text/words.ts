import { expandAbbreviations } from './abbreviations';
import { fold, normalise } from './fold';
import { rememberTexts } from './remember';

const TICK_SIGNS = /^[x×✓✔√☑☒✗✘v+●■◉]$/i;
const YES_SIGNS = /^[x×✓✔√☑+●v]$/i;
const NO_SIGNS = /^[☐□○✗✘]$/;
const LONGEST_ANSWER = 160;
/** Beyond this a text is a report, not an answer. */
const LONGEST_TEXT = 600;

/** The words of a short answer: abbreviations written out, without brackets that only comment; small letters, with and without diacritics. */
const answerWords = rememberTexts((text): { readonly accented: readonly string[]; readonly folded: string } => {
  const shown = normalise(expandAbbreviations(text.replace(/\([^()]*\)/g, ' ')));
  return { accented: shown.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [], folded: fold(shown) };
});

/** First words of answers as they are spelt: `Cô giáo`, `Dự toán`, `Đất` and `Chùa` fold to the same letters and are none. */
const FIRST_WORDS = new Set('có đã đạt rồi đủ đầy đúng hoàn thực đảm bảo không chưa yes true no false'.split(' '));

/** The answer's own folded words, '' where it has none, is too long or begins with a word that only looks like an answer. */
const answerOf = rememberTexts(
  (text) => {
    if (text.length > LONGEST_TEXT) return '';
    const { accented, folded } = answerWords(text);
    const words = / (?:khong|chua|k) /.test(folded) ? folded.replace(PLACE_AND_TIME, '') : folded;
    if (words === '' || words.length > LONGEST_ANSWER) return '';
    const first = accented[folded.split(' ').length - words.split(' ').length] ?? '';
    return FIRST_WORDS.has(first) || accented.join(' ') === folded ? words : '';
  },
  8192,
  LONGEST_TEXT,
);

/** `Trong năm trên địa bàn xã không …`: where and when, before the answer itself. */
const PLACE_AND_TIME =
  /^(?:(?:trong|den|tren|tai|o|cua|nam|nay|ky|quy|thang|dia|ban|phuong|toan|xa|thi|tran|don|vi|hien|thoi|diem|tinh|bao|cao|ket|qua|\d+) )+(?=(?:khong|chua|k) )/;
/** Nouns for cases: `không có` before them says that nobody is in the group, or that nothing happened. */
const CASE_NOUN = '(?:truong hop|tre em|tre|ca|em|chau|hoc sinh|nan nhan|tai nan|tinh trang|don thu|phan anh)';
const COUNTED_NOUN = '(?:mo hinh|cuoc|buoi|nguoi|cau lac bo|dien dan|lop|hoat dong|diem)';

const NO_CASE = /^(?:khong|chua)(?: co| de)* (?:phat sinh|vu viec|vu|doi tuong|nhom doi tuong|tre(?: em)? thuoc (?:dien|doi tuong|nhom))\b/;
const NOTHING_HAPPENED = new RegExp(
  `^(?:khong|khong co|khong co ai|khong con|(?:khong|chua)(?: de| co)* xay ra|(?:khong|chua)(?: co)? (?:ghi nhan|phat hien)|(?:khong|chua)(?: co| con)+ (?:mot )?${CASE_NOUN}|` +
    `(?:khong|chua) co (?:mot )?${COUNTED_NOUN}(?: nao)?$)(?: .*)?$`,
);

/** `Không trường hợp nào`, `Không có hộ gia đình nào`. */
const NONE_OF_THEM =
  /^(?:khong|chua)(?: (?:truong hop|tre em|tre|ca|em|chau|hoc sinh)(?: nao)?$| (?:co |con |truong hop |tre |em |ca |chau )(?:\S+ ){0,5}nao(?: |$))/;

/**
 * What a text says about there being nothing: `no-case` (nobody is in the group: `Không phát sinh`, `Không có vụ việc`, `Không có đối tượng`),
 * `none` (nothing was counted: `Không`, `Không có`, `Không có trường hợp nào`, `Không xảy ra`), else null. Which of them counts, and whether it
 * means zero, depends on the scale: that is the caller's to know.
 */
export function readNone(text: string): 'none' | 'no-case' | null {
  const words = answerOf(text);
  if (words === '' || NO_DATA.test(words)) return null;
  if (/\b(?:nhung|tuy nhien|chi co|ngoai ra)\b/.test(words) || /\d/.test(words)) return null;
  if (NO_CASE.test(words)) return 'no-case';
  if (words === 'khong' || words === 'khong co') return 'none';
  if (NONE_OF_THEM.test(words)) return 'none';
  const match = NOTHING_HAPPENED.exec(words);
  if (match === null) return null;
  // Bare `không …` and `không có …` with other nouns answer yes or no, they do not count.
  return /^khong (?!co |con\b|de |xay ra|ghi nhan|phat hien)/.test(words) || isOtherNoun(words) ? null : 'none';
}

function isOtherNoun(words: string): boolean {
  return (
    /^(?:khong|chua) co /.test(words) &&
    !new RegExp(`^(?:khong|chua) co (?:mot |con )?(?:${CASE_NOUN}|${COUNTED_NOUN}|ai|gi|xay ra|ghi nhan|phat hien)\\b`).test(words)
  );
}

const YES = /^(?:co|da|dat|roi|du|day du|yes|true|dung|hoan thanh|thuc hien tot|dam bao|bao dam)\b/;
/** What can be lacking in an answer of no: `Không bố trí`, `Chưa thực hiện`, `Không có kinh phí`. */
const NO = new RegExp(
  '^(?:khong|chua)(?: duoc| co| the| he)*(?: (?:dat|thuc hien|bo tri|to chuc|thanh lap|xay dung|ban hanh|hoan thanh|du|day du|dam bao|bao dam|dung|trien khai|duy tri|' +
    'thuong xuyen|phan cong|kien toan|lap|ky|phe duyet|kinh phi|ngan sach|nguon|can bo|cong tac vien|ban|nhom|ke hoach|quyet dinh|van ban|cong trinh|nguoi|mo hinh|cau lac bo|diem|dien dan|' +
    'lop|cuoc|buoi|hoat dong|ho so|so theo doi|danh sach|tot|kip thoi|quan tam|chuan|yeu cau|hai long|hop|hop le)\\b.*)?$',
);

/**
 * A yes/no answer: `Có`, `x`, `✓`, `Đạt`, `Đã bố trí`, `Có bố trí 01 người`, `TRUE` → yes; `Không`, `Chưa`, `Không đạt`, `Chưa thực hiện`, `Không có kinh
 * phí` → no. null for anything else: `Không phát sinh` and `Không có trường hợp nào` (see `readNone`), `Đạt 98 %`, `Có nhưng chưa đầy đủ`.
 */
export function readAnswer(text: string): 'yes' | 'no' | null {
  const shown = text.trim();
  if (YES_SIGNS.test(shown)) return 'yes';
  if (NO_SIGNS.test(shown)) return 'no';
  // Letters of a legend (“C - có, K - không”), alone in their cell.
  if (/^(?:c|đ)\.?$/i.test(shown.normalize('NFC'))) return 'yes';
  if (/^(?:k|kđ|cđ)\.?$/i.test(shown.normalize('NFC'))) return 'no';
  const words = answerOf(shown);
  if (words === '' || NO_DATA.test(words)) return null;
  if (words === 'no' || words === 'false') return 'no';
  if (/\b(?:nhung|tuy nhien)\b/.test(words)) return null;
  if (/^(?:khong|chua)\b/.test(words)) return NO_CASE.test(words) ? null : NO.test(words) ? 'no' : null;
  if (!YES.test(words) || /\b(?:khong|chua)\b(?! (?:de|bi|vi pham)\b)/.test(words)) return null;
  return /^dat\b/.test(words) && /\d/.test(words) ? null : 'yes';
}

const NO_DATA =
  /^(?:(?:hien|dang|tam thoi|nay|hien tai) )*(?:(?:chua|khong)(?: (?:co|thu thap|thong ke|tong hop|cap nhat|nhan|cung cap|nam|duoc|du))* (?:so lieu|du lieu|thong tin)|chua (?:co |nhan )?(?:duoc )?(?:bao cao|ket qua|thong ke|tong hop|cap nhat|xac dinh|ro|biet|danh gia|khao sat|thu thap|nhap)|(?:dang|cho|doi) (?:cap nhat|tong hop|thong ke|bo sung|cho|so lieu|ra soat|thu thap|bao cao|xac minh)|(?:bo sung|cap nhat|bao cao) sau|khong (?:ro|biet|xac dinh duoc|thong ke duoc|ap dung))\b/;
const NO_DATA_SIGNS = /^(?:n a|na|null|tbd|nil)$/;

/** `dash` for a cell with dashes or a slash alone, `no-data` for `chưa có số liệu`, `đang cập nhật`, `...`, `?`, `N/A`; else null. */
export function isNoData(text: string): 'dash' | 'no-data' | null {
  const signs = text.replace(/\s+/g, '');
  if (signs === '') return null;
  if (/^[-–—−_/\\]+$/.test(signs)) return 'dash';
  if (/^[.…?？]+$/.test(signs)) return 'no-data';
  if (text.length > LONGEST_TEXT) return null;
  const plain = fold(text);
  return NO_DATA_SIGNS.test(plain) || NO_DATA.test(answerWords(text).folded || plain) ? 'no-data' : null;
}

/** True for a mark that ticks a box: `x`, `X`, `✓`, `✔`, `√`, `☑`, `+`, `v`, `1`. */
export function readTick(text: string): boolean {
  const shown = text.trim();
  return shown === '1' || TICK_SIGNS.test(shown);
}

export { readLevel } from './levels';
