/// <reference types="office-js" />
import { tellPane } from '../signal';
import { scoreWorkbook, stampResult } from './commands';
import type { CommandEvent, CommandParts } from './commands';
import { showAnswer } from './dialog';

const parts: CommandParts = {
  show: showAnswer,
  tellPane: () => tellPane(Date.now()),
  now: () => new Date().toISOString(),
};

// At once, not when Excel has answered: a button may be clicked while this page is still loading.
Office.actions.associate('scoreWorkbook', (event: CommandEvent) => scoreWorkbook(event, parts));
Office.actions.associate('stampResult', (event: CommandEvent) => stampResult(event, parts));
void Office.onReady();
