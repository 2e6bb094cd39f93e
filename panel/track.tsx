/** Where something lies on a bar, in percent of the most. */
function share(value: number, most: number): number {
  return most <= 0 ? 0 : Math.max(0, Math.min(100, (value / most) * 100));
}

interface TrackProps {
  readonly range: readonly [least: number, most: number];
  readonly maximum: number | null;
  /** The officer's own points, as a mark on the bar. */
  readonly selfScore?: number | null;
  readonly threshold?: number | null;
  readonly tone: 'full' | 'part' | 'open' | 'zero';
}

/** A bar: what is sure filled, what is still open hatched. Says nothing that the words beside it don't say: hidden from screen readers. */
export function Track({ range, maximum, selfScore = null, threshold = null, tone }: TrackProps) {
  const most = Math.max(maximum ?? 0, range[1], selfScore ?? 0, threshold ?? 0, 1);
  const [from, to] = [share(range[0], most), share(range[1], most)];
  return (
    <svg class={`track track-${tone}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track-rest" x="0" y="2" width="100" height="6" rx="0" />
      <rect class="track-sure" x="0" y="2" width={from} height="6" />
      {to > from ? <rect class="track-undecided" x={from} y="2" width={to - from} height="6" /> : null}
      {threshold === null ? null : (
        <rect class="track-threshold" x={Math.max(0, share(threshold, most) - 0.4)} y="0" width="0.8" height="10" />
      )}
      {selfScore === null ? null : (
        <rect class="track-self" x={Math.max(0, Math.min(98.4, share(selfScore, most) - 0.8))} y="0" width="1.6" height="10" />
      )}
    </svg>
  );
}
