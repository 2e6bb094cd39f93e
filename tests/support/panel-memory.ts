import type { Mapping } from '../../core/assessment';
import type { Workbook } from '../../core/workbook/workbook';
import { memoryHost } from './memory-host';
import type { MemoryHost } from './memory-host';

/** How `oddWorkbook` is to be read. */
export const mountedMapping: Mapping = {
  standard: '06/2019/QĐ-TTg',
  tables: [
    {
      sheet: 'Biểu',
      headerRows: [3],
      columns: { A: 'number', B: 'name', C: 'rubric', D: 'maximum', E: 'result', F: 'self-score' },
      criterionRows: { '4': 2, '6': 7 },
    },
  ],
};

/** A host that has kept what is given. */
export function remembering(workbook: Workbook, kept: Readonly<Record<string, string>> = {}): MemoryHost {
  return memoryHost(workbook, { kept });
}
