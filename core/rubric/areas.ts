import { isSign, isWord, type Token } from './tokens';

export type Area = 'mountain' | 'lowland';

const MARKERS: readonly (readonly [area: Area, words: readonly string[]])[] = (
  [
    ['mountain', 'mien nui'],
    ['mountain', 'vung nui'],
    ['mountain', 'vung cao'],
    ['mountain', 'hai dao'],
    ['mountain', 'xa dao'],
    ['mountain', 'dac biet kho khan'],
    ['mountain', 'dbkk'],
    ['mountain', 'vung kho khan'],
    ['lowland', 'dong bang'],
    ['lowland', 'trung du'],
    ['lowland', 'xa con lai'],
    ['lowland', 'phuong con lai'],
    ['lowland', 'tran con lai'],
    ['lowland', 'vung con lai'],
    ['lowland', 'khu vuc con lai'],
    ['lowland', 'don vi con lai'],
    ['lowland', 'dia phuong con lai'],
    ['lowland', 'xa khac'],
    ['lowland', 'vung khac'],
    ['lowland', 'khu vuc khac'],
  ] as const
).map(([area, words]) => [area, words.split(' ')] as const);

interface Marker {
  readonly area: Area;
  readonly at: number;
  readonly end: number;
}

function markersIn(tokens: readonly Token[]): Marker[] {
  const found: Marker[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    for (const [area, words] of MARKERS) {
      if (!words.every((word, offset) => isWord(tokens[index + offset], word))) continue;
      const previous = found[found.length - 1];
      const numbersBetween = previous && tokens.slice(previous.end, index).some((token) => token.kind === 'number');
      if (previous && previous.area === area && !numbersBetween) found[found.length - 1] = { ...previous, end: index + words.length };
      else found.push({ area, at: index, end: index + words.length });
      index += words.length - 1;
      break;
    }
  }
  return found;
}

const AROUND = [
  'doi',
  'voi',
  'xa',
  'cac',
  'thuoc',
  'khu',
  'vuc',
  'vung',
  'phuong',
  'thi',
  'tran',
  'va',
  'o',
  'tai',
  'rieng',
  'nhung',
  'dia',
  'ban',
  'la',
  'con',
  'bien',
  'gioi',
];

/** Where the words around a marker (“đối với các xã …”) begin. */
function beginOf(tokens: readonly Token[], marker: Marker): number {
  let begin = marker.at;
  while (begin > 0 && isWord(tokens[begin - 1], ...AROUND)) begin -= 1;
  return begin;
}

function hasNumber(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind === 'number');
}

export interface AreaPart {
  readonly area: Area | null;
  readonly tokens: readonly Token[];
}

export interface AreaReading {
  readonly parts: readonly AreaPart[];
  /** The area that the clauses after this one belong to, as far as it says. */
  readonly following: Area | null;
}

/**
 * The parts of a clause's condition and the area each holds for. “Từ 95 % (miền núi từ 90 %)” has one part for each area; a
 * marker before its condition goes on for the clauses that follow, one behind it holds for its own clause only.
 */
export function readAreas(tokens: readonly Token[], current: Area | null): AreaReading {
  const markers = markersIn(tokens);
  const first = markers[0];
  if (!first) return { parts: [{ area: current, tokens }], following: current };
  const other: Area = first.area === 'mountain' ? 'lowland' : 'mountain';
  const second = markers[1];
  if (!second) {
    let open = -1;
    for (let index = first.at; index >= 0 && open < 0; index -= 1) if (isSign(tokens[index], '(', '[')) open = index;
    let close = tokens.findIndex((token, index) => index > first.at && isSign(token, ')', ']'));
    if (close < 0) close = tokens.length;
    if (open >= 0) {
      const inside = tokens.slice(open + 1, close);
      const outside = [...tokens.slice(0, open), ...tokens.slice(close + 1)];
      if (hasNumber(inside) && hasNumber(outside)) {
        return {
          parts: [
            { area: other, tokens: outside },
            { area: first.area, tokens: inside.filter((_, index) => index + open + 1 < first.at || index + open + 1 >= first.end) },
          ],
          following: current,
        };
      }
    }
    const begin = beginOf(tokens, first);
    const rest = [...tokens.slice(0, begin), ...tokens.slice(first.end)].filter(
      (token, index) => index > 0 || !isSign(token, ':', '-', ','),
    );
    return {
      parts: [{ area: first.area, tokens: rest }],
      following: begin === 0 || !hasNumber(tokens.slice(0, begin)) ? first.area : current,
    };
  }
  const parts: AreaPart[] = [];
  const leading = !hasNumber(tokens.slice(0, first.at));
  markers.forEach((marker, index) => {
    const next = markers[index + 1];
    const previous = markers[index - 1];
    const part = leading
      ? tokens.slice(marker.end, next ? beginOf(tokens, next) : tokens.length)
      : tokens.slice(previous ? previous.end : 0, beginOf(tokens, marker));
    parts.push({
      area: marker.area,
      tokens: part.filter((token, position) => !isSign(token, '(', ')') && (position > 0 || !isSign(token, ':', '-', ',', ')'))),
    });
  });
  return { parts, following: current };
}
