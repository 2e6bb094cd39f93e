/** Tone marks of Vietnamese in decomposed text: grave, acute, tilde, hook above, dot below. */
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;

const ONSETS = new Set(['', ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')]);

const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut ' +
    'uơ uy uya uych uyên uyêt uynh uyt uyu uyn uyp ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu'
  ).split(' '),
);

const AFTER_QU = new Set(
  (
    'a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây âc e en eo et ê êch ên ênh êt êu ' +
    'i it ich in inh ôc ơ ơi ơn y yêc yên yêt ynh yt ych ya yp'
  ).split(' '),
);

/**
 * True where a word (one syllable, any case) is spelt as Vietnamese can be spelt: a known onset and rhyme, at most one tone,
 * and only sắc or nặng before a final c, ch, p or t.
 */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(TONE_MARKS) ?? [];
  if (tones.length > 1) return false;
  const base = decomposed.replace(TONE_MARKS, '').normalize('NFC');
  if (base.length > 7 || !/[aăâeêioôơuưy]/.test(base)) return false;
  if (/(?:c|ch|p|t)$/.test(base) && tones.length === 1 && tones[0] !== '\u0301' && tones[0] !== '\u0323') return false;
  if (base === 'gi') return true;
  for (let length = Math.min(3, base.length - 1); length >= 0; length -= 1) {
    const onset = base.slice(0, length);
    const rhyme = base.slice(length);
    if (!ONSETS.has(onset)) continue;
    if (onset === 'qu' ? AFTER_QU.has(rhyme) : RHYMES.has(rhyme)) return true;
  }
  return false;
}
