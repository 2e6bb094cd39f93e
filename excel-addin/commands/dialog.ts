/// <reference types="office-js" />
import { supports } from '../office';
import type { Answer } from './answer';

/**
 * Shows an answer in a small window of Excel and comes back when it is closed. The words go to the window as a message, never in its address.
 * Fails where Excel shows no window.
 */
export function showAnswer(answer: Answer): Promise<void> {
  const told = supports('1.2', 'DialogApi');
  // Without messages to the window only one of two fixed texts can be shown.
  const address = new URL(told ? 'answer.html' : 'answer.html?done', window.location.href).href;
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(address, { height: 42, width: 32, displayInIframe: true }, (opened) => {
      if (String(opened.status) === 'failed') {
        reject(opened.error);
        return;
      }
      const dialog = opened.value;
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve());
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => {
        if ('message' in message && message.message === 'ready' && told) dialog.messageChild(JSON.stringify(answer));
        else if ('message' in message && message.message === 'close') {
          dialog.close();
          resolve();
        }
      });
    });
  });
}
