package dev.emerald.core.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which API an expression is, through other files of the project. Files of a case are divided by a
 * bar.
 */
class LinkedProjectTest {

  static Stream<Arguments> projects() {
    return Table.of(
        """
        a.js: module.exports = require('express')() | b.js: const app = require('./a'); «app.get» => express().get
        a.js: exports.app = require('express')() | b.js: const { app } = require('./a'); «app.get» => express().get
        a.js: module.exports.app = require('express')() | b.js: «require('./a').app.get» => express().get
        a.js: module.exports = { app: require('express')() } | b.js: «require('./a').app.get» => express().get
        a.js: const app = require('express')(); module.exports = { app } | b.js: «require('./a').app.get» => express().get
        a.js: exports = module.exports = require('express')() | b.js: «require('./a').get» => express().get
        a.js: var m = module.exports = {}; m.cp = require('child_process') | b.js: «require('./a').cp.exec» => child_process.exec
        a.js: Object.assign(module.exports, { cp: require('child_process') }) | b.js: «require('./a').cp.exec» => child_process.exec
        a.js: module.exports = { ...require('./c') } | c.js: exports.cp = require('child_process') | b.js: «require('./a').cp.exec» => child_process.exec
        a.js: module.exports = require('./c') | c.js: module.exports = require('child_process') | b.js: «require('./a').exec» => child_process.exec
        a.mjs: export const app = express(); import express from 'express' | b.js: import { app } from './a'; «app.get» => express().get
        a.mjs: import express from 'express'; export default express() | b.js: import app from './a'; «app.get» => express().get
        a.mjs: import express from 'express'; const app = express(); export { app as server } | b.js: import { server } from './a'; «server.get» => express().get
        a.mjs: export { exec } from 'child_process' | b.js: import { exec } from './a'; «exec» => child_process.exec
        a.mjs: export { exec as run } from 'child_process' | b.js: import { run } from './a'; «run» => child_process.exec
        a.mjs: export * from 'child_process' | b.js: import { exec } from './a'; «exec» => child_process.exec
        a.mjs: export * as cp from 'child_process' | b.js: import { cp } from './a'; «cp.exec» => child_process.exec
        a.mjs: export { default } from 'express' | b.js: import e from './a'; «e()» => express()
        a.mjs: export * from './c' | c.mjs: export { exec } from 'child_process' | b.js: import { exec } from './a'; «exec» => child_process.exec
        a.mjs: export * from './c'; export * from './d' | c.mjs: export const x = 1 | d.mjs: export { exec } from 'child_process' | b.js: import { exec } from './a'; «exec» => child_process.exec
        a.mjs: export * from './c'; export const exec = own() | c.mjs: export { exec } from 'child_process' | b.js: import { exec } from './a'; «exec» => globalThis.own()
        a.mjs: export * from './b'; export * from './c' | c.mjs: export { exec } from 'child_process' | b.mjs: export * from './a'; import { exec } from './a'; «exec» => child_process.exec
        a.mjs: export { x } from './b' | b.mjs: export { x } from './a'; import { x } from './a'; «x» => null
        a.js: exports.x = require('./b').x | b.js: exports.x = require('./a').x; «require('./a').x» => null
        a.js: exports.b = require('./b'); exports.cp = require('child_process') | b.js: const a = require('./a'); «a.b» => null
        a.js: exports.b = require('./b'); exports.cp = require('child_process') | b.js: const a = require('./a'); «a.cp.exec» => child_process.exec
        a.js: module.exports = require('./a') | b.js: «require('./a').x» => null
        a.js: exports.db = function () { const { Pool } = require('pg'); return new Pool() } | b.js: «require('./a').db().query» => pg.Pool().query
        a.js: module.exports = () => require('pg').Pool() | b.js: «require('./a')().query» => pg.Pool().query
        a.js: class A { constructor() { this.cp = require('child_process') } } module.exports = A | b.js: const A = require('./a'); «new A().cp.exec» => child_process.exec
        a.js: class A { cp() { return require('child_process') } } module.exports = new A() | b.js: «require('./a').cp().exec» => child_process.exec
        a.js: exports.A = class { static cp = require('child_process') } | b.js: const { A } = require('./a'); «A.cp.exec» => child_process.exec
        a.js: exports.A = class { constructor() { this.cp = require('child_process') } } | b.js: const { A } = require('./a'); class B extends A { m() { «this.cp.exec» } } => child_process.exec
        a.js: const { B } = require('./c'); exports.A = class extends B {} | c.js: exports.B = class { constructor() { this.cp = require('child_process') } } | b.js: const { A } = require('./a'); «new A().cp.exec» => child_process.exec
        a.js: exports.run = require('util').promisify(require('child_process').exec) | b.js: «require('./a').run» => child_process.exec
        a.js: module.exports = function (app) { «app.get» } | b.js: require('./a')(require('express')()) => express().get
        a.js: module.exports = function (app) { «app.get» } | b.js: const app = require('express')(); const routes = require('./a'); routes(app); routes(other) => null
        a.js: module.exports = function (app) { «app.get» } | b.js: const app = require('express')(); require('./a')(app); require('./a')(require('koa')()) => null
        a.js: module.exports = ({ app }) => { «app.get» } | b.js: const app = require('express')(); require('./a')({ app, x }) => express().get
        a.js: module.exports = function (app) { require('./c')(app) } | b.js: require('./a')(require('express')()) | c.js: module.exports = function (app) { «app.get» } => express().get
        a.js: exports.h = function (req, res) { «res.send» } | b.js: const app = require('express')(); const a = require('./a'); app.get('/', a.h) => express.Response().send
        a.js: exports.h = (req, res) => { «res.send» } | b.js: const app = require('express')(); const { h } = require('./a'); app.get('/', check, h) => express.Response().send
        a.js: class C { h(req, res) { «res.send» } } module.exports = new C() | b.js: const app = require('express')(); const c = require('./a'); app.get('/', c.h) => express.Response().send
        a.js: module.exports = class { constructor(db) { this.db = db } m() { «this.db.query» } } | b.js: const A = require('./a'); const { Pool } = require('pg'); new A(new Pool()) => pg.Pool().query
        a.ts: import { Pool } from 'pg'; export class D { pool = new Pool() } | b.ts: import { D } from './a'; class A { constructor(private d: D) {} m() { «this.d.pool.query» } } => pg.Pool().query
        a.ts: import { Pool } from 'pg'; export class D { get(): Pool { return make() } } | b.ts: import { D } from './a'; function f(d: D) { «d.get().query» } => pg.Pool().query
        a.ts: import express = require('express'); export = express() | b.ts: import app = require('./a'); «app.get» => express().get
        a.ts: import express from 'express'; export const app = express() | b.ts: import { app } from './a.js'; «app.get» => express().get
        a.ts: export type { Pool as P } from 'pg' | b.ts: import { P } from './a'; function f(p: P) { «p.query» } => pg.Pool().query
        src/a.ts: export { exec } from 'child_process' | lib/b.ts: import { exec } from '~/src/a'; «exec» => child_process.exec
        src/index.js: exports.exec = require('child_process').exec | b.js: «require('./src').exec» => child_process.exec
        a.js: __exportStar(require('./c'), exports) | c.js: exports.exec = require('child_process').exec | b.js: «require('./a').exec» => child_process.exec
        a.js: tslib_1.__exportStar(require('./c'), exports) | c.js: exports.exec = require('child_process').exec | b.js: «require('./a').exec» => child_process.exec
        a.js: Object.defineProperty(exports, '__esModule', { value: true }); exports.default = require('express')() | b.js: const a = _interopRequireDefault(require('./a')); «a.default.get» => express().get
        a.js: Object.defineProperty(exports, 'exec', { enumerable: true, get: function () { return cp.exec } }); var cp = require('child_process') | b.js: «require('./a').exec» => child_process.exec
        a.js: exports.default = void 0; exports.default = require('express')(); module.exports = exports.default | b.js: «require('./a').get» => express().get
        a.js: exports.x = exports.y = void 0; exports.x = require('child_process') | b.js: «require('./a').x.exec» => child_process.exec
        a.js: __export(exports, { exec: () => import_cp.exec }); var import_cp = require('child_process') | b.js: «require('./a').exec» => child_process.exec
        a.js: var _c = require('./c'); Object.keys(_c).forEach(function (key) { exports[key] = _c[key] }) | c.js: exports.exec = require('child_process').exec | b.js: «require('./a').exec» => child_process.exec
        a.js: exports.x = 1; exports.y = require('./gone').z | b.js: «require('./a').y» => null
        a.js: function own() {} exports.exec = own | b.js: «require('./a').exec» => null
        a.js: if (x) { var db = new S(x) } else { var db = new S(1, 2) } var S = require('sequelize'); module.exports = db | b.js: «require('./a').query» => sequelize().query
        a.js: const { Pool } = require('pg'); const all = {}; all[x] = y; all.pool = x ? new Pool(x) : new Pool(); module.exports = all | b.js: «require('./a').pool.query» => pg.Pool().query
        a.mjs: import { Pool } from 'pg'; let pool; if (x) { pool = new Pool(x) } else { pool = new Pool() } const all = {}; all[x] = y; all.pool = pool; export default all | b.js: import all from './a'; «all.pool.query» => pg.Pool().query
        a.ts: import { Pool } from 'pg'; const all = {} as any; all[x] = y; all.pool = x ? new Pool(x) : new Pool(); export default all | b.ts: import all from './a'; «all.pool.query» => pg.Pool().query
        a.js: const own = x ? require('./c') : require('./d'); module.exports = own | c.js: module.exports = require('pg') | d.js: module.exports = require('pg') | b.js: «require('./a').Pool» => pg.Pool
        a.js: const own = x ? require('./c') : require('./d'); module.exports = own | c.js: module.exports = require('pg') | d.js: module.exports = require('mysql') | b.js: «require('./a').Pool» => null
        a.js: const { Pool } = require('pg'); if (x) { exports.pool = new Pool(x) } else { exports.pool = new Pool(1) } | b.js: «require('./a').pool.query» => pg.Pool().query
        a.js: const { exec, execFile } = require('child_process'); const { promisify } = require('util'); exports.run = x ? promisify(exec) : promisify(execFile) | b.js: «require('./a').run» => util.promisify()
        a.js: if (x) { module.exports = require('koa') } else { module.exports = require('express') } | b.js: «require('./a')()» => null
        a.js: module.exports = { h: [require('child_process').exec] } | b.js: const { h: [e] } = require('./a'); «e» => child_process.exec
        a.js: function self() { return self } module.exports = self | b.js: «require('./a')()()()» => null
        a.js: exports.f = () => exports.g(); exports.g = () => exports.f() | b.js: «require('./a').f()» => null
        """);
  }

  static Stream<Arguments> constants() {
    return Table.of(
        """
        a.js: exports.alg = 'md5' | b.js: «require('./a').alg» => 'md5'
        a.js: module.exports = { alg: 'md5' } | b.js: const a = require('./a'); «a.alg» => 'md5'
        a.js: module.exports = { hash: { alg: 'md5' } } | b.js: const { hash } = require('./a'); «hash.alg» => 'md5'
        a.js: const alg = 'm' + 'd5'; module.exports = { alg } | b.js: const { alg } = require('./a'); «alg» => 'md5'
        a.mjs: export const alg = 'md5' | b.mjs: import { alg } from './a'; «alg» => 'md5'
        a.mjs: export default 'md5' | b.mjs: import alg from './a'; «`${alg}!`» => 'md5!'
        a.mjs: export let alg = 'md5'; alg = 'sha1' | b.mjs: import { alg } from './a'; «alg» => unknown
        a.mjs: export { alg } from './c' | c.mjs: export const alg = 'md5' | b.mjs: import { alg } from './a'; «alg» => 'md5'
        a.js: const c = { alg: 'md5' }; c.alg = pick(); module.exports = c | b.js: «require('./a').alg» => unknown
        a.js: exports.alg = 'md5'; exports.alg = 'sha1' | b.js: «require('./a').alg» => unknown
        """);
  }

  @ParameterizedTest
  @MethodSource("projects")
  void valuesAreFollowedThroughFiles(String source, String expected) {
    MarkedProject project = MarkedProject.of(files(source));
    assertThat(String.valueOf(project.scopes().apiOf(project.expression()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("projects")
  void theOrderOfFilesDoesNotMatter(String source, String expected) {
    String[] files = source.split(" \\| ");
    StringBuilder reversed = new StringBuilder();
    for (int i = files.length - 1; i >= 0; i--) {
      reversed.append(files[i]).append(i == 0 ? "" : " | ");
    }
    MarkedProject project = MarkedProject.of(files(reversed.toString()));
    assertThat(String.valueOf(project.scopes().apiOf(project.expression()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("constants")
  void constantsAreFollowedThroughFiles(String source, String expected) {
    MarkedProject project = MarkedProject.of(files(source));
    var constant = project.scopes().constantOf(project.expression());
    assertThat(constant == null ? "unknown" : constant.toString()).isEqualTo(expected);
  }

  private static String files(String source) {
    StringBuilder text = new StringBuilder();
    for (String file : source.split(" \\| ")) {
      int colon = file.indexOf(": ");
      text.append("// file: ").append(file, 0, colon).append('\n');
      text.append(file.substring(colon + 2)).append('\n');
    }
    return text.toString();
  }
}
