import { openWorkbook, withinLimits } from './workbook-part';
import { END, OPEN, openXml } from './xml';

/** The kinds of Excel packages, by the ending that goes with them. */
export type PackageKind = 'xlsx' | 'xlsm' | 'xltx' | 'xltm' | 'xlam';

/** What has to be known of a package before a sheet is added to it. */
export interface PackageInfo {
  readonly kind: PackageKind;
  /** True where the workbook forbids adding sheets. */
  readonly structureLocked: boolean;
  /** True where the package carries a digital signature, which any change would void. */
  readonly signed: boolean;
  /** The names of all sheets, chart and macro sheets included, in order. */
  readonly sheetNames: readonly string[];
}

const kinds: readonly (readonly [RegExp, PackageKind])[] = [
  [/ms-excel\.sheet\.macroenabled/i, 'xlsm'],
  [/ms-excel\.template\.macroenabled/i, 'xltm'],
  [/ms-excel\.addin\.macroenabled/i, 'xlam'],
  [/spreadsheetml\.template/i, 'xltx'],
];

/** Reads what a package is without reading its sheets. Throws a WorkbookError as `readXlsx` does. */
export function readPackageInfo(bytes: Uint8Array): PackageInfo {
  return withinLimits(() => {
    const opened = openWorkbook(bytes);
    const type = contentTypeOf(opened.package.text('[content_types].xml'), opened.part);
    const found = kinds.find(([pattern]) => pattern.test(type));
    return {
      kind: found ? found[1] : 'xlsx',
      structureLocked: opened.structureLocked,
      signed: opened.package.names.some((name) => name.startsWith('_xmlsignatures/')),
      sheetNames: opened.sheets.map((sheet) => sheet.name),
    };
  });
}

function contentTypeOf(source: string | null, part: string): string {
  if (source === null) return '';
  let byEnding = '';
  const cursor = openXml(source);
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event !== OPEN) continue;
    const name = cursor.name();
    const type = cursor.attribute('ContentType') || '';
    if (name === 'Override' && (cursor.attribute('PartName') || '').replace(/^\//, '').toLowerCase() === part) return type;
    if (name === 'Default' && part.endsWith(`.${(cursor.attribute('Extension') || '').toLowerCase()}`)) byEnding = type;
  }
  return byEnding;
}
