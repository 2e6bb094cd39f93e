/*
 * Legacy Vietnamese encodings as they look when their bytes are read as windows-1252. TCVN3 (TCVN 5712:1993, the “ABC” fonts)
 * has one character a letter; VNI-Windows has a base letter and, after it, a character for its marks.
 */

const TCVN3_FROM = '¡¢£¤¥¦§¨©ª«¬\u00ad®¯µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ';
const TCVN3_TO = 'ĂÂÊÔƠƯĐăâêôơưđẰàảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ';

/** TCVN3 character → letter. ASCII and the C1 range (where fonts keep dashes and quotes) stand for themselves. */
export const TCVN3: ReadonlyMap<string, string> = new Map(Array.from(TCVN3_FROM).map((from, index) => [from, TCVN3_TO.charAt(index)]));

const VNI_MARKED: Readonly<Record<string, readonly [marks: string, letters: string]>> = {
  a: ['øùûõïâàáåãäêèéúüë', 'àáảãạâầấẩẫậăằắẳẵặ'],
  e: ['øùûõïâàáåãä', 'èéẻẽẹêềếểễệ'],
  o: ['øùûõïâàáåãä', 'òóỏõọôồốổỗộ'],
  ô: ['øùûõï', 'ờớởỡợ'],
  u: ['øùûõï', 'ùúủũụ'],
  ö: ['øùûõï', 'ừứửữự'],
  y: ['øùûõ', 'ỳýỷỹ'],
};
const VNI_SINGLE: readonly [from: string, to: string] = ['ñôöîìíæóò', 'đơưỵìíỉĩị'];

function vniPairs(): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const base of Object.keys(VNI_MARKED)) {
    const [marks, letters] = VNI_MARKED[base] ?? ['', ''];
    for (let index = 0; index < marks.length; index += 1) {
      const mark = marks.charAt(index);
      const letter = letters.charAt(index);
      // The base letter alone decides the case: officers mix `UÛ` and `Uû`.
      for (const shown of [mark, mark.toUpperCase()]) {
        pairs.set(base + shown, letter);
        pairs.set(base.toUpperCase() + shown, letter.toUpperCase());
      }
    }
  }
  return pairs;
}

/** VNI base letter with its mark (two characters) → letter. */
export const VNI_PAIRS: ReadonlyMap<string, string> = vniPairs();

/** VNI letters that are one character. */
export const VNI_LETTERS: ReadonlyMap<string, string> = new Map(
  Array.from(VNI_SINGLE[0]).reduce<[string, string][]>((all, from, index) => {
    const to = VNI_SINGLE[1].charAt(index);
    all.push([from, to], [from.toUpperCase(), to.toUpperCase()]);
    return all;
  }, []),
);
