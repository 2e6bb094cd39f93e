import type { Assessment, Finding, Severity } from '../../core/assessment';
import { formatAddress, parseReference } from '../../core/workbook/references';
import type { CellLocation, Span } from '../../core/workbook/workbook';
import { labels } from '../../panel/labels';
import type { SheetTab } from './engine';
import { createGrid } from './grid';
import type { Markings } from './grid';
import { findCell, isIn } from './grid-window';
import type { Place } from './grid-keys';
import type { SheetView } from './sheet-view';

const order: readonly Severity[] = ['error', 'warning', 'info'];
const severityWords: Readonly<Record<Severity, string>> = { error: 'Lỗi', warning: 'Cần xem', info: 'Lưu ý' };

/** The workbook's sheets as a plain grid with tabs below and a line above that shows the selected cell in full. */
export interface WorkbookPane {
  readonly element: HTMLElement;
  /**
   * Another workbook, or with `stay` the same one read anew; `load` fetches a sheet when it is first shown. True where the sheet that is in
   * sight stays.
   */
  open(tabs: readonly SheetTab[], load: (sheet: string) => Promise<SheetView | null>, stay: boolean): boolean;
  close(): void;
  /** Marks the cells that have findings. */
  mark(assessment: Assessment): void;
  /** Shows a sheet and selects a cell; false where there is no such sheet or cell. `back` gets the focus when she presses Escape. */
  goTo(place: CellLocation, back: HTMLElement | null): Promise<boolean>;
  /** Shows the sheet of the first error, or of the table, without moving the keyboard. */
  showFirst(): Promise<void>;
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

/** The finding that the list in the panel begins with, among those that have a cell. */
function firstFinding(assessment: Assessment): Finding | null {
  for (const severity of order) {
    const found = assessment.findings.find((finding) => finding.severity === severity && finding.cell !== null);
    if (found !== undefined) return found;
  }
  return null;
}

/** Makes an empty pane. */
export function createWorkbookPane(): WorkbookPane {
  const element = make('section', 'workbook');
  element.setAttribute('aria-label', 'Bảng tính (chỉ xem)');
  element.hidden = true;
  const bar = make('div', 'cell-bar');
  const address = make('b', 'cell-bar-address');
  const content = make('div', 'cell-bar-content');
  content.tabIndex = 0;
  content.setAttribute('role', 'group');
  content.setAttribute('aria-label', 'Nội dung ô đang chọn');
  bar.append(address, content);
  const tabList = make('div', 'tabs');
  tabList.setAttribute('role', 'tablist');
  tabList.setAttribute('aria-label', 'Các trang tính');

  let tabs: readonly SheetTab[] = [];
  let load: (sheet: string) => Promise<SheetView | null> = async () => null;
  let assessment: Assessment | null = null;
  let view: SheetView | null = null;
  let wanted = '';
  let back: HTMLElement | null = null;

  const grid = createGrid('Các ô của trang tính', {
    onSelect: (place) => describe(place),
    onLeave: () => back?.isConnected === true && back.focus(),
    onTurn(step) {
      const index = tabs.findIndex((tab) => tab.name === view?.name) + step;
      const next = tabs[index];
      if (next !== undefined) void showSheet(next.name);
    },
  });
  grid.element.id = 'sheet-grid';
  const foot = make('div', 'workbook-foot');
  const hint = make('p', 'quiet workbook-hint');
  hint.textContent = `Chỉ xem. Sửa và lưu trong Excel, rồi bấm “${labels.scoreAgain}”.`;
  foot.append(tabList, hint);
  element.append(bar, grid.element, foot);

  function findingsAt(place: Place): Finding[] {
    return (assessment?.findings ?? []).filter((finding) =>
      [finding.cell, ...(finding.cells ?? [])].some((cell) => {
        const found = cell === null ? null : parseReference(cell);
        return found !== null && found.sheet === view?.name && found.row === place.row && found.column === place.column;
      }),
    );
  }

  function describe(place: Place): void {
    const shown = view;
    if (shown === null) return;
    const index = findCell(shown, place.row, place.column);
    address.textContent = formatAddress(place.row, place.column);
    const lines: HTMLElement[] = [];
    const add = (className: string, text: string): void => {
      const line = make('p', className);
      line.textContent = text;
      lines.push(line);
    };
    if (isIn(shown.hiddenRows, place.row)) add('cell-bar-hidden', `Dòng ${place.row + 1} đang ẩn trong tệp; bỏ ẩn trong Excel mới thấy.`);
    if (isIn(shown.hiddenColumns, place.column)) add('cell-bar-hidden', 'Cột này đang ẩn trong tệp; bỏ ẩn trong Excel mới thấy.');
    if (shown.hidden) add('cell-bar-hidden', `Trang tính “${shown.name}” đang ẩn trong tệp; bỏ ẩn trong Excel mới thấy.`);
    for (const finding of findingsAt(place))
      add(`cell-bar-finding cell-bar-${finding.severity}`, `${severityWords[finding.severity]}: ${finding.message}`);
    const text = index === null ? '' : (shown.texts[index] as string);
    add('cell-bar-text', text === '' ? '(ô trống)' : text);
    if (index !== null && shown.formulas.has(index)) add('cell-bar-more', `Công thức: =${shown.formulas.get(index) as string}`);
    if (index !== null && shown.notes.has(index)) add('cell-bar-more', `Ghi chú của ô: ${shown.notes.get(index) as string}`);
    content.replaceChildren(...lines);
    content.scrollTop = 0;
  }

  function markingsOf(sheet: string): Markings {
    const severities = new Map<string, Severity>();
    for (const severity of order.slice().reverse()) {
      for (const finding of assessment?.findings ?? []) {
        const place = finding.cell === null || finding.severity !== severity ? null : parseReference(finding.cell);
        if (place !== null && place.sheet === sheet) severities.set(`${place.row} ${place.column}`, severity);
      }
    }
    const headings = (assessment?.template.mapping.tables ?? [])
      .filter((table) => table.sheet === sheet && table.transposed !== true && (table.headerRows ?? []).length > 0)
      .map(({ headerRows = [] }): Span => [Math.min(...headerRows) - 1, Math.max(...headerRows) - 1])
      .sort((one, other) => one[0] - other[0]);
    return { severities, headings };
  }

  function drawTabs(): void {
    const hadFocus = tabList.contains(document.activeElement);
    tabList.replaceChildren(
      ...tabs.map((tab, index) => {
        const button = make('button', tab.hidden ? 'tab tab-hidden' : 'tab');
        button.type = 'button';
        const chosen = tab.name === view?.name;
        button.setAttribute('role', 'tab');
        button.setAttribute('aria-selected', String(chosen));
        button.setAttribute('aria-controls', grid.element.id);
        button.tabIndex = chosen || (view === null && index === 0) ? 0 : -1;
        button.textContent = tab.hidden ? `${tab.name} (đang ẩn)` : tab.name;
        button.addEventListener('click', () => void showSheet(tab.name));
        return button;
      }),
    );
    const chosen = tabList.querySelector<HTMLElement>('[aria-selected="true"]');
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (hadFocus) chosen?.focus();
  }
  tabList.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[tabs.findIndex((tab) => tab.name === view?.name) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    void showSheet(next.name);
  });

  async function showSheet(name: string, stay = false): Promise<boolean> {
    if (view?.name === name && !stay) return true;
    wanted = name;
    const loaded = await load(name);
    if (loaded === null || wanted !== name) return loaded !== null;
    view = loaded;
    drawTabs();
    grid.show(view, markingsOf(name), stay);
    describe(grid.selected());
    return true;
  }

  return {
    element,
    open(nextTabs, nextLoad, stay) {
      const views = new Map<string, Promise<SheetView | null>>();
      const kept = stay && view !== null && nextTabs.some((tab) => tab.name === view?.name) ? view.name : null;
      tabs = nextTabs;
      if (kept === null) {
        assessment = null;
        view = null;
      }
      load = (sheet) => {
        const known = views.get(sheet);
        if (known !== undefined) return known;
        const loading = nextLoad(sheet).catch(() => {
          views.delete(sheet);
          return null;
        });
        views.set(sheet, loading);
        return loading;
      };
      element.hidden = false;
      drawTabs();
      if (kept !== null) void showSheet(kept, true);
      return kept !== null;
    },
    close() {
      tabs = [];
      view = null;
      assessment = null;
      element.hidden = true;
      grid.show(null, { severities: new Map(), headings: [] });
    },
    mark(next) {
      assessment = next;
      if (view === null) return;
      grid.show(view, markingsOf(view.name));
      describe(grid.selected());
    },
    async goTo(place, from) {
      if (!tabs.some((tab) => tab.name === place.sheet)) return false;
      back = from;
      element.classList.remove('folded');
      if (!(await showSheet(place.sheet)) || view === null) return false;
      if (place.row > view.rowTops.length + 50 || place.column > view.columnLefts.length + 50) return false;
      grid.select({ row: Math.min(place.row, view.rowTops.length - 2), column: Math.min(place.column, view.columnLefts.length - 2) }, true);
      return true;
    },
    async showFirst() {
      const finding = assessment === null ? null : firstFinding(assessment);
      const place = finding === null ? null : parseReference(finding.cell as string);
      const table = assessment?.template.mapping.tables?.[0]?.sheet;
      const name = place?.sheet ?? table ?? (tabs.find((tab) => !tab.hidden) ?? tabs[0])?.name;
      if (name === undefined || !(await showSheet(name))) return;
      if (place !== null && view !== null && view.name === place.sheet) grid.select(place, false);
    },
  };
}
