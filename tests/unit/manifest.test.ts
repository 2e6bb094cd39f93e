import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const manifest = read('manifest.xml');
const built = path.join(root, 'dist/excel');

/** The linter and the build are plain Node modules, which jest does not load: they are asked in a process of their own, all questions at once. */
function inNode<Result>(module: string, questions: unknown, answer: string): Result {
  const code = `import(${JSON.stringify(path.join(root, module))}).then(async (tool) => { const questions = JSON.parse(require('fs').readFileSync(0, 'utf8')); console.log(JSON.stringify(await (${answer})(tool, questions))); })`;
  return JSON.parse(execFileSync(process.execPath, ['-e', code], { input: JSON.stringify(questions), encoding: 'utf8' })) as Result;
}

const lint = (texts: readonly string[], folder: string | null): string[][] =>
  inNode(
    'tools/manifest-linter.mjs',
    { texts, folder },
    '(tool, { texts, folder }) => texts.map((text) => tool.lintManifest(text, folder))',
  );

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'tools/excel.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}, 120000);

/** Each spoils the manifest in one way; the linter must name it. */
const broken: readonly (readonly [what: string, from: RegExp | string, to: string, says: RegExp])[] = [
  ['an end tag is gone', '</Hosts>', '', /not well-formed/],
  ['Id is no GUID', /<Id>[^<]+/, '<Id>cham-diem', /GUID/],
  ['three parts of a version', '0.1.0.0', '0.1.0', /four parts/],
  ['no version', /<Version>.*<\/Version>/, '', /Version is missing/],
  ['elements out of order', /(<ProviderName>.*<\/ProviderName>)\s*(<DefaultLocale>.*<\/DefaultLocale>)/, '$2$1', /out of order/],
  ['another locale', '>vi-VN<', '>en-US<', /vi-VN/],
  ['more permission than is needed is no other word', 'ReadWriteDocument', 'Restricted', /Permissions/],
  ['a higher requirement', '<Set Name="ExcelApi" MinVersion="1.1"', '<Set Name="ExcelApi" MinVersion="1.14"', /hide the buttons/],
  ['an undefined resid', 'resid="Stamp.Words"', 'resid="Stamp.Word"', /Stamp\.Word is not defined/],
  [
    'an unused resource',
    '<bt:Url id="Commands.Url"',
    '<bt:Url id="Other.Url" DefaultValue="https://localhost:3000/support.html" /><bt:Url id="Commands.Url"',
    /Other\.Url is not used/,
  ],
  ['an id that is too long', /Group\.Label/g, 'Group.Label.That.Is.Much.Too.Long.Now', /longer than 32/],
  ['a label that is too long', 'DefaultValue="Chấm điểm"', `DefaultValue="${'Chấm điểm '.repeat(20)}"`, /longer than 125/],
  [
    'a description that is too long',
    'DefaultValue="Đọc bảng đang mở',
    `DefaultValue="${'Đọc bảng đang mở '.repeat(20)}`,
    /longer than 250/,
  ],
  [
    'an address without encryption',
    'DefaultValue="https://localhost:3000/taskpane.html"',
    'DefaultValue="http://localhost:3000/taskpane.html"',
    /is not https/,
  ],
  [
    'an address elsewhere',
    'DefaultValue="https://localhost:3000/support.html"',
    'DefaultValue="https://elsewhere.example/support.html"',
    /not in AppDomains/,
  ],
  ['no words in English', /<bt:Override Locale="en-US" Value="Score" \/>/, '', /no words in en-US/],
  ['an icon size is missing', /<bt:Image size="80" resid="Pane.80" \/>/, '', /lacks an icon/],
  ['two controls with one id', 'id="Scoring.Pane"', 'id="Scoring.Stamp"', /same id/],
  [
    'a button without a supertip',
    /<Supertip>\s*<Title resid="Pane.Label" \/>\s*<Description resid="Pane.Words" \/>\s*<\/Supertip>/,
    '',
    /no supertip/,
  ],
  ['no file of functions', /<FunctionFile[^>]*\/>/, '', /FunctionFile is missing/],
  [
    'a button whose elements are out of order',
    /(<Label resid="Pane.Label" \/>)\s*(<Supertip>[^]*?<\/Supertip>)/,
    '$2$1',
    /elements of Scoring\.Pane are out of order/,
  ],
  ['no way to the privacy page', /<LearnMoreUrl resid="Privacy.Url" \/>/, '', /Privacy\.Url is not used[^]*GetStarted lacks one of/],
  ['an icon that is not there', 'icons/pane-16.png', 'icons/pane-17.png', /not in the built folder/],
  ['an icon of another size', 'icons/pane-16.png', 'icons/pane-32.png', /not a PNG of 16/],
  ['a function that is not there', '<FunctionName>stampResult', '<FunctionName>stampResults', /not associated/],
  ['a resource twice', '<bt:Image id="Stamp.80"', '<bt:Image id="Stamp.32"', /twice/],
];

test('the manifest and the built one are in order', () => {
  expect(lint([manifest, read('dist/excel/manifest.xml')], built)).toEqual([[], []]);
});

describe('the linter finds what is broken', () => {
  const texts = broken.map(([, from, to]) => manifest.replace(from, to));
  let found: string[][] = [];
  beforeAll(() => {
    found = lint(texts, built);
  });
  test.each(broken.map((one, index) => [one[0], index] as const))('%s', (_what, index) => {
    expect(texts[index]).not.toBe(manifest);
    expect((found[index] as string[]).join('\n')).toMatch((broken[index] as (typeof broken)[number])[3]);
  });
});

test("Microsoft's own reader understands it", () => {
  const info = inNode<Record<string, unknown>>(
    'node_modules/office-addin-manifest/lib/main.js',
    path.join(root, 'manifest.xml'),
    '(tool, file) => tool.OfficeAddinManifest.readManifestFile(file)',
  );
  expect(info).toMatchObject({
    id: 'f60957b4-6a3c-4056-b73b-4aea96fb8d7a',
    defaultLocale: 'vi-VN',
    displayName: 'Chấm điểm xã',
    officeAppType: 'TaskPaneApp',
    permissions: 'ReadWriteDocument',
    version: '0.1.0.0',
  });
});

test('the address is one option of the build', () => {
  const [made, refused] = inNode<[string, string]>(
    'tools/excel.mjs',
    manifest,
    '(tool, text) => { let refused = ""; try { tool.manifestFor("http://x.example/", text); } catch (error) { refused = error.message; } return [tool.manifestFor("https://may-chu.example/cham-diem", text), refused]; }',
  );
  expect(made).not.toMatch(/localhost/);
  expect(made).toContain('<AppDomain>https://may-chu.example</AppDomain>');
  expect(made).toContain('"https://may-chu.example/cham-diem/taskpane.html"');
  expect(lint([made], built)).toEqual([[]]);
  expect(refused).toMatch(/https/);
});

test('what the labels of the ribbon say is what the panel says', () => {
  for (const label of ['Chấm điểm', 'Ghi bảng kết quả', 'Mở ngăn chấm điểm', 'Phù hợp trẻ em']) {
    expect(manifest).toContain(`DefaultValue="${label}"`);
    expect(read('panel/labels.ts')).toContain(`'${label}'`);
  }
});

test('the built folder holds the pages and names nothing but itself and the library of Microsoft', () => {
  for (const page of ['taskpane', 'commands', 'answer', 'support', 'privacy', 'cham-diem-xa'])
    expect(existsSync(path.join(built, `${page}.html`))).toBe(true);
  for (const page of ['taskpane', 'commands', 'answer']) {
    const html = read(`dist/excel/${page}.html`);
    expect(html).toMatch(
      /Content-Security-Policy" content="default-src 'none'; script-src 'self' https:\/\/appsforoffice\.microsoft\.com 'sha256-[^']+'; worker-src 'self'; style-src 'self';/,
    );
    expect(
      Array.from(html.matchAll(/https?:\/\/[^"' ;<]+/g), (match) => match[0]).filter(
        (address) => !address.startsWith('https://appsforoffice.microsoft.com'),
      ),
    ).toEqual([]);
    expect(html).not.toMatch(/unsafe-|\{\{|<!-- /);
  }
  for (const script of ['taskpane.js', 'commands.js', 'answer.js', 'consolidate.js', 'old-formats.js']) {
    const text = read(`dist/excel/${script}`);
    expect(text).not.toMatch(
      /\b(fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource)\b\s*\(|new Function|\beval\(|\b(window\.)?(alert|confirm|prompt)\(|history\.pushState/,
    );
  }
});
