import type { Assessment } from '../assessment';
import type { Workbook } from '../workbook/workbook';
import { piece } from './builder';
import type { SheetBuilder } from './builder';
import type { SheetKind, StampCell } from './design';
import { normaliseValue } from './normalise';
import { hashSources } from './source-hashes';
import { formatStamp, hashCell, hashRow, STAMP_FORMAT, stampPrefixes, startText } from './stamp';
import type { Stamp } from './stamp';
import { readableTime } from './words';

/** What a stamp says about the run that makes it. */
export interface SealInput {
  readonly kind: SheetKind;
  readonly workbook: Workbook;
  readonly assessment: Assessment;
  /** ISO 8601, handed in by the host: the core reads no clock. */
  readonly time: string;
  readonly version: string;
  readonly confirmed: readonly [first: number, last: number] | null;
}

/** A stamp that would not fit into a cell tells its rows apart, no longer their cells. */
const MOST_CHARACTERS = 30000;

/** Puts the time, in words, and the stamp under a sheet whose rows are all there, over all its columns, and returns its cell. Nothing may be added afterwards. */
export function sealSheet(builder: SheetBuilder, columnCount: number, input: SealInput): StampCell {
  builder.add([piece(0, `Lập lúc ${readableTime(input.time)} (giờ Việt Nam).`, 'note', { to: columnCount - 1 })]);
  const values = builder.heights().map(() => new Array<string>(columnCount).fill(''));
  for (const cell of builder.cells())
    (values[cell.row] as string[])[cell.column] = cell.hand === undefined ? normaliseValue(cell.value) : '';
  const hand = builder
    .hands()
    .map(({ key, row, column, placeholder }) => ({ key, row, column, placeholder: hashCell(normaliseValue(placeholder)) }));
  const stamp: Stamp = {
    format: STAMP_FORMAT,
    kind: input.kind,
    time: input.time,
    version: input.version,
    standard: input.assessment.standard.id,
    ...hashSources(input.workbook, input.assessment),
    confirmed: input.confirmed,
    hand,
    columnCount,
    rows: values.map((row) => ({ hash: hashRow(row), cells: row.map(hashCell) })),
  };
  const whole = formatStamp(stamp);
  const text =
    whole.length <= MOST_CHARACTERS ? whole : formatStamp({ ...stamp, rows: stamp.rows.map((row) => ({ hash: row.hash, cells: [] })) });
  const row = builder.add([piece(0, text, 'stamp', { to: columnCount - 1 })], 11);
  return { row, column: 0, startText: startText(input.kind), text, prefixes: stampPrefixes(input.kind) };
}
