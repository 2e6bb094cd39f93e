/// <reference types="office-js" />
import { labels } from '../../panel/labels';
import type { Answer } from './answer';

const DONE: Answer = { heading: 'Đã làm xong', lines: [`Bấm “${labels.openPanel}” để xem kết quả và từng ô.`] };

function show({ heading, lines }: Answer): void {
  const title = document.createElement('h1');
  title.textContent = heading;
  const words = lines.map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = labels.close;
  close.addEventListener('click', () => Office.context.ui.messageParent('close'));
  (document.getElementById('answer') as HTMLElement).replaceChildren(title, ...words, close);
  // The words stay in sight in a low window.
  close.focus({ preventScroll: true });
}

void Office.onReady(() => {
  if (window.location.search.startsWith('?done')) {
    show(DONE);
    return;
  }
  Office.context.ui.addHandlerAsync(
    Office.EventType.DialogParentMessageReceived,
    (message: { message: string }) => show(JSON.parse(message.message) as Answer),
    () => Office.context.ui.messageParent('ready'),
  );
});
