/// <reference types="office-js" />
import { copyText } from '../../panel/copy-text';
import { labels } from '../../panel/labels';
import { mountModes, placesIn } from '../../panel/modes';
import { createExcelConsolidation } from '../consolidate/host';
import { UNSUPPORTED } from '../messages';
import { LEAST_EXCEL_API, supports } from '../office';
import { createExcelHost } from '../panel-host';
import { onSignal, takeSignal } from '../signal';
import { watchEdits } from '../watch-edits';

const NO_HOST =
  'Trang này chỉ chạy trong ngăn bên phải của Excel. Ngoài Excel, hãy dùng trang Chấm điểm xã không cần mạng (xem trang Hỗ trợ).';

/** One readable sentence in the place of the panel, with the way on. */
function say(element: HTMLElement, sentence: string): void {
  const words = document.createElement('p');
  words.textContent = sentence;
  const way = document.createElement('a');
  way.href = 'support.html';
  way.textContent = 'Trang Hỗ trợ';
  const more = document.createElement('p');
  more.append(way);
  const heading = document.createElement('h1');
  heading.textContent = labels.product;
  const main = document.createElement('main');
  main.append(heading, words, more);
  element.className = 'sentence';
  element.replaceChildren(main);
}

/** Draws the pane once Office.js says where it runs. */
function open(info: { host: unknown }): void {
  const element = document.getElementById('panel') as HTMLElement;
  if (!info.host) return say(element, NO_HOST);
  if (!supports(LEAST_EXCEL_API)) return say(element, UNSUPPORTED);
  element.className = '';
  element.replaceChildren();
  const watch = watchEdits(() => panel.noticeEdit());
  const host = createExcelHost({ changes: JSON.parse(__CHANGES__) as string[], copyText, now: () => new Date().toISOString(), watch });
  const panel = mountModes(placesIn(element), host, createExcelConsolidation({ about: host.about, copyText, watch }));
  void watch.start();
  window.addEventListener('pagehide', () => void watch.stop());
  const follow = (): void => {
    if (!takeSignal(Date.now())) return;
    panel.switchTo('score');
    void panel.score();
  };
  onSignal(follow);
  follow();
}

void Office.onReady(open);
