package dev.emerald.rules.dos;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ThrowStatement;
import dev.emerald.spi.ast.TryStatement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Errors that nobody can catch any more, thrown while a request is answered. */
@RuleInfo(
    id = "dos-server-crash",
    title = "An error in a callback ends the server",
    severity = Severity.HIGH,
    cwe = 248,
    roadmap = RoadmapItem.DEP_4,
    why =
        "A callback runs when the handler that passed it has long returned: no framework and no try"
            + " around the call catches what it throws. The process ends, and with it all other"
            + " requests; whoever can bring the error about can do so again and again.",
    remedy = "Hand the error on, with next(error), or answer with it; do not throw it.",
    bad =
        @Example(
            """
            const fs = require('fs');
            const app = require('express')();
            app.get('/notes/:id', (req, res) => {
              fs.readFile('notes/' + Number(req.params.id), (error, text) => {
                if (error) throw error;
                res.send(text);
              });
            });
            """),
    good = {
      @Example(
          """
          const fs = require('fs');
          const app = require('express')();
          app.get('/notes/:id', (req, res, next) => {
            fs.readFile('notes/' + Number(req.params.id), (error, text) => {
              if (error) return next(error);
              res.send(text);
            });
          });
          """),
      @Example(
          value =
              """
              const fs = require('fs');
              const app = require('express')();
              fs.readFile('settings.json', (error, text) => {
                if (error) throw error;
                app.set('settings', JSON.parse(text));
              });
              """,
          note = "Before the first request: a server that can not start had better end.")
    })
public final class ThrownFromCallback implements Rule {

  private static final Set<String> TIMERS =
      Set.of(
          "timers.setTimeout",
          "timers.setInterval",
          "timers.setImmediate",
          "globalThis.setTimeout",
          "globalThis.setInterval",
          "globalThis.setImmediate",
          "globalThis.queueMicrotask",
          "process.nextTick");

  /** Modules whose functions call back later. */
  private static final Pattern LATER =
      Pattern.compile(
          "(?:fs|fs-extra|graceful-fs|child_process|crypto|dns|zlib|http|https|net|bcrypt|bcryptjs"
              + "|mysql2?|pg|redis|mongodb|sqlite3|request)\\..*");

  /** What a function is called with that is told of errors. */
  private static final Set<String> ERRORS = Set.of("err", "error", "e");

  /** Methods that call back at once, and what catches in a way of its own. */
  private static final Set<String> AT_ONCE =
      Set.of(
          "then", "catch", "finally", "forEach", "map", "filter", "find", "some", "every", "reduce",
          "sort", "replace", "flatMap", "use", "get", "post", "put", "delete", "patch", "all");

  @Override
  public void register(Hooks on) {
    on.node(ThrowStatement.class, ThrownFromCallback::check);
  }

  private static void check(ThrowStatement thrown, FileContext context) {
    FunctionLike function = context.tree().enclosing(thrown, FunctionLike.class);
    if (function == null
        || function.async()
        || function.generator()
        || context.file().test()
        || isCaught(thrown, function, context)
        || !runsLater(function, thrown, context)) {
      return;
    }
    Node call = context.tree().parent(function);
    if (call != null && RequestHandlers.around(call, context) != null) {
      context.report(thrown, "Nothing catches this: it ends the server while requests are open");
    }
  }

  private static boolean isCaught(Node node, Node function, FileContext context) {
    Node inner = node;
    for (Node outer = context.tree().parent(inner);
        outer != null && inner != function;
        outer = context.tree().parent(inner)) {
      if (outer instanceof TryStatement attempt
          && attempt.block() == inner
          && attempt.handler() != null) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  /** Whether a function is given to something that calls it when its caller has returned. */
  private static boolean runsLater(
      FunctionLike function, ThrowStatement thrown, FileContext context) {
    if (!(context.tree().parent(function) instanceof CallExpression call)
        || call.callee() == function) {
      return false;
    }
    String api = context.scopes().apiOf(call.callee());
    if (api != null && TIMERS.contains(api)) {
      return true;
    }
    boolean passesOn = throwsItsError(function, thrown);
    if (api != null && LATER.matcher(api).matches()) {
      return passesOn || !api.endsWith("Sync") && isLast(call, function);
    }
    String method = method(call);
    return passesOn && method != null && !AT_ONCE.contains(method) && isLast(call, function);
  }

  private static boolean isLast(CallExpression call, FunctionLike function) {
    return !call.arguments().isEmpty()
        && call.arguments().get(call.arguments().size() - 1) == function;
  }

  /** {@code (err) => { if (err) throw err; }}. */
  private static boolean throwsItsError(FunctionLike function, ThrowStatement thrown) {
    return !function.params().isEmpty()
        && function.params().get(0) instanceof Identifier first
        && ERRORS.contains(first.name())
        && thrown.argument() instanceof Identifier error
        && error.name().equals(first.name());
  }

  private static @Nullable String method(CallExpression call) {
    Expression callee = call.callee();
    return callee instanceof MemberExpression member
            && !member.computed()
            && member.property() instanceof Identifier name
        ? name.name()
        : null;
  }
}
