// Lays out the corpus of real packages: fetches the packages of packages.txt, then keeps the sources
// that somebody has written: no bundles, no minified or compiled files, no declarations.
//
// usage: node lay-out.mjs OUTDIR
//
// Needs npm and tar. OUTDIR/packages holds the archives, OUTDIR/raw what is in them, OUTDIR/sources
// what is kept. A second run fetches nothing again.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = /\.(?:[mc]?js|[mc]?ts|jsx|tsx)$/;
const NO_SOURCES = /\.d\.[mc]?ts$|[.-](?:min|bundle|umd|prod|production)\./;

/** Folders that hold what was built, or is no program of the package's own. */
const BUILT = new RegExp(
  '(?:^|/)(?:' +
    'dist|dist-[a-z]+|build|umd|min|minified|min-maps|bundles?|release|prebuilt|cdn|legacy|' +
    'esm5?|_esm|es|es2015|_cjs|lib\\.esm|lib\\.commonjs|' +
    'node_modules|vendor|docs?|locales?|dev|_types|types|src\\.d' +
    ')(?:/|$)',
  'i',
);

/** Packages of which only some folders are sources; true: those may lie in folders of any name. */
const PARTS = {
  rxjs: [['src']],
  zod: [['src']],
  mobx: [['src']],
  immer: [['src']],
  effect: [['src']],
  openai: [['src']],
  'anthropic-ai-sdk': [['src']],
  ethers: [['src.ts']],
  'maplibre-gl': [['src']],
  'aws-sdk': [['lib', 'clients']],
  'core-js': [['internals', 'modules']],
  ghost: [['core/server', 'core/frontend', 'core/shared']],
  three: [['src', 'examples/jsm'], true],
  npm: [['lib', 'node_modules/@npmcli'], true],
  'monaco-editor': [
    ['contrib', 'common'].map((part) => `esm/vs/editor/${part}`).concat([
      'esm/vs/base/common',
      'esm/vs/platform',
    ]),
    true,
  ],
};

/** Packages that would outweigh the others: this many files, evenly spread. */
const AT_MOST = {
  three: 60, effect: 160, webpack: 300, 'maplibre-gl': 250, jsdom: 250, 'anthropic-ai-sdk': 80,
  openai: 80, zod: 100, eslint: 260, codemirror: 100, lodash: 120, underscore: 80, ramda: 80,
  fastify: 180, 'puppeteer-core': 120, async: 80, sails: 130, viem: 350, ghost: 600, typeorm: 250,
  'drizzle-orm': 150, 'monaco-editor': 150, 'core-js': 100, 'aws-sdk': 100, ethers: 250,
};

const here = path.dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (out === undefined) {
  console.error('usage: node lay-out.mjs OUTDIR');
  process.exit(2);
}
const archives = path.join(out, 'packages');
const raw = path.join(out, 'raw');
const sources = path.join(out, 'sources');
fs.mkdirSync(archives, { recursive: true });
fs.mkdirSync(raw, { recursive: true });
fs.rmSync(sources, { recursive: true, force: true });

for (const id of fs.readFileSync(path.join(here, 'packages.txt'), 'utf8').split('\n')) {
  if (id !== '') {
    unpack(id);
  }
}
let files = 0;
let bytes = 0;
for (const folder of fs.readdirSync(raw).sort(byCodeUnits)) {
  for (const file of kept(folder)) {
    const target = path.join(sources, folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(path.join(raw, folder, file), target);
    files++;
    bytes += fs.statSync(target).size;
  }
}
console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${sources}`);

function unpack(id) {
  const folder = id.replace(/^@/, '').replace('/', '-').replace(/@(?=[^@]*$)/, '-');
  const archive = path.join(archives, `${folder}.tgz`);
  if (!fs.existsSync(archive)) {
    execFileSync('npm', ['pack', '--silent', id], { cwd: archives });
  }
  const target = path.join(raw, folder);
  if (!fs.existsSync(target)) {
    fs.mkdirSync(target);
    execFileSync('tar', ['-xzf', archive, '-C', target, '--strip-components=1']);
  }
}

/** The paths of the sources that are kept, sorted. */
function kept(folder) {
  const name = folder.replace(/-\d+\.\d+.*$/, '');
  const root = path.join(raw, folder);
  const [parts, anyFolder] = PARTS[name] ?? [[''], false];
  let found = walk(root, '')
    .filter((file) => SOURCES.test(file) && !NO_SOURCES.test(path.basename(file)))
    .filter((file) => parts.some((part) => file.startsWith(part)))
    .filter((file) => anyFolder || !BUILT.test(path.dirname(file)))
    .filter((file) => isWritten(path.join(root, file)));
  found = withoutCompiled(found);
  const most = AT_MOST[name] ?? Infinity;
  if (found.length > most) {
    const step = found.length / most;
    found = Array.from({ length: most }, (_, i) => found[Math.trunc(i * step)]);
  }
  return found;
}

function walk(root, below) {
  const entries = fs.readdirSync(path.join(root, below), { withFileTypes: true });
  const names = (wanted) =>
    entries.filter(wanted).map((entry) => entry.name).sort(byCodeUnits);
  return [
    ...names((entry) => entry.isFile()).map((file) => path.posix.join(below, file)),
    ...names((entry) => entry.isDirectory()).flatMap((dir) =>
      walk(root, path.posix.join(below, dir)),
    ),
  ];
}

/** Whether a file looks written by hand, going by its lines. */
function isWritten(file) {
  const { size } = fs.statSync(file);
  if (size === 0 || size > 400_000) {
    return false;
  }
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fs.readFileSync(file));
  } catch {
    return false;
  }
  const lines = text.split('\n');
  return [...text].length / lines.length <= 140 && lines.every((line) => line.length <= 4000);
}

/** Leaves out scripts beside the TypeScript they were compiled from, and modules twice there. */
function withoutCompiled(found) {
  const stem = (file) => file.replace(/\.[^./]*$/, '');
  const written = new Set(
    found
      .filter((file) => /\.tsx?$/.test(file) && `/${file}`.includes('/src'))
      .map((file) => path.basename(stem(file))),
  );
  const own =
    written.size > 5
      ? found.filter(
          (file) => !/\.[mc]?js$/.test(file) || !written.has(path.basename(stem(file))),
        )
      : found;
  const scripts = new Set(own.filter((file) => file.endsWith('.js')).map(stem));
  return own.filter((file) => !/\.[mc]js$/.test(file) || !scripts.has(stem(file)));
}

function byCodeUnits(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
