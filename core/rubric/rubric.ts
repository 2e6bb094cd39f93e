import type { ItemKind } from '../assessment';
import type { Fraction } from '../text/fractions';
import type { SourceCell } from '../template/template';

/** One end of an interval. */
export interface Limit {
  readonly value: Fraction;
  readonly inclusive: boolean;
  /** Decimals as written (`89,9 %` has 1), for holes smaller than the limit's own last decimal. */
  readonly decimals: number;
}

/**
 * What a band asks for. Interval values are in the rubric's own measure:
 * percentage → share of one (98 % is 98/100); incidence → share of one (1/1.000 is 1/1000); count → the number itself;
 * change → the share by which the value FELL against the earlier one (a rise is negative).
 */
export type BandCondition =
  | { readonly type: 'interval'; readonly from: Limit | null; readonly to: Limit | null }
  /** “Không có trẻ em bị …”, “Không có vụ nào”: the count is zero. Takes precedence over an interval that contains 0. */
  | { readonly type: 'none' }
  /** “Không phát sinh …” where the scale is a rate of cases handled: nobody is in the group. */
  | { readonly type: 'no-case' }
  | { readonly type: 'yes' }
  | { readonly type: 'no' }
  /** A named level (Tốt, Khá, …): `level` is the folded word. */
  | { readonly type: 'level'; readonly level: string };

/** One band (mức điểm). `points` are hundredths of a point. */
export interface Band {
  readonly text: string;
  readonly points: number;
  readonly condition: BandCondition;
  /** Where the band's words stand. */
  readonly cell: SourceCell;
  /** Where the officer ticks this band or writes its points, null where there is no such cell. */
  readonly mark: SourceCell | null;
}

/** “Mỗi mô hình được 5 điểm, tối đa 20 điểm”; deductions count down from `start`. Points are hundredths. */
export interface PerUnit {
  readonly pointsPerUnit: number;
  /** How many units earn `pointsPerUnit` (1 for “mỗi …”, 2 for “cứ 2 …”). */
  readonly unitSize: Fraction;
  /** 1 adds from 0 up to `cap`; -1 takes away from `start` down to 0. */
  readonly direction: 1 | -1;
  readonly cap: number | null;
  readonly start: number;
  readonly unit: string;
  readonly text: string;
}

/** “Điểm = tỷ lệ × điểm tối đa”: full points at `full` (share of one), in proportion below. */
export interface Proportional {
  readonly maxPoints: number;
  readonly full: Fraction;
  readonly text: string;
}

/** A hole or a double cover of a scale. */
export interface CoverageProblem {
  readonly type: 'gap' | 'overlap';
  /** In words, e.g. `từ 97 % đến dưới 98 %`. */
  readonly words: string;
  readonly cell: SourceCell;
}

/** A scale (thang điểm) as read. Points are hundredths of a point. */
export interface Rubric {
  readonly kind: ItemKind;
  readonly bands: readonly Band[];
  readonly perUnit: PerUnit | null;
  readonly proportional: Proportional | null;
  /** incidence: how many children the rate is written for (1000, 10000, 100000); else null. */
  readonly per: number | null;
  /** The unit named in the scale or the label (`trẻ em`, `vụ`, `cuộc`), '' where none. */
  readonly unit: string;
  readonly coverage: readonly CoverageProblem[];
  /** Pieces that could not be read as bands. Where there is any, nothing definite may be scored from what they could have covered. */
  readonly unread: readonly { readonly text: string; readonly cell: SourceCell }[];
  /** Least and most points that the scale can give. null where nothing was read. */
  readonly least: number | null;
  readonly most: number | null;
  /** Every value of the measure is covered by a band. */
  readonly complete: boolean;
  /** The scale has bands that hold only in some areas (miền núi / đồng bằng) and this tells which were taken; null where it has none. */
  readonly area: 'mountain' | 'lowland' | 'undecided' | null;
  /**
   * Only where `area` is 'undecided': the scale as it reads for a mountain unit and for a lowland one, in this order. `bands` then holds
   * only the bands on which both agree; a value's points are decided where both readings give the same.
   */
  readonly alternatives?: readonly Rubric[];
}
