import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const skipped = new Set(['node_modules', 'dist', 'coverage', '.git']);

/** Every file below a folder, relative to the project. */
function filesBelow(folder: string): string[] {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute).flatMap((name) => {
    if (skipped.has(name)) return [];
    const file = path.join(folder, name);
    return statSync(path.join(root, file)).isDirectory() ? filesBelow(file) : [file];
  });
}

/** What a source imports: module names as written, of `import`, `export … from`, `import()` and `require()`. */
function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const patterns = [
    /\b(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** The rooms of the core; each may use itself and those named. `assess` and `consolidate` are the doors, `assessment` the contract. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  assessment: [],
  workbook: [],
  text: ['workbook', 'assessment'],
  standards: ['text', 'workbook', 'assessment'],
  template: ['standards', 'text', 'workbook', 'assessment'],
  rubric: ['template', 'standards', 'text', 'workbook', 'assessment'],
  observations: ['rubric', 'template', 'standards', 'text', 'workbook', 'assessment'],
  scoring: ['observations', 'rubric', 'template', 'standards', 'text', 'workbook', 'assessment'],
  checks: ['scoring', 'observations', 'rubric', 'template', 'standards', 'text', 'workbook', 'assessment'],
  summary: ['checks', 'scoring', 'observations', 'rubric', 'template', 'standards', 'text', 'workbook', 'assessment'],
  // The door's own options: the two belong together.
  choices: ['assess', 'summary', 'checks', 'scoring', 'observations', 'rubric', 'template', 'standards', 'text', 'workbook', 'assessment'],
  assess: ['choices', 'summary', 'checks', 'scoring', 'observations', 'rubric', 'template', 'standards', 'text', 'workbook', 'assessment'],
  consolidation: [
    'assess',
    'summary',
    'checks',
    'scoring',
    'observations',
    'rubric',
    'template',
    'standards',
    'text',
    'workbook',
    'assessment',
  ],
  consolidate: [
    'consolidation',
    'assess',
    'summary',
    'checks',
    'scoring',
    'observations',
    'rubric',
    'template',
    'standards',
    'text',
    'workbook',
    'assessment',
  ],
  // Beside the order of work: bytes to snapshot, design to bytes.
  xlsx: ['summary', 'text', 'workbook'],
};
const packages: Readonly<Record<string, readonly string[]>> = { standards: ['zod/mini', 'zod/v4/locales'], xlsx: ['fflate', 'saxes'] };

const roomOf = (file: string) => (path.relative('core', file).split(path.sep)[0] ?? '').replace(/\.ts$/, '');

/** What is wrong with the imports of one file of the core, in words. */
function wrongImports(file: string, source: string): string[] {
  const room = roomOf(file);
  const allowed = rooms[room];
  if (allowed === undefined) return [`${file}: “${room}” is no room of the core`];
  return importsOf(source).flatMap((name) => {
    if (!name.startsWith('.')) return packages[room]?.includes(name) === true ? [] : [`${file} imports the package ${name}`];
    const target = path.join(path.dirname(file), name);
    if (!target.startsWith(`core${path.sep}`)) return [`${file} leaves the core: ${name}`];
    const other = roomOf(target);
    return other === room || allowed.includes(other) ? [] : [`${file} (${room}) imports upward: ${name}`];
  });
}

const coreFiles = filesBelow('core').filter((file) => file.endsWith('.ts'));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('inside the core imports go downward only, and nothing imports a host', () => {
  expect(coreFiles.length).toBeGreaterThan(10);
  expect(coreFiles.flatMap((file) => wrongImports(file, read(file)))).toEqual([]);
});

test('the rule sees what it has to see', () => {
  const wrong = (file: string, source: string) => wrongImports(file, source).length;
  expect(wrong('core/text/fold.ts', "import { a } from '../template/grid';")).toBe(1);
  expect(wrong('core/text/fold.ts', "export { a,\n b } from '../../panel/panel';")).toBe(1);
  expect(wrong('core/xlsx/read.ts', "import 'node:fs';")).toBe(1);
  expect(wrong('core/rubric/bands.ts', "const a = require('fflate');")).toBe(1);
  expect(wrong('core/unknown/a.ts', '')).toBe(1);
  expect(wrong('core/rubric/bands.ts', "// import '../summary/x';\nimport type { Cell } from '../workbook/workbook';")).toBe(0);
});

test('hosts reach one another only downward: hosts → panel → core', () => {
  const wrong = ['panel', 'excel-addin', 'sheets-addon', 'standalone'].flatMap((host) =>
    filesBelow(host)
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) =>
        importsOf(read(file))
          .filter((name) => name.startsWith('.'))
          .map((name) => path.join(path.dirname(file), name).split(path.sep)[0] ?? '')
          .filter(
            (target) => target !== host && target !== 'core' && target !== 'package.json' && !(target === 'panel' && host !== 'panel'),
          )
          .map((target) => `${file} imports ${target}`),
      ),
  );
  expect(wrong).toEqual([]);
});

test("the core's compiler knows no host: es2019 alone, no types of a platform", () => {
  const { compilerOptions, include } = JSON.parse(read('tsconfig.json')) as {
    compilerOptions: { lib: string[]; types: string[] };
    include: string[];
  };
  expect(compilerOptions).toMatchObject({ lib: ['es2019'], types: [] });
  expect(include).toEqual(['core']);
  for (const file of coreFiles) expect(read(file)).not.toMatch(/^\/\/\/ *<reference|@ts-(?:ignore|nocheck|expect-error)/m);
});

const textFiles = filesBelow('.').filter((file) =>
  /\.(tsx?|mjs|cjs|js|json|md|css|html|xml|ya?ml|csv|sh)$|(^|\/)\.[^/]+$|\.ci\/run$/.test(file),
);

test('the lock file names no host', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"/]*(?:registry|npmjs|yarnpkg)/);
  expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true');
});

test('the lock file has an entry for every package that it names, those for other systems too: `npm ci` refuses it otherwise', () => {
  type Entry = { readonly dependencies?: object; readonly optionalDependencies?: object; readonly devDependencies?: object };
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry> };
  const holders = (place: string): string[] => {
    const outer = place.lastIndexOf('/node_modules/');
    return place === '' ? [''] : [place, ...holders(outer < 0 ? '' : place.slice(0, outer))];
  };
  const missing = Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies, ...entry.devDependencies })
      .filter(
        (name) => !holders(place).some((holder) => packages[`${holder === '' ? '' : `${holder}/`}node_modules/${name}`] !== undefined),
      )
      .map((name) => `${place}: ${name}`),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

test('no file holds a path of the machine it was written on', () => {
  const machine = new RegExp(
    `${['home', 'Users', 'root', 'work', 'tmp'].map((folder) => `(?<![\\w.~-])/${folder}/[\\w.-]+`).join('|')}|[A-Z]:\\\\\\\\?Users`,
  );
  const holding = textFiles.filter(
    (file) => file !== path.join('tests', 'unit', 'imports.test.ts') && file !== 'package-lock.json' && machine.test(read(file)),
  );
  expect(holding).toEqual([]);
});
