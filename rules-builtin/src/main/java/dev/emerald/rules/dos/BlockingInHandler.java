package dev.emerald.rules.dos;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.HashSet;
import java.util.Set;

/** Calls in handlers that let all other requests wait. */
@RuleInfo(
    id = "dos-sync-in-handler",
    title = "A handler of requests lets all others wait",
    severity = Severity.MEDIUM,
    cwe = 1322,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "While a synchronous call reads a file, runs a program or hashes a password, Node.js"
            + " answers nobody: a few dozen such requests at once keep everybody waiting for"
            + " seconds.",
    remedy = "Call the asynchronous function of the same name without Sync, and await it.",
    bad = {
      @Example(
          """
          const fs = require('fs');
          const app = require('express')();
          app.get('/terms', (req, res) => res.send(fs.readFileSync('terms.html', 'utf8')));
          """),
      @Example(
          """
          const bcrypt = require('bcrypt');
          const app = require('express')();
          function matches(user, password) {
            return bcrypt.compareSync(password, user.hash);
          }
          app.post('/login', (req, res) => res.json(matches(find(req.body.name), req.body.password)));
          """)
    },
    good = {
      @Example(
          """
          const fs = require('fs/promises');
          const app = require('express')();
          app.get('/terms', async (req, res) => res.send(await fs.readFile('terms.html', 'utf8')));
          """),
      @Example(
          value =
              """
              const fs = require('fs');
              const app = require('express')();
              const terms = fs.readFileSync('terms.html', 'utf8');
              app.get('/terms', (req, res) => res.send(terms));
              """,
          note = "Read once, before the first request.")
    })
public final class BlockingInHandler implements Rule {

  /** How far functions that a handler calls are followed. */
  private static final int MOST_CALLS = 2;

  @Override
  public void register(Hooks on) {
    on.call(
        api(
            "{fs,fs-extra,graceful-fs}.{readFileSync,writeFileSync,appendFileSync,readdirSync,"
                + "copyFileSync,cpSync,copySync,rmSync,removeSync,readJsonSync,readJSONSync,"
                + "writeJsonSync,outputFileSync}"),
        BlockingInHandler::check);
    on.call(api("child_process.{execSync,execFileSync,spawnSync}"), BlockingInHandler::check);
    on.call(api("crypto.{pbkdf2Sync,scryptSync,generateKeyPairSync}"), BlockingInHandler::check);
    on.call(
        api(
            "zlib.{gzipSync,gunzipSync,deflateSync,inflateSync,deflateRawSync,inflateRawSync,"
                + "unzipSync,brotliCompressSync,brotliDecompressSync}"),
        BlockingInHandler::check);
    on.call(api("{bcrypt,bcryptjs}.{hashSync,compareSync,genSaltSync}"), BlockingInHandler::check);
  }

  private static void check(Invocation call, FileContext context) {
    if (!context.file().test()
        && RequestHandlers.areIn(context)
        && isInHandler(call, context, 0, new HashSet<>())) {
      context.report(call, "All other requests wait for this call");
    }
  }

  /** Whether a node runs for each request: in a handler, or in a function that one calls. */
  private static boolean isInHandler(
      Node node, FileContext context, int calls, Set<FunctionLike> seen) {
    if (RequestHandlers.around(node, context) != null) {
      return true;
    }
    FunctionLike function = context.tree().enclosing(node, FunctionLike.class);
    if (function == null || calls == MOST_CALLS || !seen.add(function)) {
      return false;
    }
    boolean[] called = {false};
    context
        .tree()
        .forEach(
            context.tree().program(),
            Invocation.class,
            each ->
                called[0] |=
                    !called[0]
                        && context.scopes().functionOf(each.callee()) == function
                        && isInHandler(each, context, calls + 1, seen));
    return called[0];
  }
}
