import type { SheetDesign } from '../summary/design';
import type { AgencyAssignment } from '../standards/standard';
import { standardById } from '../standards/registry';
import type { Workbook } from '../workbook/workbook';
import { designAppraisal } from './book-appraisal';
import { designCommunes } from './book-communes';
import { designCriteria } from './book-criteria';
import { designFiles } from './book-files';
import { designBookFindings } from './book-findings';
import { designRecognition } from './book-recognition';
import { readAppraisal } from './book-reading';
import type { Consolidation } from './consolidation';

export interface BookOptions {
  /** An earlier district book: what hands wrote into its appraisal sheet is kept. */
  readonly previousBook?: Workbook | null;
  /** Which agency answers for which criteria; the standard's first preset where left out. */
  readonly assignment?: AgencyAssignment | null;
}

/** The district book: six sheets in host-neutral design data, stamped; print-ready on A4. */
export function designDistrictBook(consolidation: Consolidation, options: BookOptions = {}): SheetDesign[] {
  const presets = standardById(consolidation.standard ?? '')?.agencyAssignments ?? [];
  const assignment = options.assignment === undefined ? (presets[0] ?? null) : options.assignment;
  const appraisal = options.previousBook ? readAppraisal(options.previousBook) : [];
  return [
    designCommunes(consolidation),
    designRecognition(consolidation),
    designBookFindings(consolidation),
    designFiles(consolidation),
    designCriteria(consolidation, assignment),
    designAppraisal(consolidation, assignment, appraisal),
  ];
}
