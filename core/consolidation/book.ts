import type { SheetDesign } from '../summary/design';
import type { Workbook } from '../workbook/workbook';
import type { Consolidation } from './consolidation';
export function designDistrictBook(_consolidation: Consolidation, _options: { readonly previousBook?: Workbook | null } = {}): SheetDesign[] {
  return [];
}
