/** The script that is pushed to Google: its manifest, and what the built bundle uses of the world around it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import manifest from '../../appsscript.json';
import { labels } from '../../panel/labels';
import { runScript } from '../doubles/sheets-script';
import { modelOfWorkbook } from '../doubles/workbook-model';
import { wb } from '../support/markdown-workbook';
import { buildForTests } from '../support/sheets';

const built = (name: string) => readFileSync(path.resolve(__dirname, '../../dist/sheets', name), 'utf8');
const blank = () => modelOfWorkbook(wb`| a |`);

beforeAll(buildForTests);

/** Everything of ECMAScript 2019 that a program may name, and the five services of Google's that this one uses. */
const language = [
  'Array Boolean Date Error Function Infinity Int32Array Uint8Array Uint16Array Uint32Array Float64Array DataView ArrayBuffer JSON Map Math NaN',
  'Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError WeakMap WeakSet isNaN isFinite',
  'parseInt parseFloat undefined arguments Intl',
]
  .join(' ')
  .split(' ');
const services = ['SpreadsheetApp', 'HtmlService', 'LockService', 'Utilities', 'Charts'];

function complaints(code: string, globals: readonly string[]): string[] {
  const messages = new Linter().verify(code, [
    {
      languageOptions: { ecmaVersion: 2019, sourceType: 'script', globals: Object.fromEntries(globals.map((name) => [name, 'readonly'])) },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules: { 'no-undef': ['error', { typeof: true }], 'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error' },
    },
  ]);
  return messages.map(({ message }) => message);
}

test('the manifest asks for exactly two permissions and nothing else', () => {
  expect(manifest).toEqual({
    timeZone: 'Asia/Ho_Chi_Minh',
    dependencies: {},
    exceptionLogging: 'NONE',
    runtimeVersion: 'V8',
    oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly', 'https://www.googleapis.com/auth/script.container.ui'],
  });
  expect(JSON.parse(built('appsscript.json'))).toEqual(manifest);
});

describe('the bundle of the server', () => {
  test('is ES2019 without eval, and names nothing but the language and five services', () => {
    expect(complaints(built('server.js'), [...language, ...services])).toEqual([]);
  });

  test('the guard sees what it has to see', () => {
    expect(complaints('fetch("/")', language)).toHaveLength(1);
    expect(complaints('typeof window', language)).toHaveLength(1);
    expect(complaints('eval("1")', [...language, 'eval']).length).toBeGreaterThan(0);
    expect(complaints('new Function("1")()', language).length).toBeGreaterThan(0);
    expect(complaints('var a = b?.c', [...language, 'b'])).toHaveLength(1);
    expect(complaints('class A { x = 1 }', language)).toHaveLength(1);
  });

  test('declares one top-level function for each export of the entry, all else ends in an underscore', () => {
    const entry = readFileSync(path.resolve(__dirname, '../../sheets-addon/server/entry.ts'), 'utf8');
    const exported = [...entry.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map((match) => match[1] as string).sort();
    const declared = [...built('server.js').matchAll(/^(?:function|var|let|const|class) (\w+)/gm)].map((match) => match[1] as string);
    expect(declared.filter((name) => !name.endsWith('_')).sort()).toEqual(exported);
    expect(exported).toEqual(expect.arrayContaining(['onInstall', 'onOpen']));
  });

  test('stays far below what would make each click slow to start', () => {
    expect(built('server.js').length).toBeLessThan(600000);
  });
});

describe('menu', () => {
  test.each(['NONE', 'LIMITED', 'FULL'] as const)('is put up in AuthMode.%s by onOpen and onInstall', (authMode) => {
    for (const trigger of ['onOpen', 'onInstall']) {
      const script = runScript(blank(), { authMode });
      script.call(trigger, { authMode });
      expect(script.shown.menus.map((menu) => menu.caption)).toContain(labels.group);
      for (const { items } of script.shown.menus) {
        expect(items.map((item) => item?.[0] ?? '-')).toEqual([labels.score, labels.stamp, labels.consolidate, '-', labels.openPanel]);
        for (const item of items) if (item) expect(built('server.js')).toContain(`\nfunction ${item[1]}()`);
      }
      expect([...script.world.calls.keys()].filter((name) => !/^(Menu|Ui)\.|^SpreadsheetApp\.getUi$/.test(name))).toEqual([]);
    }
  });

  test('Mở ngăn chấm điểm shows the sidebar; Chấm điểm also scores, Tổng hợp các xã goes there', () => {
    const script = runScript(blank());
    script.call('openPanel');
    script.call('scoreFromMenu');
    script.call('consolidateFromMenu');
    expect(script.shown.sidebars).toEqual([
      { file: 'sidebar', title: labels.product, appended: '' },
      { file: 'sidebar', title: labels.product, appended: '<script>chamDiem.score()</script>' },
      { file: 'sidebar', title: labels.product, appended: "<script>chamDiem.switchTo('consolidate')</script>" },
    ]);
  });

  test('Ghi bảng kết quả says in words why nothing was written', () => {
    const script = runScript(blank());
    script.call('stampFromMenu');
    expect(script.shown.alerts).toEqual([expect.stringContaining('Chưa nhận ra bảng chấm điểm')]);
    expect(script.shown.toasts).toEqual([]);
  });
});

describe('the sidebar', () => {
  test('is one file and loads nothing', () => {
    const html = built('sidebar.html');
    expect(/<(script|link|img|iframe)[^>]*\s(src|href)=/i.exec(html)?.[0]).toBeUndefined();
    // The program, and the reader for old formats as a text that does not run by itself.
    expect(html.match(/<script[^>]*>/gi)).toEqual(['<script type="text/plain" id="reader-for-old-formats">', '<script id="program">']);
    expect(html.match(/<\/script/gi)).toHaveLength(2);
    expect(html.match(/<\/style>/gi)).toHaveLength(1);
  });

  test('makes no network call and knows no service of the server', () => {
    const program = /<script id="program">([\s\S]*)<\/script>/.exec(built('sidebar.html'))?.[1] ?? '';
    expect(program.length).toBeGreaterThan(100000);
    for (const word of ['fetch', 'XMLHttpRequest', 'WebSocket', 'sendBeacon', 'EventSource', 'importScripts', ...services]) {
      expect(complaintsAbout(program, word)).toBe(false);
    }
  });
});

describe('pushing', () => {
  const root = path.resolve(__dirname, '../..');
  const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, Record<string, unknown>>;

  test("Google's tool is pinned by a lock file of its own that names no hosts, and is none of the project's packages", () => {
    const { packages } = json('sheets-addon/package-lock.json') as unknown as {
      packages: Record<string, { version?: string; resolved?: string }>;
    };
    expect(json('sheets-addon/package.json')['dependencies']).toEqual({ '@google/clasp': '3.4.1' });
    expect(packages['node_modules/@google/clasp']?.version).toBe('3.4.1');
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(JSON.stringify(json('package.json'))).not.toContain('clasp"');
  });

  test('words that make no sense are refused before anything is built or installed', () => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'tools/push-sheets.mjs'), '--script-id', 'ngắn'], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('--script-id MÃ_TẬP_LỆNH');
  });
});

/** True where the program names it as a global or on a global. */
function complaintsAbout(program: string, word: string): boolean {
  return new RegExp(`(^|[^\\w$.'"])${word}\\b(?!['":])|\\b(window|self|globalThis|navigator)\\.${word}\\b`).test(program);
}
