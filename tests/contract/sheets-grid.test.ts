/** Few calls say the same as many: rectangles cover exactly the cells they stand for, stacked merges exactly the merges. */
import fc from 'fast-check';
import { parseRange } from '../../core/workbook/references';
import type { CellRange } from '../../core/workbook/workbook';
import { rectangles, stackMerges, stretches } from '../../sheets-addon/server/grid';

const key = ({ row, column }: { row: number; column: number }) => `${row},${column}`;

test.each([
  [true, true],
  [true, false],
  [false, true],
  [false, false],
])('rectangles (along %s, down %s)', (along, down) => {
  const places = fc.uniqueArray(fc.record({ row: fc.nat(7), column: fc.nat(7) }), { selector: key, minLength: 1 });
  fc.assert(
    fc.property(places, (given) => {
      const areas = rectangles(given, along, down).map((address) => parseRange(address) as CellRange);
      const covered = areas.flatMap((area) => {
        expect(along || area.left === area.right).toBe(true);
        expect(down || area.top === area.bottom).toBe(true);
        const cells = [];
        for (let row = area.top; row <= area.bottom; row++)
          for (let column = area.left; column <= area.right; column++) cells.push(key({ row, column }));
        return cells;
      });
      expect(covered.sort()).toEqual(given.map(key).sort());
    }),
    { seed: 20261122 },
  );
});

test('stacked merges', () => {
  const rows = fc.array(fc.record({ left: fc.nat(3), width: fc.integer({ min: 1, max: 3 }), height: fc.constantFrom(1, 1, 1, 2) }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(rows, (given) => {
      let top = 0;
      const merges = given.map(({ left, width, height }) => {
        const merge = { top, left, bottom: top + height - 1, right: left + width };
        top += height;
        return merge;
      });
      const unstacked = stackMerges(merges).flatMap(({ area, across }) =>
        across
          ? Array.from({ length: area.bottom - area.top + 1 }, (_each, index) => ({
              ...area,
              top: area.top + index,
              bottom: area.top + index,
            }))
          : [area],
      );
      const sort = (areas: readonly CellRange[]) =>
        areas.map(({ top: first, left, bottom, right }) => [first, left, bottom, right].join()).sort();
      expect(sort(unstacked)).toEqual(sort(merges));
    }),
    { seed: 20261122 },
  );
});

test('stretches', () => {
  expect(stretches([1, 1, 2, 1])).toEqual([
    { first: 0, last: 1, value: 1 },
    { first: 2, last: 2, value: 2 },
    { first: 3, last: 3, value: 1 },
  ]);
});
