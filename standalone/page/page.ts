import { downloadFile } from '../../panel/download';
import { labels } from '../../panel/labels';
import { mountModes } from '../../panel/modes';
import { version } from '../../package.json';
import { createPageConsolidation } from './consolidation-host';
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

  const about = { version, changes: JSON.parse(__CHANGES__) as string[], runsIn: browserWords() };
  const libraryText = (): string => inertText('reader-for-old-formats');
  const host = createPageHost({
    pane,
    about,
    startEngine: () => startEngine(program),
    pick: createPicker(part<HTMLInputElement>('file-input')),
    sample() {
      const bytes = inertBytes('sample-workbook');
      return { name: SAMPLE_NAME, size: bytes.length, handle: null, bytes: async () => bytes };
    },
    libraryText,
    download: downloadFile,
    onFile(name, assessed) {
      fileName.textContent = name ?? labels.product;
      fileName.title = name ?? '';
      document.title = name === null ? labels.product : `${name} – ${labels.product}`;
      document.body.classList.toggle('has-file', name !== null);
      welcome.hidden = name !== null;
      printButton.hidden = !assessed;
      foldButton.hidden = name === null;
      // Another file begins at the top.
      if (!assessed) part('panel').parentElement?.scrollTo(0, 0);
    },
  });
  const panel = mountModes(
    { strip: part('modes'), score: part('panel'), consolidate: part('consolidate') },
    host,
    createPageConsolidation({ about, program, libraryText, download: downloadFile }),
    (mode) => document.body.classList.toggle('consolidating', mode === 'consolidate'),
  );

  const chooseAndScore = async (): Promise<void> => {
    const chosen = (await host.chooseFile?.()) ?? false;
    if (chosen === false) return;
    if (chosen === true) panel.reset();
    await panel.score();
  };
  part('choose').textContent = 'Tệp khác';
  part('choose').addEventListener('click', () => void chooseAndScore());
  part('choose-large').textContent = labels.chooseFile;
  part('choose-large').addEventListener('click', () => void chooseAndScore());
  acceptDrops(
    (over) => document.body.classList.toggle('dropping', over),
    (file) =>
      void host.take(file).then((taken) => {
        if (taken === true) panel.reset();
        return panel.score();
      }),
  );
  // She comes back from the program in which she corrected the file.
  window.addEventListener('focus', () => {
    void host.isChanged().then((changed) => changed && panel.noticeEdit());
  });

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
