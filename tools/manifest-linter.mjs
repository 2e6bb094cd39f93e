// Checks the add-in's manifest: node tools/manifest-linter.mjs [dist/excel]. What Excel would refuse only when it is installed is said here.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';

/** The order that Excel asks for, as far as we use it. */
const order = [
  'Id',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
  'AppDomains',
  'Hosts',
  'Requirements',
  'DefaultSettings',
  'Permissions',
  'VersionOverrides',
];
const formOrder = ['GetStarted', 'FunctionFile', 'ExtensionPoint'];
/** The order inside the parts of the ribbon. */
const partOrders = {
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
};
const resourceOrder = ['Images', 'Urls', 'ShortStrings', 'LongStrings'];
const longest = { String: { ShortStrings: 125, LongStrings: 250 }, DisplayName: 125, Description: 250, ProviderName: 125 };

/** Reads XML into `{ name, attributes, children, text }`, names without their prefixes. Throws for XML that is not well-formed. */
function parse(text) {
  const root = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  let failure = null;
  parser.on('error', (error) => (failure = failure ?? error));
  parser.on('opentag', (tag) => {
    const node = { name: tag.name.replace(/^.*:/, ''), attributes: tag.attributes, children: [], text: '' };
    open[open.length - 1].children.push(node);
    open.push(node);
  });
  parser.on('text', (words) => (open[open.length - 1].text += words));
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  if (failure) throw failure;
  return root.children[0];
}

const child = (node, name) => node?.children.find((one) => one.name === name);
const all = (node, name) =>
  node === undefined ? [] : node.children.flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)]);
const at = (node, ...names) => names.reduce((found, name) => child(found, name), node);

/** Width and height of a PNG, null for anything else. */
function sizeOfPicture(bytes) {
  if (bytes.length < 24 || bytes.readUInt32BE(0) !== 0x89504e47) return null;
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function inOrder(names, wanted) {
  const known = names.filter((name) => wanted.includes(name));
  return known.every((name, index) => index === 0 || wanted.indexOf(known[index - 1]) <= wanted.indexOf(name));
}

/**
 * What is wrong with a manifest, one line each; none for a good one. `folder` is the built add-in that its addresses point into; without one the
 * files are not looked at.
 */
export function lintManifest(text, folder = null) {
  const problems = [];
  const say = (fine, words) => {
    if (!fine) problems.push(words);
  };
  let app;
  try {
    app = parse(text);
  } catch (error) {
    return [`not well-formed XML: ${error.message}`];
  }
  say(app.name === 'OfficeApp' && app.attributes['xsi:type'] === 'TaskPaneApp', 'the root is no OfficeApp of type TaskPaneApp');
  for (const name of order) say(child(app, name) !== undefined, `${name} is missing`);
  say(
    inOrder(
      app.children.map((one) => one.name),
      order,
    ),
    'the elements of OfficeApp are out of order',
  );
  say(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(child(app, 'Id')?.text.trim() ?? ''),
    'Id is no GUID',
  );
  say(/^\d+\.\d+\.\d+\.\d+$/.test(child(app, 'Version')?.text.trim() ?? ''), 'Version has not four parts');
  say(child(app, 'DefaultLocale')?.text.trim() === 'vi-VN', 'DefaultLocale is not vi-VN');
  say(child(app, 'Permissions')?.text.trim() === 'ReadWriteDocument', 'Permissions is not ReadWriteDocument');
  say(
    all(app, 'Host').every((host) => (host.attributes.Name ?? host.attributes['xsi:type']) === 'Workbook'),
    'a host is not Workbook',
  );
  const set = at(app, 'Requirements', 'Sets', 'Set');
  say(
    set?.attributes.Name === 'ExcelApi' && set.attributes.MinVersion === '1.1',
    'Requirements is not ExcelApi 1.1, so that old versions would hide the buttons',
  );
  for (const name of ['DisplayName', 'Description']) {
    const node = child(app, name);
    const words = [node?.attributes.DefaultValue, ...all(node, 'Override').map((one) => one.attributes.Value)];
    say(
      words.every((value) => value !== undefined && value !== '' && value.length <= longest[name]),
      `${name} is empty or too long`,
    );
    say(
      all(node, 'Override').some((one) => one.attributes.Locale === 'en-US'),
      `${name} has no words in en-US`,
    );
  }
  const overrides = child(app, 'VersionOverrides');
  const form = at(overrides, 'Hosts', 'Host', 'DesktopFormFactor');
  say(form !== undefined, 'DesktopFormFactor is missing');
  say(
    inOrder(
      (form?.children ?? []).map((one) => one.name),
      formOrder,
    ),
    'the elements of DesktopFormFactor are out of order',
  );
  const resources = child(overrides, 'Resources');
  say(
    resources !== undefined &&
      inOrder(
        resources.children.map((one) => one.name),
        resourceOrder,
      ),
    'the elements of Resources are out of order',
  );
  lintResources(overrides, resources, say);
  lintControls(form, say);
  lintAddresses(app, resources, say, folder);
  if (folder !== null) lintBuilt(app, form, resources, say, folder);
  return problems;
}

function lintResources(overrides, resources, say) {
  const defined = (resources?.children ?? []).flatMap((group) => group.children.map((one) => ({ group: group.name, node: one })));
  const ids = defined.map(({ node }) => node.attributes.id);
  say(new Set(ids).size === ids.length, 'a resource id is there twice');
  for (const id of ids) say(typeof id === 'string' && id.length <= 32, `the resource id ${id} is longer than 32 characters`);
  const used = new Set();
  const collect = (node) => {
    if (node.name !== 'Resources' && node.attributes.resid !== undefined) used.add(node.attributes.resid);
    node.children.forEach(collect);
  };
  if (overrides) collect(overrides);
  for (const id of used) say(ids.includes(id), `resid ${id} is not defined`);
  for (const id of ids) say(used.has(id), `the resource ${id} is not used`);
  for (const { group, node } of defined.filter((one) => /Strings$/.test(one.group))) {
    const words = [node.attributes.DefaultValue, ...node.children.map((one) => one.attributes.Value)];
    say(
      words.every((value) => value && value.length <= longest.String[group]),
      `the words of ${node.attributes.id} are missing or longer than ${longest.String[group]}`,
    );
    say(
      node.children.some((one) => one.attributes.Locale === 'en-US'),
      `${node.attributes.id} has no words in en-US`,
    );
  }
}

function lintControls(form, say) {
  for (const [part, wanted] of Object.entries(partOrders)) {
    for (const node of all(form, part)) {
      const names = node.children.map((one) => one.name);
      say(inOrder(names, wanted), `the elements of ${node.attributes.id ?? part} are out of order`);
      say(
        wanted.every((name) => names.includes(name)),
        `${node.attributes.id ?? part} lacks one of ${wanted.join(', ')}`,
      );
    }
  }
  const ids = [...all(form, 'Group'), ...all(form, 'Control')].map((one) => one.attributes.id);
  say(new Set(ids).size === ids.length, 'two controls have the same id');
  const panes = all(form, 'TaskpaneId').map((one) => one.text.trim());
  say(new Set(panes).size === panes.length, 'two panes have the same TaskpaneId');
  say(all(form, 'Control').length === 3, 'there are not three buttons');
  for (const holder of [...all(form, 'Group'), ...all(form, 'Control')]) {
    const sizes = (child(holder, 'Icon')?.children ?? []).map((one) => one.attributes.size);
    say(
      ['16', '32', '80'].every((size) => sizes.includes(size)),
      `${holder.attributes.id} lacks an icon of 16, 32 or 80`,
    );
  }
  for (const control of all(form, 'Control')) {
    const action = child(control, 'Action');
    const kind = action?.attributes['xsi:type'];
    say(
      kind === 'ShowTaskpane' ? child(action, 'SourceLocation') !== undefined : kind === 'ExecuteFunction',
      `${control.attributes.id} has no known action`,
    );
    say(
      at(control, 'Supertip', 'Title') !== undefined && at(control, 'Supertip', 'Description') !== undefined,
      `${control.attributes.id} has no supertip`,
    );
  }
  if (all(form, 'FunctionName').length > 0) say(child(form, 'FunctionFile') !== undefined, 'FunctionFile is missing');
}

/** Every address of the manifest, with what it is. */
function addressesOf(app, resources) {
  const plain = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl'].map((name) => child(app, name)?.attributes.DefaultValue);
  const pane = at(app, 'DefaultSettings', 'SourceLocation')?.attributes.DefaultValue;
  const named = ['Images', 'Urls'].flatMap((group) => (child(resources, group)?.children ?? []).map((one) => one.attributes.DefaultValue));
  return [...plain, pane, ...named].filter((address) => address !== undefined);
}

function lintAddresses(app, resources, say, folder) {
  const domains = all(app, 'AppDomain').map((one) => one.text.trim());
  for (const address of addressesOf(app, resources)) {
    let url = null;
    try {
      url = new URL(address);
    } catch {
      say(false, `${address} is no address`);
      continue;
    }
    say(url.protocol === 'https:', `${address} is not https`);
    say(domains.includes(url.origin), `${address} is not in AppDomains`);
    if (folder !== null) say(existsSync(path.join(folder, fileOf(app, url))), `${address} is not in the built folder`);
  }
}

/** The part of an address below the folder that the add-in is served from. */
function fileOf(app, url) {
  const base = new URL('.', at(app, 'DefaultSettings', 'SourceLocation')?.attributes.DefaultValue ?? url).pathname;
  return decodeURIComponent(url.pathname.startsWith(base) ? url.pathname.slice(base.length) : url.pathname);
}

function lintBuilt(app, form, resources, say, folder) {
  const pictures = new Map((child(resources, 'Images')?.children ?? []).map((one) => [one.attributes.id, one.attributes.DefaultValue]));
  const wanted = all(form, 'Image').map((one) => [pictures.get(one.attributes.resid), Number(one.attributes.size)]);
  wanted.push([child(app, 'IconUrl')?.attributes.DefaultValue, 32], [child(app, 'HighResolutionIconUrl')?.attributes.DefaultValue, 64]);
  for (const [address, size] of wanted) {
    const file = address && URL.canParse(address) ? path.join(folder, fileOf(app, new URL(address))) : null;
    if (file === null || !existsSync(file)) continue;
    const found = sizeOfPicture(readFileSync(file));
    say(found !== null && found[0] === size && found[1] === size, `${address} is not a PNG of ${size} × ${size}`);
  }
  const commands = path.join(folder, 'commands.js');
  const program = existsSync(commands) ? readFileSync(commands, 'utf8') : '';
  for (const name of all(form, 'FunctionName').map((one) => one.text.trim())) {
    say(new RegExp(`associate\\("${name}"`).test(program), `the function ${name} is not associated in commands.js`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? null;
  const problems = lintManifest(readFileSync(folder === null ? 'manifest.xml' : path.join(folder, 'manifest.xml'), 'utf8'), folder);
  problems.forEach((problem) => console.error(problem));
  process.exitCode = problems.length === 0 ? 0 : 1;
}
