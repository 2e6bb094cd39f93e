/// <reference types="google-apps-script" />
/**
 * What the doubles of Google's services are made of. Every object is typed by `@types/google-apps-script`: a method, argument or return type
 * that Google does not have fails to compile. A method that is not listed throws, so that a double never agrees in silence.
 * Comments such as `range#getValues()` name the page below https://developers.google.com/apps-script/reference/spreadsheet/ that says so.
 */
import type { Span } from '../../core/workbook/workbook';
import type { ModelSheet, WorkbookModel } from './workbook-model';
import { usedRange } from './workbook-model';

/** An error as Google throws it: the name is `Exception`. */
export function googleError(message: string): Error {
  return Object.assign(new Error(message), { name: 'Exception' });
}

/** What a sheet of Google's has and the shared model has not. */
export interface SheetExtras {
  maxRows: number;
  maxColumns: number;
  frozenColumns: number;
  /** Rows that a filter hides. */
  filteredRows: Span[];
  protections: { readonly type: 'SHEET' | 'RANGE'; readonly canEdit: boolean; readonly warningOnly: boolean }[];
  /** A chart or a connected data set on a sheet of its own has no grid. */
  type: 'GRID' | 'OBJECT';
}

export interface SheetsSettings {
  readonly timeZone?: string;
  readonly locale?: string;
  /** `NONE`: the add-on was never allowed anything; only menus can be built. https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle */
  readonly authMode?: 'NONE' | 'LIMITED' | 'FULL';
  /** The file is an .xlsx in Office mode. */
  readonly officeMode?: boolean;
  /** Another execution holds the document's lock. */
  readonly lockHeld?: boolean;
  /** Formulas come in the spreadsheet's locale: `;` between arguments and a decimal comma. */
  readonly localFormulas?: boolean;
  /** Called before each listed method: throws where the test wants Google to fail there. */
  readonly onCall?: (method: string, count: number) => void;
}

/** One running script's world: the workbook, the settings and every call that was made. */
export interface SheetsWorld {
  readonly model: WorkbookModel;
  readonly settings: SheetsSettings;
  /** `Range.getValues` → how often. */
  readonly calls: Map<string, number>;
  extrasOf(sheet: ModelSheet): SheetExtras;
  /** Throws as Google does where nothing may be written. */
  assertEditable(sheet: ModelSheet | null): void;
  /** The double of a class: counts calls, refuses what is not listed. */
  strict<Type extends object>(name: string, members: Partial<Type>): Type;
}

export function createWorld(model: WorkbookModel, settings: SheetsSettings): SheetsWorld {
  const calls = new Map<string, number>();
  const extras = new Map<ModelSheet, SheetExtras>();

  function extrasOf(sheet: ModelSheet): SheetExtras {
    let found = extras.get(sheet);
    if (found === undefined) {
      const used = usedRange(sheet, { formatted: true });
      const protections = sheet.protected ? [{ type: 'SHEET' as const, canEdit: false, warningOnly: false }] : [];
      // A new sheet has 1,000 rows and 26 columns; an imported one has at least what it holds.
      found = {
        maxRows: Math.max(1000, (used?.bottom ?? 0) + 1),
        maxColumns: Math.max(26, (used?.right ?? 0) + 1),
        frozenColumns: 0,
        filteredRows: [],
        protections,
        type: 'GRID',
      };
      extras.set(sheet, found);
    }
    return found;
  }

  return {
    model,
    settings,
    calls,
    extrasOf,
    assertEditable(sheet) {
      if (model.readOnly) throw googleError('You do not have permission to perform that action.');
      if (sheet !== null && extrasOf(sheet).protections.some((lock) => !lock.canEdit && !lock.warningOnly)) {
        throw googleError(
          'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
        );
      }
    },
    strict<Type extends object>(name: string, members: Partial<Type>): Type {
      return new Proxy(members as Type, {
        get(target, property, receiver) {
          if (typeof property === 'symbol') return Reflect.get(target, property, receiver) as unknown;
          if (!(property in target)) throw new TypeError(`${name}.${property} is not in the double (is it in Google's documentation?)`);
          const member = Reflect.get(target, property, receiver) as unknown;
          if (typeof member !== 'function') return member;
          return (...given: unknown[]) => {
            const method = `${name}.${property}`;
            const count = (calls.get(method) ?? 0) + 1;
            calls.set(method, count);
            settings.onCall?.(method, count);
            // Functions are never arguments of these services, and numbers of rows and columns are whole.
            if (given.some((one) => typeof one === 'function' || (typeof one === 'number' && !Number.isFinite(one)))) {
              throw googleError(
                `The parameters (${given.map((one) => typeof one).join(',')}) don't match the method signature for ${name}.${property}.`,
              );
            }
            return (member as (...args: unknown[]) => unknown).apply(target, given);
          };
        },
        set(_target, property) {
          throw new TypeError(`${name}.${String(property)} cannot be assigned`);
        },
      });
    },
  };
}
