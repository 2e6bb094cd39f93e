import { ExcelObject, invalid } from './excel-object';
import { Worksheet, WorksheetCollection, sheetClasses } from './excel-sheet';
import { Range, RangeAreas } from './excel-range';
import { RangeBorder, RangeBorderCollection, RangeFill, RangeFont, RangeFormat } from './excel-format';

export class Workbook extends ExcelObject {
  readonly type = 'Workbook';
  get Name(): string {
    return this.host.model.name ?? 'Book1';
  }
  get ReadOnly(): boolean {
    return this.host.model.readOnly;
  }
  get Application(): Application {
    return new Application(this.host);
  }
  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.host);
  }
  get Protection(): WorkbookProtection {
    return new WorkbookProtection(this.host);
  }
  get Styles(): StyleCollection {
    return new StyleCollection(this.host);
  }
  get Functions(): Functions {
    return new Functions(this.host);
  }
  _RemoveReference(): void {}
}

/** What the object model speaks to in its place for the one thing that Excel on the web does otherwise. */
export class WacWorkbook extends ExcelObject {
  readonly type = 'WacWorkbook';
  CreateAndOpenWorkbook(base64: string): void {
    new WorkbookCreated(this.host, base64).Open();
  }
}

class Application extends ExcelObject {
  readonly type = 'Application';
  SuspendScreenUpdatingUntilNextSync(): void {}
  CreateWorkbook(base64: string): WorkbookCreated {
    return new WorkbookCreated(this.host, base64);
  }
}

class WorkbookCreated extends ExcelObject {
  readonly type = 'WorkbookCreated';
  constructor(
    host: ExcelObject['host'],
    readonly base64: string,
  ) {
    super(host);
  }
  override identity(): Record<string, unknown> {
    return { _Id: 'created' };
  }
  Open(): void {
    if (!/^[A-Za-z0-9+/]+=*$/.test(this.base64)) throw invalid('base64');
    this.host.createdWorkbooks.push(this.base64);
  }
}

class WorkbookProtection extends ExcelObject {
  readonly type = 'WorkbookProtection';
  get Protected(): boolean {
    return this.host.model.structureProtected;
  }
}

class StyleCollection extends ExcelObject {
  readonly type = 'StyleCollection';
  GetItemOrNullObject(name: string): Style | null {
    return name === 'Normal' && this.host.model.defaultFont !== null ? new Style(this.host) : null;
  }
}

class Style extends ExcelObject {
  readonly type = 'Style';
  get Font(): NormalFont {
    return new NormalFont(this.host);
  }
}

class NormalFont extends ExcelObject {
  readonly type = 'RangeFont';
  get Name(): string | null {
    return this.host.model.defaultFont;
  }
}

class Functions extends ExcelObject {
  readonly type = 'Functions';
  Date(year: number, month: number, day: number): FunctionResult {
    return new FunctionResult(this.host, Math.round(Date.UTC(year, month - 1, day) / 86400000) + 25569);
  }
}

class FunctionResult extends ExcelObject {
  readonly type = 'FunctionResult';
  constructor(
    host: ExcelObject['host'],
    readonly result: number,
  ) {
    super(host);
  }
  get Value(): number {
    return this.result;
  }
  get Error(): string | null {
    return null;
  }
}

/** Every class of the double with what it answers, for the test that looks each of them up in the pinned object model. */
export const answered: readonly { readonly type: string; readonly members: readonly string[] }[] = (
  [
    Workbook,
    Application,
    WorkbookCreated,
    WorkbookProtection,
    StyleCollection,
    Style,
    NormalFont,
    Functions,
    FunctionResult,
    Range,
    RangeAreas,
    RangeFormat,
    RangeFont,
    RangeFill,
    RangeBorderCollection,
    RangeBorder,
    ...sheetClasses,
  ] as { name: string; prototype: object }[]
).map((one) => ({
  type: one.name === 'NormalFont' ? 'RangeFont' : one.name.replace(/^_+/, ''),
  members: Object.getOwnPropertyNames(one.prototype).filter((name) => /^_?[A-Z]/.test(name)),
}));

export { Worksheet };
