import { formatPoints } from '../../core/summary/words';
import type { ConsolidationView } from './consolidation-view';

/** How the district stands, in a few numbers; “not sent” and “not decided” are counted by themselves, never as a refusal. */
export function Overview({ view }: { readonly view: ConsolidationView }) {
  const { recognition, communes } = view;
  const about = [view.district, view.province, view.year === null ? null : `năm ${view.year}`].filter((part) => part !== null).join(', ');
  const numbers: readonly (readonly [string, number, string])[] = [
    ['meets', recognition.meets, 'đủ điều kiện'],
    ['fails', recognition.fails, 'không đủ'],
    ['undetermined', recognition.undetermined, 'chưa kết luận được'],
    ['missing', recognition.missing.length, 'chưa nộp'],
  ];
  return (
    <section class="overview" aria-labelledby="overview-heading">
      <h2 id="overview-heading" tabIndex={-1}>
        {communes.length} xã{about === '' ? '' : ` – ${about}`}
      </h2>
      <ul class="numbers">
        {numbers
          .filter(([name, count]) => count > 0 || name === 'meets')
          .map(([name, count, words]) => (
            <li key={name} data-count={name}>
              <b>{count}</b> <span>{words}</span>
            </li>
          ))}
      </ul>
      {recognition.percent === null ? null : (
        <p>
          Tỷ lệ đủ điều kiện: {recognition.meets}/{recognition.of} xã = {formatPoints(recognition.percent)} %
          {view.roster === null ? ' số xã đã nộp (chưa có danh sách xã phải nộp)' : ' số xã trong danh sách'}.
        </p>
      )}
      {view.reference === null ? null : (
        <p class="quiet">
          {view.reference.source === 'given'
            ? `Đối chiếu với thang điểm chuẩn: ${view.reference.file}.`
            : `Đối chiếu với thang điểm nhiều xã dùng nhất (như ${view.reference.file}).`}
        </p>
      )}
    </section>
  );
}
