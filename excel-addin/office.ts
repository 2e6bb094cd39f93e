/// <reference types="office-js" />

/** The requirement set below which nothing is read or written: merged areas need 1.13, the null object of a style 1.14. */
export const LEAST_EXCEL_API = '1.14';

/** True where this Excel has a requirement set. Without a host, Office.js offers no `requirements` at all. */
export function supports(version: string, set = 'ExcelApi'): boolean {
  const context = typeof Office === 'undefined' ? undefined : (Office.context as Office.Context | undefined);
  return context?.requirements?.isSetSupported(set, version) === true;
}
