import { labels } from '../../panel/labels';
import { mountPanel } from '../../panel/mount';
import { version } from '../../package.json';
import { downloadFile } from './download';
import { startEngine } from './engine-client';
import { inertBytes, inertText } from './inert-text';
import { createPageHost } from './page-host';
import { acceptDrops, createPicker } from './pick-file';
import { printableSheet } from './print-sheet';
import { createWorkbookPane } from './workbook-pane';

const SAMPLE_NAME = 'bảng mẫu.xlsx';

function part<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page lacks ${id}`);
  return element as Kind;
}

/** The browser's name and version, for the error text. */
function browserWords(): string {
  const found = /(Edg|OPR|Firefox|Chrome|Version)\/(\d+)/.exec(navigator.userAgent.replace(/Chrome(?=.*(Edg|OPR)\/)/, ''));
  return found === null ? 'trình duyệt khác' : `${found[1] === 'Version' ? 'Safari' : (found[1] as string)} ${found[2] as string}`;
}

/** Puts the page together. `program` is the text of the script that this is part of: the worker runs it too. */
export function runPage(program: string): void {
  const pane = createWorkbookPane();
  const printed = part('printed');
  const printButton = part<HTMLButtonElement>('print');
  const foldButton = part<HTMLButtonElement>('fold');
  const fileName = part('file-name');
  const welcome = part('drop-here');
  part('workbook-side').append(pane.element);

  const host = createPageHost({
    pane,
    about: { version, changes: JSON.parse(__CHANGES__) as string[], runsIn: browserWords() },
    startEngine: () => startEngine(program),
    pick: createPicker(part<HTMLInputElement>('file-input')),
    sample() {
      const bytes = inertBytes('sample-workbook');
      return { name: SAMPLE_NAME, size: bytes.length, bytes: async () => bytes };
    },
    libraryText: () => inertText('reader-for-old-formats'),
    download: downloadFile,
    onFile(name, assessed) {
      fileName.textContent = name ?? labels.product;
      fileName.title = name ?? '';
      document.title = name === null ? labels.product : `${name} – ${labels.product}`;
      document.body.classList.toggle('has-file', name !== null);
      welcome.hidden = name !== null;
      printButton.hidden = !assessed;
      foldButton.hidden = name === null;
    },
  });
  const panel = mountPanel(part('panel'), host);

  const chooseAndScore = async (): Promise<void> => {
    if ((await host.chooseFile?.()) !== true) return;
    panel.reset();
    await panel.score();
  };
  part('choose').textContent = 'Tệp khác';
  part('choose').addEventListener('click', () => void chooseAndScore());
  part('choose-large').textContent = labels.chooseFile;
  part('choose-large').addEventListener('click', () => void chooseAndScore());
  acceptDrops(
    (over) => document.body.classList.toggle('dropping', over),
    (file) => {
      host.take(file);
      panel.reset();
      void panel.score();
    },
  );

  foldButton.addEventListener('click', () => {
    const folded = document.body.classList.toggle('folded');
    foldButton.setAttribute('aria-expanded', String(!folded));
    foldButton.textContent = folded ? 'Hiện bảng' : 'Ẩn bảng';
  });

  const notice = (words: string): void => {
    part('page-notice').textContent = words;
  };
  printButton.addEventListener('click', () => {
    printButton.disabled = true;
    host
      .printout()
      .then((design) => {
        if (design === null) return;
        printed.replaceChildren(printableSheet(design));
        window.print();
      })
      .then(
        () => notice(''),
        () => notice('Chưa in được. Hãy mở lại tệp rồi in lại.'),
      )
      .then(() => (printButton.disabled = false));
  });
}
