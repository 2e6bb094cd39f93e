import type { SourceCell } from './template';

/** “Tiêu chí 2. Trẻ em được khai sinh đúng quy định (50 điểm)”: the maximum stands in the name itself. null where it does not. */
export function maximumInName(cell: SourceCell): SourceCell | null {
  const match =
    /\(\s*(?:tối đa|điểm tối đa|tổng|tổng điểm|điểm chuẩn)?:?\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:điểm|đ)\b[^)]*\)|[-–:]\s*(?:tối đa )?(\d{1,3})\s*điểm\s*$/i.exec(
      cell.text,
    );
  if (match === null || cell.cell === null) return null;
  const text = (match[1] || match[2]) as string;
  return { ...cell, text, cell: { ...cell.cell, value: text } };
}

/** One half of a cell that holds “45/50”; other cells stay as they are. */
export function halfOfPair(cell: SourceCell, half: 'taken' | 'possible'): SourceCell {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*\/\s*(\d+(?:[.,]\d+)?)\s*$/.exec(cell.text);
  if (match === null || cell.cell === null) return cell;
  const text = (half === 'taken' ? match[1] : match[2]) as string;
  return { ...cell, text, cell: { ...cell.cell, value: Number(text.replace(',', '.')) } };
}
