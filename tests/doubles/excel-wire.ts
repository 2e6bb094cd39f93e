import { apiSets, hasSet } from './excel-sets';
import { ExcelObject, WireError } from './excel-object';
import type { EventKind, ExcelHost } from './excel-object';
import { tellEvents } from './excel-events';
import { bytesOfModel } from './excel-file';
import type { EventEntry } from './excel-events';
import { WacWorkbook, Workbook } from './excel-workbook';
import { addModelSheet, placeKey } from './workbook-model';
import type { ModelCell, ModelSheet, WorkbookModel } from './workbook-model';

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface WireRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface WireResponse {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: Record<string, unknown>;
}

/** One open workbook that speaks Excel's wire protocol, with what a test wants to know and to spoil. */
export interface ExcelDouble extends ExcelHost {
  readonly version: string;
  execute(body: string): WireResponse;
  /** Requests so far: one for each `context.sync()` that had something to say. */
  requests: number;
  /** Actions carried out so far, over all requests. */
  actions: number;
  /** Bytes of each of these requests. */
  readonly sent: number[];
  /** Characters answered so far. */
  answered: number;
  /** The action of this number (counted from 1) and all behind it in its request fail. */
  failAt: number | null;
  failCode: string;
  /** Called before each action with its number: what the workbook is then is what a failure of that action leaves behind. */
  beforeAction: ((number: number) => void) | null;
  /** Every request fails with this code. */
  refuses: string | null;
  /** Largest answer in characters; Excel on the web gives 5 MB. */
  largestAnswer: number;
  /** Largest request in bytes; Excel on the web takes 5 MB. */
  largestRequest: number;
  /** Called before each request with its number: what somebody else does to the workbook between two requests. */
  beforeRequest: ((number: number) => void) | null;
  /** The kinds of events that somebody listens to. */
  readonly listening: ReadonlySet<EventKind>;
  /** Where events go: entries as they travel in a message to Office.js. Nothing is sent of a kind that nobody listens to. */
  deliver: ((entries: readonly EventEntry[]) => void) | null;
  /** The workbook as the file that desktop Excel hands out. */
  makeFile(): Uint8Array;
  /** The officer, or with `remote` somebody else, types into a cell, adds a blank sheet or deletes one. */
  edit(sheet: string, row: number, column: number, value: ModelCell['value'], remote?: boolean): void;
  addSheet(name: string): ModelSheet;
  deleteSheet(name: string): void;
}

/** Members whose name on the wire is not the one of Office.js. */
const otherNames: Readonly<Record<string, string>> = { Gridlines: 'showGridlines' };

/** What `Excel.createWorkbook` asks for: it is not in the types, its set is the one that the object model itself checks. */
const internal: ReadonlyMap<string, ReadonlyMap<string, string | null>> = new Map([
  ['Application', new Map([['createWorkbook', '1.8']])],
  ['WorkbookCreated', new Map([['open', '1.8']])],
  ['WacWorkbook', new Map([['createAndOpenWorkbook', '1.8']])],
]);

/** What Office.js calls when somebody listens to an event or no longer does; its set is the event's own. */
const eventMembers: Readonly<Record<string, string>> = {
  _RegisterDataChangedEvent: 'onChanged',
  _UnregisterDataChangedEvent: 'onChanged',
  _RegisterAddedEvent: 'onAdded',
  _UnregisterAddedEvent: 'onAdded',
  _RegisterDeletedEvent: 'onDeleted',
  _UnregisterDeletedEvent: 'onDeleted',
  _RegisterRowSortedEvent: 'onRowSorted',
  _UnregisterRowSortedEvent: 'onRowSorted',
  _RegisterColumnSortedEvent: 'onColumnSorted',
  _UnregisterColumnSortedEvent: 'onColumnSorted',
};

const camel = (name: string): string => otherNames[name] ?? name.charAt(0).toLowerCase() + name.slice(1);
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * A double of Excel below its object model: it reads the JSON that Office.js sends and answers as Excel does. It refuses more than Excel: an API that
 * is not written here, and any member whose requirement set (by the tags of `@types/office-js`) is above `version`, is `ApiNotFound`.
 * Actions are carried out one after the other; what was done before a failing one stays done.
 */
export function excelDouble(model: WorkbookModel, version: string): ExcelDouble {
  const references = new Map<string, ExcelObject>();
  const listening = new Set<EventKind>();
  /** True while a request of the add-in is carried out: Excel says of what it does that this add-in did it. */
  let own = false;
  const sheetNamed = (name: string): ModelSheet => model.sheets.find((sheet) => sheet.name === name) as ModelSheet;
  const tell = tellEvents((entries) => double.deliver?.(entries));
  const double: ExcelDouble = {
    model,
    version,
    createdWorkbooks: [],
    requests: 0,
    actions: 0,
    sent: [],
    answered: 0,
    failAt: null,
    failCode: 'GeneralException',
    beforeAction: null,
    refuses: null,
    largestAnswer: 5 * 1024 * 1024,
    largestRequest: 5 * 1024 * 1024,
    keep(object) {
      const id = `reference${references.size + 1}`;
      references.set(id, object);
      return id;
    },
    beforeRequest: null,
    listening,
    deliver: null,
    makeFile: () => bytesOfModel(model),
    listen(event, on) {
      if (on) listening.add(event);
      else listening.delete(event);
    },
    happened(event, sheet, area) {
      if (listening.has(event)) tell(event, sheet.id, { area, by: own ? 'add-in' : 'officer' });
    },
    edit(name, row, column, value, remote = false) {
      const sheet = sheetNamed(name);
      const cell = sheet.cells.get(placeKey(row, column));
      sheet.cells.set(placeKey(row, column), { ...cell, value });
      if (listening.has('changed'))
        tell('changed', sheet.id, { area: { top: row, left: column, bottom: row, right: column }, by: remote ? 'somebody' : 'officer' });
    },
    addSheet(name) {
      const sheet = addModelSheet(model, name);
      double.happened('added', sheet);
      return sheet;
    },
    deleteSheet(name) {
      const sheet = sheetNamed(name);
      model.sheets = model.sheets.filter((one) => one !== sheet);
      double.happened('deleted', sheet);
    },
    execute(body) {
      own = true;
      try {
        return execute(body);
      } finally {
        own = false;
      }
    },
  };
  const workbook = new Workbook(double);

  function check(object: ExcelObject, name: string): void {
    const member = eventMembers[name] ?? name;
    if (member.startsWith('_')) return;
    const members = internal.get(object.type) ?? apiSets().get(object.type);
    if (!members) throw new WireError('ApiNotFound', `${object.type} is not in the types`, 404);
    const needed = members.get(camel(member));
    if (needed === undefined) throw new WireError('ApiNotFound', `${object.type}.${camel(member)} is not in the types`, 404);
    if (!hasSet(needed, version)) throw new WireError('ApiNotFound', `${object.type}.${camel(member)} needs ${String(needed)}`, 404);
  }

  /** Options of the bulk calls are gated, too: `textRuns` came with 1.18. */
  function checkOptions(name: string, value: unknown): void {
    const type = {
      GetCellProperties: 'CellPropertiesLoadOptions',
      GetRowProperties: 'RowPropertiesLoadOptions',
      GetColumnProperties: 'ColumnPropertiesLoadOptions',
    }[name];
    if (!type) return;
    for (const key of Object.keys(value as object)) {
      if (!hasSet(apiSets().get(type)?.get(key) ?? 'unknown', version)) throw new WireError('ApiNotFound', `${type}.${key}`, 404);
    }
  }

  function call(object: ExcelObject, name: string, values: readonly unknown[]): unknown {
    check(object, name);
    const method = (object as unknown as Record<string, unknown>)[name];
    if (typeof method !== 'function') throw new WireError('ApiNotFound', `${object.type}.${name} is not in the double`, 404);
    if (values.length > 0) checkOptions(name, values[0]);
    return (method as (...given: readonly unknown[]) => unknown).apply(object, values as unknown[]);
  }

  function read(object: ExcelObject, name: string): unknown {
    check(object, name);
    let owner: object | null = object;
    while (owner && !Object.getOwnPropertyDescriptor(owner, name)) owner = Object.getPrototypeOf(owner) as object | null;
    if (!owner || !Object.getOwnPropertyDescriptor(owner, name)?.get)
      throw new WireError('ApiNotFound', `${object.type}.${name} is not in the double`, 404);
    return (object as unknown as Record<string, unknown>)[name];
  }

  function write(object: ExcelObject, name: string, value: unknown): void {
    check(object, name);
    let owner: object | null = object;
    while (owner && !Object.getOwnPropertyDescriptor(owner, name)) owner = Object.getPrototypeOf(owner) as object | null;
    if (!owner || !Object.getOwnPropertyDescriptor(owner, name)?.set)
      throw new WireError('ApiNotFound', `${object.type}.${name} cannot be set in the double`, 404);
    (object as unknown as Record<string, unknown>)[name] = value;
  }

  function query(object: ExcelObject | null, select: readonly string[]): unknown {
    if (object === null) return null;
    const items = object.items();
    if (items) {
      const inner = select.map((path) => path.replace(/^items\//i, ''));
      return { _Items: items.map((item) => ({ ...(query(item, inner) as object), ...item.identity() })) };
    }
    const answer: Record<string, unknown> = { ...object.identity() };
    if (select.length === 0) throw new WireError('InvalidArgument', 'a load that names nothing');
    for (const path of select) {
      const [head, ...rest] = path.split('/') as [string, ...string[]];
      const name = pascal(head);
      const value = read(object, name);
      if (value instanceof ExcelObject) {
        answer[name] = join(answer[name], query(value, [rest.join('/')]));
      } else answer[name] = value;
    }
    return answer;
  }

  function execute(body: string): WireResponse {
    const request = JSON.parse(body) as WireRequest;
    // When a run is over Office.js lets go of what it kept, and at its start it greets a service of its own: no call of `context.sync()` that anybody wrote.
    const cleanup = request.Actions.every(
      (action) => action.ActionType === 1 || action.Name === '_RemoveReference' || isStartUp(request, action),
    );
    if (cleanup) return { Results: request.Actions.map((action) => ({ ActionId: action.Id, Value: null })) };
    double.requests++;
    const size = Buffer.byteLength(body);
    double.sent.push(size);
    own = false;
    double.beforeRequest?.(double.requests);
    own = true;
    const Results: { ActionId: number; Value: unknown }[] = [];
    const objects = new Map<number, ExcelObject | null>();
    const fail = (error: unknown, action: Action | undefined, index: number): WireResponse => {
      const known =
        error instanceof WireError ? error : new WireError('GeneralException', `double: ${String((error as Error)?.stack ?? error)}`, 500);
      return {
        Results,
        Error: { Code: known.code, Message: known.message, HttpStatusCode: known.status, Location: action?.Name || '', ActionIndex: index },
      };
    };
    if (size > double.largestRequest)
      return fail(new WireError('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.', 413), undefined, 0);
    if (double.refuses !== null) return fail(new WireError(double.refuses, double.refuses), undefined, 0);

    function argumentsOf(info: ArgumentInfo | undefined): unknown[] {
      return (info?.Arguments ?? []).map((value, index) => {
        const id = info?.ReferencedObjectPathIds?.[index];
        return id ? resolve(id) : value;
      });
    }

    function resolve(id: number): ExcelObject | null {
      const known = objects.get(id);
      if (known !== undefined) return known;
      const path = request.ObjectPaths[String(id)];
      if (!path) throw new WireError('InvalidObjectPath', `path ${id}`);
      const parent = path.ParentObjectPathId ? resolve(path.ParentObjectPathId) : null;
      const object = follow(path, parent);
      objects.set(id, object);
      return object;
    }

    function follow(path: ObjectPath, parent: ExcelObject | null): ExcelObject | null {
      // Which of the two the root is, Office.js says beside the request.
      if (path.ObjectPathType === 1)
        return request.Actions.some((action) => action.Name === 'CreateAndOpenWorkbook') ? new WacWorkbook(double) : workbook;
      // The add-in's own start-up service: Excel answers it, nothing of ours asks it anything.
      if (path.ObjectPathType === 2 || path.ObjectPathType === 7) return null;
      if (path.ObjectPathType === 6) {
        const object = references.get(path.Name);
        if (!object) throw new WireError('InvalidReference', 'This reference is not valid for the current operation.');
        return object;
      }
      if (parent === null) throw new WireError('InvalidObjectPath', `the double has nothing behind a null object (${path.Name})`);
      const values = argumentsOf(path.ArgumentInfo);
      if (path.ObjectPathType === 5) {
        check(parent, 'GetItem');
        return parent.itemAt(values[0]);
      }
      const found = path.ObjectPathType === 3 ? call(parent, path.Name, values) : read(parent, path.Name);
      if (found !== null && !(found instanceof ExcelObject))
        throw new WireError('ApiNotFound', `${parent.type}.${path.Name} is no object`, 404);
      return found;
    }

    for (const [index, action] of request.Actions.entries()) {
      double.actions++;
      double.beforeAction?.(double.actions);
      try {
        if (double.failAt !== null && double.actions >= double.failAt) throw new WireError(double.failCode, 'failed on purpose');
        Results.push({ ActionId: action.Id, Value: carryOut(action) ?? null });
      } catch (error) {
        return fail(error, action, index);
      }
    }
    double.answered += JSON.stringify(Results).length;
    if (JSON.stringify(Results).length > double.largestAnswer) {
      Results.length = 0;
      return fail(
        new WireError('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.', 413),
        undefined,
        0,
      );
    }
    return { Results };

    function carryOut(action: Action): unknown {
      // A mark by which Office.js knows how far the request came; it belongs to no object.
      if (action.ActionType === 5) return null;
      const object = resolve(action.ObjectPathId);
      switch (action.ActionType) {
        case 1:
          return object === null ? null : object.identity();
        case 2:
          return query(object, action.QueryInfo?.Select ?? []);
        case 3: {
          // Office.js itself asks Excel to keep what may be a null object; nothing else is called on one.
          if (object === null && (action.Name === '_KeepReference' || isStartUp(request, action))) return null;
          if (object === null) throw new WireError('InvalidObjectPath', `a call on a null object (${action.Name})`);
          const value = call(object, action.Name, argumentsOf(action.ArgumentInfo));
          return value instanceof ExcelObject ? value.identity() : value;
        }
        case 4:
          if (object === null) throw new WireError('InvalidObjectPath', `a property of a null object (${action.Name})`);
          write(object, action.Name, argumentsOf(action.ArgumentInfo)[0]);
          return null;
        default:
          throw new WireError('GeneralException', `action type ${action.ActionType} is not known to the double`);
      }
    }
  }

  return double;
}

/** Office.js tells its own service of Excel that the handlers of commands are ready. */
function isStartUp(request: WireRequest, action: Action): boolean {
  const path = request.ObjectPaths[String(action.ObjectPathId)];
  return path?.ObjectPathType === 2 && path.Name === 'Microsoft.InternalService.AddinInternalService';
}

/** Two answers about the same object, or item by item about the same collection, put together. */
function join(before: unknown, now: unknown): unknown {
  if (typeof before !== 'object' || before === null || typeof now !== 'object' || now === null) return now;
  if (Array.isArray(before) && Array.isArray(now)) return now.map((item, index) => join(before[index], item));
  const joined: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(now))
    joined[key] = key === '_Items' || !Array.isArray(value) ? join(joined[key], value) : value;
  return joined;
}
