import { addModelSheet } from './workbook-model';
import type { ModelSheet, WorkbookModel } from './workbook-model';
import { borderStyles, richText } from './sheets-range';
import { createSheet } from './sheets-sheet';
import { createWorld, googleError } from './sheets-strict';
import type { SheetsSettings, SheetsWorld } from './sheets-strict';
import { formatDate } from './sheets-time';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type SheetObject = GoogleAppsScript.Spreadsheet.Sheet;

/** What a script showed on the screen. */
export interface Shown {
  readonly menus: { readonly caption: string; readonly items: readonly (readonly [caption: string, functionName: string] | null)[] }[];
  readonly sidebars: { file: string; title: string; appended: string }[];
  readonly alerts: string[];
  readonly toasts: string[];
}

/** Google's services over one workbook, as the globals of a script. */
export interface Services {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly world: SheetsWorld;
  readonly shown: Shown;
}

function createSpreadsheet(world: SheetsWorld, shown: Shown): Spreadsheet {
  const { model, settings } = world;
  const objects = new Map<ModelSheet, SheetObject>();
  const objectOf = (sheet: ModelSheet): SheetObject => {
    const found = objects.get(sheet) ?? createSheet(world, sheet);
    objects.set(sheet, found);
    return found;
  };
  const modelOf = (object: SheetObject): ModelSheet | undefined => Array.from(objects).find(([, one]) => one === object)?.[0];
  return world.strict<Spreadsheet>('Spreadsheet', {
    getName: () => model.name ?? 'Bảng tính không có tiêu đề', // spreadsheet#getName()
    getSheets: () => model.sheets.map(objectOf), // spreadsheet#getSheets()
    // null where there is none; Google compares names without regard to case. spreadsheet#getSheetByName(String)
    getSheetByName(name: string) {
      const found = model.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
      return found === undefined ? null : objectOf(found);
    },
    getSpreadsheetTimeZone: () => settings.timeZone ?? 'Asia/Ho_Chi_Minh', // spreadsheet#getSpreadsheetTimeZone()
    getSpreadsheetLocale: () => settings.locale ?? 'vi_VN', // spreadsheet#getSpreadsheetLocale()
    // The index counts from 0. spreadsheet#insertSheet(String,Integer)
    insertSheet(...given: unknown[]) {
      const [name, index] = given as [string, number];
      world.assertEditable(null);
      if (model.structureProtected) throw googleError('You do not have permission to perform that action.');
      if (model.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
        throw googleError(`A sheet with the name "${name}" already exists. Please enter another name.`);
      }
      if (index < 0 || index > model.sheets.length) throw googleError('Invalid argument: sheetIndex');
      const made = addModelSheet(model, name);
      model.sheets.splice(model.sheets.indexOf(made), 1);
      model.sheets.splice(index, 0, made);
      model.active = index;
      return objectOf(made);
    },
    // spreadsheet#setActiveSheet(Sheet)
    setActiveSheet(sheet: SheetObject) {
      const found = modelOf(sheet);
      if (found === undefined) throw googleError('Invalid argument: sheet');
      if (found.visibility !== 'visible') throw new TypeError('activating a hidden sheet would show it: the double refuses');
      model.active = model.sheets.indexOf(found);
      model.selection = { top: 0, left: 0, bottom: 0, right: 0 };
      return sheet;
    },
    toast: (...given: unknown[]) => void shown.toasts.push(String(given[0])), // spreadsheet#toast(String,String,Number)
  });
}

function createUi(world: SheetsWorld, shown: Shown): GoogleAppsScript.Base.Ui {
  // https://developers.google.com/apps-script/reference/base/menu
  const menu = (caption: string): GoogleAppsScript.Base.Menu => {
    const items: (readonly [string, string] | null)[] = [];
    const self: GoogleAppsScript.Base.Menu = world.strict<GoogleAppsScript.Base.Menu>('Menu', {
      addItem(words, functionName) {
        items.push([words, functionName]);
        return self;
      },
      addSeparator() {
        items.push(null);
        return self;
      },
      addToUi: () => void shown.menus.push({ caption, items }),
    });
    return self;
  };
  // https://developers.google.com/apps-script/reference/base/ui
  return world.strict<GoogleAppsScript.Base.Ui>('Ui', {
    createMenu: menu,
    createAddonMenu: () => menu('(tiện ích)'),
    ButtonSet: { OK: 'OK' } as unknown as typeof GoogleAppsScript.Base.ButtonSet,
    alert: (...given: unknown[]) => {
      if (given.length !== 3) throw new TypeError('the double shows a title, a prompt and buttons');
      shown.alerts.push(String(given[1]));
      return 'OK' as unknown as GoogleAppsScript.Base.Button;
    },
    showSidebar(page: unknown) {
      // ui#showSidebar(Object): the user must have agreed, which AuthMode.NONE rules out.
      if (world.settings.authMode === 'NONE') throw googleError('You do not have permission to call Ui.showSidebar.');
      shown.sidebars.push(pages.get(page as object) as Shown['sidebars'][number]);
    },
  });
}

const pages = new WeakMap<object, Shown['sidebars'][number]>();

/** https://developers.google.com/apps-script/reference/html */
function createHtmlService(world: SheetsWorld): GoogleAppsScript.HTML.HtmlService {
  return world.strict<GoogleAppsScript.HTML.HtmlService>('HtmlService', {
    createHtmlOutputFromFile(file: string) {
      const page = { file, title: '', appended: '' };
      const self: GoogleAppsScript.HTML.HtmlOutput = world.strict<GoogleAppsScript.HTML.HtmlOutput>('HtmlOutput', {
        setTitle(title) {
          page.title = title;
          return self;
        },
        append(text) {
          page.appended += text;
          return self;
        },
      });
      pages.set(self, page);
      return self;
    },
  });
}

/** https://developers.google.com/apps-script/reference/lock */
function createLockService(world: SheetsWorld): GoogleAppsScript.Lock.LockService {
  let held = false;
  return world.strict<GoogleAppsScript.Lock.LockService>('LockService', {
    getDocumentLock: () =>
      world.strict<GoogleAppsScript.Lock.Lock>('Lock', {
        tryLock(milliseconds: number) {
          if (milliseconds < 0) throw googleError('Invalid argument');
          if (held || world.settings.lockHeld === true) return false;
          held = true;
          return true;
        },
        releaseLock: () => void (held = false),
      }),
  });
}

/** The services of one script run over the workbook. */
export function createServices(model: WorkbookModel, settings: SheetsSettings = {}): Services {
  const world = createWorld(model, settings);
  const shown: Shown = { menus: [], sidebars: [], alerts: [], toasts: [] };
  const spreadsheet = createSpreadsheet(world, shown);
  const ui = createUi(world, shown);
  const needsConsent = (what: string): void => {
    if (settings.authMode === 'NONE') throw googleError(`You do not have permission to call ${what}.`);
  };
  const enumeration = <Type>(values: object): Type => values as unknown as Type;
  // https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app
  const app = world.strict<GoogleAppsScript.Spreadsheet.SpreadsheetApp>('SpreadsheetApp', {
    getUi: () => ui,
    getActiveSpreadsheet() {
      needsConsent('SpreadsheetApp.getActiveSpreadsheet');
      if (settings.officeMode === true) throw googleError('This operation is not supported for this document');
      return spreadsheet;
    },
    flush: () => undefined,
    newRichTextValue() {
      let [text, link]: [string, string | null] = ['', null];
      const self: GoogleAppsScript.Spreadsheet.RichTextValueBuilder = world.strict<GoogleAppsScript.Spreadsheet.RichTextValueBuilder>(
        'RichTextValueBuilder',
        {
          setText(words: string) {
            text = words;
            return self;
          },
          setLinkUrl(...given: unknown[]) {
            link = given[0] as string | null;
            return self;
          },
          build: () => richText(world, [{ text, struck: false }], 'Arial', link),
        },
      );
      return self;
    },
    SheetType: enumeration({ GRID: 'GRID', OBJECT: 'OBJECT', DATASOURCE: 'DATASOURCE' }),
    BorderStyle: enumeration(borderStyles),
    ProtectionType: enumeration({ SHEET: 'SHEET', RANGE: 'RANGE' }),
  });
  const globals = {
    SpreadsheetApp: app,
    HtmlService: createHtmlService(world),
    LockService: createLockService(world),
    Utilities: world.strict<GoogleAppsScript.Utilities.Utilities>('Utilities', {
      formatDate: formatDate as GoogleAppsScript.Utilities.Utilities['formatDate'],
    }),
    Charts: world.strict<typeof Charts>('Charts', { ChartType: enumeration({ COLUMN: 'COLUMN' }) }),
  };
  return { globals, world, shown };
}
