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

void Office.onReady(() => {
  Office.actions.associate('scoreWorkbook', (event: CommandEvent) => scoreWorkbook(event, parts));
  Office.actions.associate('stampResult', (event: CommandEvent) => stampResult(event, parts));
});
