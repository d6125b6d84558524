package dev.emerald.core.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.ast.Expression;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which API an expression is, within one file. */
class ApiOfTest {

  static Stream<Arguments> modules() {
    return Table.of(
        """
        const cp = require('child_process'); «cp.exec»('ls') => child_process.exec
        «require('child_process').exec»('ls') => child_process.exec
        «require('child_process')» => child_process
        «require('node:child_process').exec»('ls') => child_process.exec
        require('x')(«require('y')») => y
        var fs = require('fs'); «fs.readFileSync» => fs.readFileSync
        var fs; fs = require('fs'); «fs.readFileSync» => fs.readFileSync
        let fs = null; if (x) fs = require('fs'); «fs.readFileSync» => fs.readFileSync
        let c; try { c = require('bcrypt') } catch (e) { c = null } «c.hash» => bcrypt.hash
        let c; try { c = require('bcrypt') } catch (e) { c = require('bcryptjs') } «c.hash» => null
        const { exec } = require('child_process'); «exec»('ls') => child_process.exec
        const { exec: run } = require('child_process'); «run»('ls') => child_process.exec
        const { exec = fallback } = require('child_process'); «exec»('ls') => child_process.exec
        const { promises: { readFile } } = require('fs'); «readFile» => fs.promises.readFile
        const { readFile, ...rest } = require('fs'); «rest.writeFile» => fs.writeFile
        let exec; ({ exec } = require('child_process')); «exec»('ls') => child_process.exec
        const { ['exec']: run } = require('child_process'); «run»('ls') => child_process.exec
        const [a, b] = [require('a'), require('b')]; «b.x» => b.x
        const cp = require('child_process'); «cp['exec']» => child_process.exec
        const cp = require('child_process'), k = 'ex' + 'ec'; «cp[k]» => child_process.exec
        const cp = require('child_process'); «cp[k]» => null
        const cp = require('child_process'); «cp?.exec»?.('ls') => child_process.exec
        const cp = require(`child_process`); «cp.exec» => child_process.exec
        const name = 'child_process'; const cp = require(name); «cp.exec» => child_process.exec
        const cp = require(dynamic); «cp.exec» => null
        const r = require; «r('fs').readFile» => fs.readFile
        «module.require('fs').readFile» => fs.readFile
        const { createRequire } = require('module'); const r = createRequire(__filename); «r('fs').stat» => fs.stat
        import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); «require('fs').stat» => fs.stat
        import cp from 'child_process'; «cp.exec»('ls') => child_process.exec
        import * as cp from 'node:child_process'; «cp.exec»('ls') => child_process.exec
        import { exec as run } from 'child_process'; «run»('ls') => child_process.exec
        import { default as cp } from 'child_process'; «cp.exec»('ls') => child_process.exec
        import * as cp from 'child_process'; «cp.default.exec»('ls') => child_process.exec
        import { 'exec' as run } from 'child_process'; «run»('ls') => child_process.exec
        const cp = require('child_process').default; «cp.exec» => child_process.exec
        const fs = await import('fs'); «fs.readFile» => fs.readFile
        «(await import('fs')).readFile» => fs.readFile
        async function f() { const { readFile } = await import('node:fs/promises'); «readFile» } => fs.promises.readFile
        import('fs').then(m => { «m.readFile» }) => fs.readFile
        import('fs').then(function ({ readFile }) { «readFile» }) => fs.readFile
        const p = import('fs').then(m => m.promises); async function f() { «(await p).readFile» } => fs.promises.readFile
        const [fs, cp] = await Promise.all([import('fs'), import('child_process')]); «cp.exec» => child_process.exec
        const m = require('fs/promises'); «m.readFile» => fs.promises.readFile
        const m = require('fs').promises; «m.readFile» => fs.promises.readFile
        const p = require('path/posix'); «p.join» => path.posix.join
        const x = require('@scope/pkg/sub'); «x.y» => @scope/pkg/sub.y
        const E = require('events'); «new E.EventEmitter()» => events()
        const E = require('events').EventEmitter; «E» => events
        """);
  }

  static Stream<Arguments> values() {
    return Table.of(
        """
        const express = require('express'); const app = express(); «app.get»('/') => express().get
        «require('express')().get»('/') => express().get
        const { Router } = require('express'); const r = Router(); «r.get» => express.Router().get
        const express = require('express'); const r = new express.Router(); «r.get» => express.Router().get
        const { Pool } = require('pg'); const p = new Pool(); «p.query»('x') => pg.Pool().query
        const { Pool } = require('pg'); function db() { return new Pool() } «db().query» => pg.Pool().query
        const { Pool } = require('pg'); const db = () => new Pool(); «db().query» => pg.Pool().query
        const { Pool } = require('pg'); async function db() { return new Pool() } async function g() { «(await db()).query» } => pg.Pool().query
        const { Pool } = require('pg'); let p; function db() { if (!p) p = new Pool(); return p } «db().query» => pg.Pool().query
        const { Pool } = require('pg'); let p; function db() { return p || (p = new Pool()) } «db().query» => pg.Pool().query
        const { Pool } = require('pg'); let p = null; p = p || new Pool(); «p.query» => pg.Pool().query
        const { Pool } = require('pg'); function db() { return x ? new Pool() : null } «db().query» => pg.Pool().query
        const { Pool } = require('pg'); function db() { if (x) return 1; return new Pool() } «db().query» => null
        function* g() { return require('fs') } «g().readFile» => null
        const { promisify } = require('util'); const run = promisify(require('child_process').exec); «run»('ls') => child_process.exec
        const util = require('util'), fs = require('fs'); const read = util.promisify(fs.readFile).bind(fs); «read» => fs.readFile
        const cp = require('child_process'); const run = cp.exec.bind(cp); «run»('ls') => child_process.exec
        const cp = require('child_process'); «cp.exec.call»(null, 'ls') => child_process.exec
        const cp = require('child_process'); «cp.exec.apply»(cp, args) => child_process.exec
        const cp = require('child_process'); «cp.exec.bind.apply»(cp.exec, args) => null
        const cp = require('child_process'); («0, cp.exec»)('ls') => child_process.exec
        const cp = x ? require('child_process') : require('child_process'); «cp.exec» => child_process.exec
        const cp = x ? require('child_process') : require('other'); «cp.exec» => null
        const cp = x ? require('child_process') : undefined; «cp.exec» => child_process.exec
        const cp = y || require('child_process'); «cp.exec» => null
        function f(o) { const cp = o.cp || require('child_process'); «cp.exec» } => child_process.exec
        const cp = typeof require === 'function' && require('child_process'); «cp.exec» => child_process.exec
        const cp = typeof require !== 'undefined' ? require('child_process') : null; «cp.exec» => child_process.exec
        const api = { run: require('child_process').exec }; «api.run» => child_process.exec
        const api = {}; api.run = require('child_process').exec; «api.run» => child_process.exec
        const api = { ...require('child_process') }; «api.exec» => child_process.exec
        const api = { get cp() { return require('child_process') } }; «api.cp.exec» => child_process.exec
        const api = { cp: require('child_process'), f() { «this.cp.exec» } } => child_process.exec
        const api = Object.freeze({ cp: require('child_process') }); «api.cp.exec» => child_process.exec
        function f() {} f.cp = require('child_process'); «f.cp.exec» => child_process.exec
        class A { cp = require('child_process'); m() { «this.cp.exec» } } => child_process.exec
        class A { #cp = require('child_process'); m() { «this.#cp.exec» } } => child_process.exec
        class A { constructor() { this.cp = require('child_process') } m() { «this.cp.exec» } } => child_process.exec
        class A { constructor() { this.cp = require('child_process') } m() { return () => «this.cp.exec» } } => child_process.exec
        class A { constructor() { this.cp = require('child_process') } m() { return function () { «this.cp.exec» } } } => null
        class A { static cp = require('child_process'); m() { «A.cp.exec» } } => child_process.exec
        class A { static cp = require('child_process'); static m() { «this.cp.exec» } } => child_process.exec
        class A { get cp() { return require('child_process') } m() { «this.cp.exec» } } => child_process.exec
        class A { cp() { return require('child_process') } m() { «this.cp().exec» } } => child_process.exec
        class A { constructor() { this.cp = require('child_process') } } class B extends A { m() { «this.cp.exec» } } => child_process.exec
        class A { cp() { return require('child_process') } } class B extends A { m() { «super.cp().exec» } } => child_process.exec
        class A { cp = require('child_process') } «new A().cp.exec» => child_process.exec
        class A { cp = require('child_process'); m() { this.cp = other() } n() { «this.cp.exec» } } => null
        class A { cp = null; m() { this.cp = require('child_process') } n() { «this.cp.exec» } } => child_process.exec
        function F() { this.cp = require('child_process') } F.prototype.m = function () { «this.cp.exec» } => child_process.exec
        function F() { this.cp = require('child_process') } F.prototype = { m: function () { «this.cp.exec» } } => child_process.exec
        function F() {} F.prototype.cp = require('child_process'); «new F().cp.exec» => child_process.exec
        const Koa = require('koa'); class App extends Koa { m() { «this.use» } } => koa().use
        const Koa = require('koa'); class App extends Koa { m() { «super.use» } } => koa().use
        exports.cp = require('child_process'); «exports.cp.exec» => child_process.exec
        module.exports.cp = require('child_process'); «exports.cp.exec» => child_process.exec
        function f(cp = require('child_process')) { «cp.exec» } => child_process.exec
        function f({ exec } = require('child_process')) { «exec» } => child_process.exec
        const { a: { b } = {} } = require('m'); «b.c» => m.a.b.c
        const db = require('knex')(config); «db('t').where» => knex()().where
        const sql = require('sql'); «sql`x`.y» => sql().y
        const x = require('a'); const y = x; const z = y; «z.b» => a.b
        let x = require('a'); x = require('b'); «x.c» => null
        let x = require('a'); x = require('a'); «x.c» => a.c
        for (const x of require('a')) { «x.c» } => null
        let i = require('a'); i++; «i.b» => null
        const s = 'a'; «s.length» => null
        const o = { a: 1 }; «o.a» => null
        const m = require('m'); «m['a b']» => null
        """);
  }

  static Stream<Arguments> globals() {
    return Table.of(
        """
        «eval»('x') => globalThis.eval
        «globalThis.eval»('x') => globalThis.eval
        «window.eval»('x') => globalThis.eval
        «global.eval»('x') => globalThis.eval
        «self.globalThis.eval»('x') => globalThis.eval
        (0, «eval»)('x') => globalThis.eval
        const e = eval; «e»('x') => globalThis.eval
        «new Function('a')» => globalThis.Function()
        «process.env» => process.env
        «global.process.env» => process.env
        «require('process').env» => process.env
        «console.log» => console.log
        «require('console').log» => console.log
        «Buffer.from» => buffer.Buffer.from
        «require('buffer').Buffer.from» => buffer.Buffer.from
        «new URL('x').href» => url.URL().href
        «setTimeout» => timers.setTimeout
        «globalThis.setTimeout» => timers.setTimeout
        «JSON.parse» => globalThis.JSON.parse
        «Math.random» => globalThis.Math.random
        «import.meta.url» => globalThis.import.meta.url
        «crypto.subtle» => crypto.webcrypto.subtle
        const { env } = process; «env.HOME» => process.env.HOME
        """);
  }

  static Stream<Arguments> shadowed() {
    return Table.of(
        """
        function f(eval) { «eval»('x') } => null
        function f(require) { «require('fs').readFile» } => null
        function f(g) { var require = g; «require('fs').readFile» } => null
        const process = {}; «process.env» => null
        function f(process) { return «process.env» } => null
        { let eval = 1; } «eval»('x') => globalThis.eval
        import process from './own'; «process.env» => null
        function exec() {} «exec»('ls') => null
        const { exec } = require('child_process'); function f(exec) { «exec»('ls') } => null
        const cp = require('child_process'); for (const other of o) { const cp = other; «cp.exec» } => null
        with (o) { «eval»('x') } => null
        const cp = require('child_process'); with (o) { «cp.exec» } => null
        const cp = require('child_process'); with (o) { var f = function (cp) { «cp.exec» } } => null
        function f(c) { eval(c); «eval»('x') } => globalThis.eval
        try { f() } catch (process) { «process.env» } => null
        class process {} «process.env» => null
        function f() { «arguments.x» } => null
        label: for (;;) { «process.env» } => process.env
        """);
  }

  static Stream<Arguments> compiled() {
    return Table.of(
        """
        var _cp = require('child_process'); (0, «_cp.exec»)('ls') => child_process.exec
        var _cp = _interopRequireDefault(require('child_process')); «_cp.default.exec»('ls') => child_process.exec
        function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e } } var _m = _interopRequireDefault(require('m')); «_m.default.x» => m.x
        var cp = _interopRequireWildcard(require('child_process')); «cp.exec»('ls') => child_process.exec
        const fs_1 = __importDefault(require('fs')); «fs_1.default.readFile» => fs.readFile
        const fs = __importStar(require('fs')); «fs.readFile» => fs.readFile
        const tslib_1 = require('tslib'); const fs_1 = tslib_1.__importDefault(require('fs')); «fs_1.default.readFile» => fs.readFile
        var import_fs = __toESM(require('fs')); «import_fs.default.readFile» => fs.readFile
        const _fs = /*#__PURE__*/ _interop_require_default._(require('fs')); «_fs.default.readFile» => fs.readFile
        """);
  }

  static Stream<Arguments> handlers() {
    return Table.of(
        """
        const app = require('express')(); app.get('/', (req, res) => { «req.query» }) => express.Request().query
        const app = require('express')(); app.get('/', (req, res) => { «res.send» }) => express.Response().send
        const app = require('express')(); app.get('/', a, function (req, { send }) { «send» }) => express.Response().send
        const app = require('express')(); app.use((err, req, res, next) => { «res.send» }) => express.Response().send
        const app = require('express')(); app.use((err, req, res, next) => { «err.message» }) => null
        const app = require('express')(); function h(req, res) { «res.send» } app.get('/', h) => express.Response().send
        const app = require('express')(); const h = (req, res) => { «res.send» }; app.get('/', h) => express.Response().send
        const app = require('express')(); const h = { get(req, res) { «res.send» } }; app.get('/', h.get) => express.Response().send
        const app = require('express')(); class C { get(req, res) { «res.send» } } const c = new C(); app.get('/', c.get.bind(c)) => express.Response().send
        const app = require('express')(); app.get('/', [a, (req, res) => { «res.send» }]) => express.Response().send
        const app = require('express')(); app.get('/', wrap(async (req, res) => { «res.send» })) => express.Response().send
        const app = require('express')(); app.get('/', auth('x', (err, user) => { «user.name» })) => null
        const app = require('express')(); app.get('/', (req, res) => { f(req) }); function f(r) { «r.body» } => express.Request().body
        const r = require('express').Router(); r.use(x).get('/', (req, res) => { «res.send» }) => express.Response().send
        const Koa = require('koa'); const app = new Koa(); app.use(async ctx => { «ctx.query» }) => koa.Context().query
        const server = require('@hapi/hapi').server(); server.route({ handler: (request, h) => { «request.query» } }) => @hapi/hapi.Request().query
        const server = require('@hapi/hapi').server(); server.route([{ handler(request, h) { «h.response» } }]) => @hapi/hapi.ResponseToolkit().response
        require('http').createServer((req, res) => { «res.end» }) => http.ServerResponse().end
        const http = require('http'); http.createServer(on); function on(q, s) { «q.url» } => http.IncomingMessage().url
        """);
  }

  static Stream<Arguments> typescript() {
    return Table.of(
        """
        import { Response } from 'express'; function f(res: Response) { «res.send» } => express.Response().send
        import type { Response } from 'express'; function f(res: Response) { «res.send» } => express.Response().send
        import * as express from 'express'; function f(res: express.Response) { «res.send» } => express.Response().send
        import express from 'express'; const f = (res: express.Response | null) => «res.send» => express.Response().send
        import { Pool } from 'pg'; class A { constructor(private readonly db: Pool) {} m() { «this.db.query» } } => pg.Pool().query
        import crypto from 'crypto'; function f(c: typeof crypto) { «c.createHash» } => crypto.createHash
        import * as fs from 'fs'; class A { constructor(private readonly io: typeof fs.promises) {} m() { «this.io.readFile» } } => fs.promises.readFile
        import { Pool } from 'pg'; class A { private db: Pool; m() { «this.db.query» } } => pg.Pool().query
        import { Pool } from 'pg'; class A { private db!: Pool; constructor() { this.db = make() } m() { «this.db.query» } } => pg.Pool().query
        import { Pool } from 'pg'; class D { pool = new Pool() } class A { constructor(private d: D) {} m() { «this.d.pool.query» } } => pg.Pool().query
        import { Pool } from 'pg'; let p: Pool; «p.query» => pg.Pool().query
        import { Pool } from 'pg'; type P = Pool; function f(p: P) { «p.query» } => pg.Pool().query
        import { Pool } from 'pg'; interface P extends Pool {} function f(p: P) { «p.query» } => pg.Pool().query
        import { Pool } from 'pg'; function db(): Pool { return x() } «db().query» => pg.Pool().query
        import { Pool } from 'pg'; async function db(): Promise<Pool> { return x() } const g = async () => «(await db()).query» => pg.Pool().query
        import { Pool } from 'pg'; function f(p: Pool[]) { «p.query» } => null
        import { Application } from 'express'; function f(app: Application) { «app.get» } => express().get
        import cp = require('child_process'); «cp.exec»('ls') => child_process.exec
        import fs = require('fs'); import p = fs.promises; «p.readFile» => fs.promises.readFile
        import cp from 'child_process'; «(cp as any).exec»('ls') => child_process.exec
        import cp from 'child_process'; «cp!.exec»('ls') => child_process.exec
        import cp from 'child_process'; «(<any>cp).exec»('ls') => child_process.exec
        import { Pool } from 'pg'; const p = x as Pool; «p.query» => pg.Pool().query
        namespace N { export const cp = require('child_process') } «N.cp.exec» => child_process.exec
        namespace N { export const cp = require('child_process') } namespace N { «cp.exec» } => child_process.exec
        declare const process: any; «process.env» => process.env
        declare function eval(x: string): any; «eval»('x') => globalThis.eval
        function f<T>(x: T) { «x.y» } => null
        function f(b: Buffer) { «b.toString» } => buffer.Buffer().toString
        """);
  }

  @ParameterizedTest
  @MethodSource({"modules", "values", "globals", "shadowed", "compiled", "handlers"})
  void expressionsAreNamedByTheirApi(String source, String expected) {
    MarkedProject project = MarkedProject.of(source);
    assertThat(String.valueOf(project.scopes().apiOf(project.expression()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource({"typescript", "modules", "values", "globals", "handlers"})
  void typesAreFollowed(String source, String expected) {
    MarkedProject project = MarkedProject.of("main.ts", source);
    assertThat(String.valueOf(project.scopes().apiOf(project.expression()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource({"typescript"})
  void aSourceIsAskedTwiceWithOneAnswer(String source, String expected) {
    MarkedProject project = MarkedProject.of("main.ts", source);
    for (int i = 0; i < project.tree().size(); i++) {
      if (project.tree().node(i) instanceof Expression any) {
        project.scopes().apiOf(any);
      }
    }
    assertThat(String.valueOf(project.scopes().apiOf(project.expression()))).isEqualTo(expected);
  }
}
