import fc from 'fast-check';
import type { CellStyle, DesignCell } from '../../core/summary/design';
import { resolveStyle } from '../../core/summary/styles';
import { addressLists, groupByLook } from '../../excel-addin/areas';

const styles: CellStyle[] = [resolveStyle('item'), resolveStyle('header'), resolveStyle('plain')];

test('every cell lies in exactly one area, and that area has its look', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat({ max: 2 })), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 7 }),
      (looks, width) => {
        const cells = looks.flatMap((look, index): DesignCell[] =>
          look === null ? [] : [{ row: Math.floor(index / width), column: index % width, value: null, style: styles[look] as CellStyle }],
        );
        const seen = new Map<string, CellStyle>();
        for (const { style, areas } of groupByLook({ cells })) {
          for (const area of areas) {
            for (let row = area.top; row <= area.bottom; row++) {
              for (let column = area.left; column <= area.right; column++) {
                expect(seen.has(`${row},${column}`)).toBe(false);
                seen.set(`${row},${column}`, style);
              }
            }
          }
        }
        expect(seen.size).toBe(cells.length);
        for (const cell of cells) expect(seen.get(`${cell.row},${cell.column}`)).toBe(cell.style);
      },
    ),
    { seed: 5 },
  );
});

test('lists of addresses stay short and lose none', () => {
  const areas = Array.from({ length: 700 }, (_area, row) => ({ top: row, left: 0, bottom: row, right: 8 }));
  const lists = addressLists(areas);
  expect(lists.every((list) => list.length <= 1010)).toBe(true);
  expect(lists.join(',').split(',')).toHaveLength(700);
  expect(lists[0]).toMatch(/^A1:I1,A2:I2,/);
});
