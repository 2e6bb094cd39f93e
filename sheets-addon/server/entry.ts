/**
 * What menus, triggers and the sidebar call: every export becomes a top-level function of the script (see `tools/build.mjs`).
 * Nothing else of the server can be called from outside.
 */
import type { AssessOptions } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import type { Workbook } from '../../core/workbook/workbook';
import { labels } from '../../panel/labels';
import { assessOpenSpreadsheet } from './assess-spreadsheet';
import { officeModeWords, refusal, toFailure } from './failure';
import type { Answer } from './failure';
import { READING_WAITS, whileAlone, WRITING_WAITS } from './lock';
import { findPresentBook } from './present-book';
import type { PresentBook } from './present-book';
import { readSpreadsheet } from './read-spreadsheet';
import { selectIn } from './select-cell';
import type { Selected } from './select-cell';
import { stampOpenSpreadsheet } from './stamp-spreadsheet';
import type { Stamped, StampOrder } from './stamp-spreadsheet';
import { writeBookPart } from './write-book';
import type { BookPart } from './write-book';

function openSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null;
  if (spreadsheet === null) throw refusal('no-workbook', officeModeWords, 'open');
  return spreadsheet;
}

function answer<Result>(step: string, job: () => Result): Answer<Result> {
  try {
    return { result: job() };
  } catch (error) {
    return { failure: toFailure(error, step) };
  }
}

/** Runs once when the add-on is installed from within a spreadsheet: the menu is there at once. */
export function onInstall(event?: GoogleAppsScript.Events.AddonOnInstall): void {
  onOpen(event);
}

/**
 * Puts up the menu. Uses nothing that needs consent, so that it runs in every authorisation mode, `NONE` included. Google names the sub-menu
 * of *Extensions* after the add-on; the menu of its own is there for a script that is bound to one spreadsheet.
 */
export function onOpen(_event?: object): void {
  const ui = SpreadsheetApp.getUi();
  for (const menu of [ui.createMenu(labels.group), ui.createAddonMenu()]) {
    menu
      .addItem(labels.score, 'scoreFromMenu')
      .addItem(labels.stamp, 'stampFromMenu')
      .addItem(labels.consolidate, 'consolidateFromMenu')
      .addSeparator()
      .addItem(labels.openPanel, 'openPanel')
      .addToUi();
  }
}

/** The sidebar; `start` is what it does first. Google keeps it 300 pixels wide. */
function showPanel(start: 'score' | 'consolidate' | 'wait'): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(labels.product);
  if (start === 'score') page.append('<script>chamDiem.score()</script>');
  if (start === 'consolidate') page.append("<script>chamDiem.switchTo('consolidate')</script>");
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Menu *Chấm điểm*: opens the sidebar, which scores at once. */
export function scoreFromMenu(): void {
  showPanel('score');
}

/** Menu *Tổng hợp các xã*: opens the sidebar there; which files, is picked in it. */
export function consolidateFromMenu(): void {
  showPanel('consolidate');
}

/** Menu *Mở ngăn chấm điểm*. */
export function openPanel(): void {
  showPanel('wait');
}

/** Menu *Ghi bảng kết quả*: assesses and writes with what was confirmed earlier; says in words what came of it. */
export function stampFromMenu(): void {
  const outcome = stampSpreadsheet({ options: {}, findingsSheet: false, assignment: null, handEntries: {} });
  if ('result' in outcome) openSpreadsheet().toast(outcome.result.message, labels.product, 8);
  else {
    const ui = SpreadsheetApp.getUi();
    ui.alert(labels.product, outcome.failure.message, ui.ButtonSet.OK);
  }
}

/** Reads and assesses the open spreadsheet. */
export function assessSpreadsheet(options: AssessOptions): Answer<Assessment> {
  return answer('assess', () => whileAlone(READING_WAITS, () => assessOpenSpreadsheet(openSpreadsheet(), options).assessment));
}

/** The snapshot, for the form in which the officer points out how her table is to be read. Hiding is not asked about. */
export function snapshotOfSpreadsheet(): Answer<Workbook> {
  return answer('read', () => readSpreadsheet(openSpreadsheet()).workbook);
}

/** Reads anew, assesses, and writes our sheets. A second click while one runs is refused. */
export function stampSpreadsheet(order: StampOrder): Answer<Stamped> {
  return answer('stamp', () => whileAlone(WRITING_WAITS, () => stampOpenSpreadsheet(openSpreadsheet(), order)));
}

/** Jumps to a cell, across sheets. */
export function selectCell(reference: string): Answer<Selected> {
  return answer('select', () => selectIn(openSpreadsheet(), reference));
}

/** What the spreadsheet holds of an earlier district book. Nothing of communes' files ever comes here. */
export function presentDistrictBook(): Answer<PresentBook> {
  return answer('book', () => whileAlone(READING_WAITS, () => findPresentBook(openSpreadsheet())));
}

/** Writes one part of a district book; the first one checks all that could be refused. */
export function writeDistrictBook(part: BookPart): Answer<null> {
  return answer('book', () =>
    whileAlone(WRITING_WAITS, () => {
      writeBookPart(openSpreadsheet(), part);
      return null;
    }),
  );
}
