import type { LabelledFigure, SourceCell } from '../template/template';
import { fold } from '../text/fold';
import type { Sheet } from '../workbook/workbook';
import { report, type ChecksInput, type Draft } from './draft';
import { groupOfFigure, groupOfItem, isSubgroup, type PopulationGroup } from './population-groups';

/** One place where the size of a group is written. */
interface Mention {
  readonly group: PopulationGroup;
  readonly size: number;
  readonly cell: SourceCell;
  readonly criterion?: number;
  readonly item?: string;
}

// “0/1.000” and “98/100” are rates written as fractions; their lower number counts nobody.
const RATE_BASES = new Set([0, 100, 1000, 10000, 100000]);

function countIn(cell: SourceCell): number | null {
  const value = cell.cell?.value;
  const text = cell.text.trim();
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^(?:\d+|\d{1,3}(?:[.,\s]\d{3})+)$/.test(text)
        ? Number(text.replace(/\D/g, ''))
        : null;
  return number !== null && Number.isInteger(number) && number > 0 ? number : null;
}

/** A sheet whose name or title names only other years: last year's, left in the workbook. */
function isOfAnotherYear(sheet: Sheet, year: number | null): boolean {
  if (year === null) return false;
  const titles = [
    sheet.name,
    ...sheet.cells.filter((cell) => cell.row < 8 && typeof cell.value === 'string').map((cell) => String(cell.value)),
  ];
  const years = titles.flatMap((title) => (fold(title).match(/\bnam 20\d\d\b/g) ?? []).map((words) => Number(words.slice(4))));
  const inName = (sheet.name.match(/(?:19|20)\d\d/g) ?? []).map(Number);
  const named = inName.length > 0 ? inName : years;
  return named.length > 0 && !named.includes(year);
}

function figureMentions(input: ChecksInput): Mention[] {
  const year = input.year ?? input.template.year;
  const skipped = new Set(input.workbook.sheets.filter((sheet) => isOfAnotherYear(sheet, year)).map((sheet) => sheet.name));
  const read = input.template.figures
    .map((figure: LabelledFigure) => ({ group: groupOfFigure(figure.label), size: countIn(figure.value), cell: figure.value }))
    .filter((one): one is Mention => one.group !== null && one.size !== null && !skipped.has(one.cell.location.sheet));
  const rows = new Map<string, Set<number>>();
  const groups = new Map<string, Set<number>>();
  const rowOf = ({ cell }: Mention): string => `${cell.location.row} ${cell.location.sheet}`;
  const groupOf = ({ cell, group }: Mention): string => `${group.key}\u0001${cell.location.sheet}`;
  for (const mention of read) {
    for (const [sizes, key] of [[rows, rowOf(mention)] as const, [groups, groupOf(mention)] as const]) {
      const known = sizes.get(key);
      if (known === undefined) sizes.set(key, new Set([mention.size]));
      else known.add(mention.size);
    }
  }
  return read.filter((mention) => {
    // Two columns of one row are two dates or two places; which of them counts is not for us to guess.
    if ((rows.get(rowOf(mention))?.size ?? 0) > 1) return false;
    // A list by hamlet names the same group on every line; and a bare “Tổng số trẻ em” under several headings need not be the same children.
    const sizes = groups.get(groupOf(mention))?.size ?? 0;
    return sizes < 3 && (mention.group.words !== 'trẻ em' || sizes === 1);
  });
}

function itemMentions(input: ChecksInput): Mention[] {
  return input.score.criteria.flatMap((criterion) =>
    criterion.items.flatMap((scored): Mention[] => {
      const { observation, rubric, item, kind } = scored;
      const denominator = observation.denominator;
      if ((kind !== 'percentage' && kind !== 'incidence') || denominator === null || denominator.denominator !== 1) return [];
      if (denominator.numerator <= 0 || RATE_BASES.has(denominator.numerator) || denominator.numerator === rubric.per) return [];
      const label = item.label.trim() === '' ? criterion.criterion.name : item.label;
      const perChildren = kind === 'incidence' || /\btren 1(?: ?0{2})* ?0{2,3} tre\b/.test(fold(label));
      const group = groupOfItem(label, perChildren);
      const cell = observation.cells.denominator ?? observation.cells.observation;
      if (group === null || cell === null) return [];
      return [{ group, size: denominator.numerator, cell, criterion: criterion.criterion.number, item: item.number }];
    }),
  );
}

/** Reading order of sheets, rows and columns. */
function byPlace(input: ChecksInput): (left: Mention, right: Mention) => number {
  const order = new Map(input.workbook.sheets.map((sheet, index) => [sheet.name, index]));
  const at = (mention: Mention): number => order.get(mention.cell.location.sheet) ?? order.size;
  return (left, right) =>
    at(left) - at(right) || left.cell.location.row - right.cell.location.row || left.cell.location.column - right.cell.location.column;
}

function shown(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

function place(mention: Mention, cells: readonly SourceCell[]) {
  return {
    at: mention.cell,
    cells,
    ...(mention.criterion === undefined ? {} : { criterion: mention.criterion }),
    ...(mention.item === undefined ? {} : { item: mention.item }),
  };
}

/** What one group's mentions agree on (`size` null where no size has the majority), and those that are out of line. */
function settle(mentions: readonly Mention[]): {
  readonly size: number | null;
  readonly odd: readonly Mention[];
  readonly expected: Mention | null;
} {
  const counts = new Map<number, number>();
  for (const mention of mentions) counts.set(mention.size, (counts.get(mention.size) ?? 0) + 1);
  if (counts.size === 1) return { size: mentions[0]!.size, odd: [], expected: null };
  const ranked = [...counts.entries()].sort((left, right) => right[1] - left[1]);
  const majority = ranked[0]![1] > ranked[1]![1] ? ranked[0]![0] : null;
  const size = majority ?? mentions[0]!.size;
  const expected = mentions.find((mention) => mention.size === size) ?? null;
  return { size: majority, odd: mentions.filter((mention) => mention.size !== size), expected };
}

function checkSameGroup(groups: readonly (readonly Mention[])[]): Draft[] {
  return groups.flatMap((mentions) => {
    const { odd, expected } = settle(mentions);
    if (expected === null) return [];
    const seen = new Set<number>();
    return odd
      .filter((mention) => !seen.has(mention.size) && seen.add(mention.size))
      .map((mention) => {
        const others = mentions.filter((other) => other.size === expected.size);
        const cells = [...mentions.filter((other) => other.size === mention.size), ...others].map((other) => other.cell);
        const group = mention.group.words;
        return report('inconsistent-population', place(mention, cells), {
          scope: 'same',
          group,
          seen: shown(mention.size),
          other: shown(expected.size),
          otherCells: others
            .map((other) => other.cell.reference)
            .slice(0, 3)
            .join(', '),
        });
      });
  });
}

interface Sized {
  readonly mention: Mention;
  readonly size: number;
}

/** Each group that is out of line once: first the one that contradicts most others, of two equals the later. */
function checkSubgroups(sized: readonly Sized[]): Draft[] {
  const drafts: Draft[] = [];
  let left = [...sized];
  for (;;) {
    const pairs = left.flatMap((part) =>
      left
        .filter((whole) => isSubgroup(part.mention.group, whole.mention.group) && part.size > whole.size)
        .map((whole) => ({ part, whole })),
    );
    if (pairs.length === 0) return drafts;
    const conflicts = (one: Sized): number => pairs.filter((pair) => pair.part === one || pair.whole === one).length;
    const culprit = left.reduce((worst, one) => (conflicts(one) >= conflicts(worst) ? one : worst));
    const { part, whole } = pairs.find((pair) => pair.part === culprit || pair.whole === culprit)!;
    const words = {
      part: part.mention.group.words,
      partSize: shown(part.size),
      whole: whole.mention.group.words,
      wholeSize: shown(whole.size),
      wholeCell: whole.mention.cell.reference,
    };
    drafts.push(
      report('inconsistent-population', place(culprit.mention, [part.mention.cell, whole.mention.cell]), { scope: 'subgroup', ...words }),
    );
    left = left.filter((one) => one !== culprit);
  }
}

/**
 * Findings about sizes of groups of children: the same group written with two sizes, or a subgroup larger than its group. Looks at the
 * denominators of items and at labelled figures of data sheets, and only where the words name the group for certain.
 */
export function checkPopulations(input: ChecksInput): Draft[] {
  const figures = figureMentions(input);
  const known = new Set(input.template.figures.map((figure) => figure.value.reference));
  // A denominator that stands in a labelled cell counts what that label says.
  const items = itemMentions(input).filter((mention) => !known.has(mention.cell.reference));
  const mentions = [...figures, ...items].sort(byPlace(input));
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) groups.set(mention.group.key, [...(groups.get(mention.group.key) ?? []), mention]);
  const all = [...groups.values()];
  const sized = all.flatMap((members): Sized[] => {
    const { size } = settle(members);
    return size === null ? [] : [{ size, mention: members.find((member) => member.size === size)! }];
  });
  sized.sort((left, right) => byPlace(input)(left.mention, right.mention));
  return [...checkSameGroup(all), ...checkSubgroups(sized)];
}
