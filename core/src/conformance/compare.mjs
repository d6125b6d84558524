// Compares our trees with those of other parsers.
//
// usage: compare.mjs typescript|acorn|babel NODE_MODULES < TREES
//
// TREES has a line of JSON for each file, as TreesConformance.java writes them. NODE_MODULES is the
// folder with the npm packages named in benchmarks/README.md. The other parser is
// @typescript-eslint/typescript-estree for TypeScript; for JavaScript acorn with acorn-jsx, or
// Babel's, which also knows parentheses. Prints the differences; exits with 0 if there is none.

import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { toNormalForm } from './normal-form.mjs';

const [oracle, modules] = process.argv.slice(2);
const parse = { typescript, acorn, babel }[oracle];
if (parse === undefined || modules === undefined) {
  console.error('usage: compare.mjs typescript|acorn|babel NODE_MODULES < TREES');
  process.exit(2);
}
const require = createRequire(path.join(modules, 'package.json'));

/** Files whose differences are printed. */
const SHOWN = 40;

const tally = { files: 0, nodes: 0, equal: 0, bothRefused: 0 };
const different = [];

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const file = JSON.parse(line);
  tally.files++;
  let other;
  try {
    other = parse(file);
  } catch (error) {
    if (file.problem === null) {
      note(file, [{ at: '', message: `accepted by us alone: ${error.message}` }]);
    } else {
      tally.bothRefused++;
    }
    continue;
  }
  if (file.problem !== null) {
    note(file, [{ at: '', message: `refused by us alone: ${file.problem}` }]);
    continue;
  }
  const found = [];
  compare(file.program, toNormalForm(other, file.source), 'program', found);
  compareComments(file.program.comments, other.comments, found);
  note(file, found);
}

console.log(
  `${oracle}: ${tally.equal} of ${tally.files - tally.bothRefused} trees equal` +
    ` (${tally.nodes} nodes; ${tally.bothRefused} files refused by both)`,
);
for (const { path: name, differences } of different.slice(0, SHOWN)) {
  console.log(`  ${name}`);
  for (const { at, message } of differences.slice(0, 3)) {
    console.log(`    ${at}: ${message}`);
  }
}
if (different.length > SHOWN) {
  console.log(`  … and ${different.length - SHOWN} more files`);
}
process.exit(different.length === 0 ? 0 : 1);

function note(file, differences) {
  if (differences.length === 0) {
    tally.equal++;
  } else {
    different.push({ path: file.path, differences });
  }
}

function compare(ours, theirs, at, found) {
  if (Array.isArray(theirs)) {
    if (!Array.isArray(ours) || ours.length !== theirs.length) {
      found.push({ at, message: `${brief(ours)} instead of ${brief(theirs)}` });
      return;
    }
    theirs.forEach((element, i) => compare(ours[i], element, `${at}[${i}]`, found));
    return;
  }
  if (theirs === null || typeof theirs !== 'object') {
    if (ours !== theirs) {
      found.push({ at, message: `${brief(ours)} instead of ${brief(theirs)}` });
    }
    return;
  }
  if (ours === null || typeof ours !== 'object' || ours.type !== theirs.type) {
    found.push({ at, message: `${brief(ours)} instead of ${brief(theirs)}` });
    return;
  }
  tally.nodes++;
  for (const [part, value] of Object.entries(theirs)) {
    if (value === undefined || part === 'type') {
      continue;
    }
    const own = part === 'parenthesized' ? Boolean(ours[part]) : ours[part];
    const where = part === 'start' || part === 'end' ? `${at} ${ours.type}` : at;
    compare(own, value, `${where}.${part}`, found);
  }
  for (const part of Object.keys(ours)) {
    if (!(part in theirs) && part !== 'parenthesized' && part !== 'comments') {
      found.push({ at: `${at}.${part}`, message: 'is not compared' });
    }
  }
}

function compareComments(ours, theirs, found) {
  const list = (comments) => comments.map(([start, end]) => `${start}-${end}`).join(' ');
  const own = list(
    ours.filter(({ type }) => type === 'LINE' || type === 'BLOCK').map((c) => [c.start, c.end]),
  );
  const other = list(
    theirs
      .filter(({ type }) => type !== 'Html' && type !== 'Shebang' && type !== 'Hashbang')
      .map((comment) => comment.range ?? [comment.start, comment.end]),
  );
  if (own !== other) {
    found.push({ at: 'comments', message: `${brief(own)} instead of ${brief(other)}` });
  }
}

function brief(value) {
  if (value !== null && typeof value === 'object' && typeof value.type === 'string') {
    return `${value.type}[${value.start},${value.end})`;
  }
  if (Array.isArray(value)) {
    return `${value.length} × (${value.slice(0, 3).map(brief).join(', ')})`;
  }
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

// The other parsers.

function typescript(file) {
  const { parse: parseTypeScript } = require('@typescript-eslint/typescript-estree');
  const program = parseTypeScript(file.source, {
    range: true,
    comment: true,
    filePath: file.path,
    jsx: file.path.endsWith('.tsx'),
    suppressDeprecatedPropertyWarnings: true,
  });
  return { program, comments: program.comments };
}

function acorn(file) {
  const { Parser } = require('acorn');
  const jsx = require('acorn-jsx');
  const comments = [];
  const program = Parser.extend(jsx()).parse(file.source, {
    ecmaVersion: 'latest',
    sourceType: file.program.sourceType === 'module' ? 'module' : 'script',
    allowReturnOutsideFunction: file.program.sourceType === 'commonjs',
    allowHashBang: true,
    onComment(block, text, start, end) {
      const html = !block && !file.source.startsWith('//', start);
      comments.push({ type: html ? 'Html' : block ? 'Block' : 'Line', start, end });
    },
  });
  return { program, comments };
}

function babel(file) {
  const { parse: parseBabel } = require('@babel/parser');
  const { program, comments } = parseBabel(file.source, {
    sourceType: file.program.sourceType === 'module' ? 'module' : 'script',
    allowReturnOutsideFunction: true,
    createImportExpressions: true,
    plugins: [
      ['estree', { classFeatures: true }],
      'jsx',
      'decorators',
      'decoratorAutoAccessors',
      'sourcePhaseImports',
    ],
  });
  return {
    program,
    parenthesesKnown: true,
    comments: comments.map(({ type, start, end }) => ({
      type: type === 'CommentBlock' ? 'Block' : 'Line',
      start,
      end,
    })),
  };
}
