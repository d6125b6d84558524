package dev.emerald.rules.async;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Symbol;
import java.util.Set;

/** Errors that a callback is told and does not hear. */
@RuleInfo(
    id = "async-callback-error-ignored",
    title = "The error of a callback is not looked at",
    severity = Severity.MEDIUM,
    cwe = 391,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_4,
    why =
        "When the operation fails the callback goes on with data that is not there: it crashes"
            + " further down, or takes the failure for an empty answer.",
    remedy = "Begin with if (error) return next(error), or name the parameter _error on purpose.",
    bad =
        @Example(
            """
            const fs = require('fs');
            fs.readFile('config.json', (err, text) => {
              start(JSON.parse(text));
            });
            """),
    good = {
      @Example(
          """
          const fs = require('fs');
          fs.readFile('config.json', (err, text) => {
            if (err) throw err;
            start(JSON.parse(text));
          });
          """),
      @Example(
          """
          const fs = require('fs');
          fs.readFile('config.json', (_err, text) => start(text));
          """),
      @Example(
          value =
              """
              const fs = require('fs');
              fs.unlink('cache.tmp', (err) => {});
              """,
          note = "Nothing is done with a result.")
    })
public final class CallbackErrorIgnored implements Rule {

  private static final Set<String> ERROR_NAMES = Set.of("err", "error", "er", "e");

  private static final ApiPattern NODE =
      anyOf(
          "fs.*",
          "child_process.{exec,execFile}",
          "dns.*",
          "crypto.{randomBytes,pbkdf2,scrypt}",
          "zlib.*",
          "{bcrypt,bcryptjs}.{hash,compare,genSalt}",
          "jsonwebtoken.{sign,verify}",
          "mysql.createConnection().query",
          "mysql.createPool().query",
          "mysql2.createConnection().query",
          "mysql2.createPool().query",
          "pg.{Pool,Client}().query");

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, this::check);
  }

  private void check(CallExpression call, FileContext context) {
    int last = call.arguments().size() - 1;
    if (last < 0 || !(call.arguments().get(last) instanceof FunctionLike callback)) {
      return;
    }
    if (callback.params().size() < 2
        || !(callback.params().get(0) instanceof Identifier error)
        || !ERROR_NAMES.contains(error.name())
        || !NODE.matches(context.scopes().apiOf(call.callee()))) {
      return;
    }
    Symbol symbol = context.scopes().symbolOf(error);
    if (symbol != null
        && symbol.references().isEmpty()
        && !isEmpty(callback)
        && !isResultTested(callback.params().get(1), context)
        && !passesArguments(callback, context.tree())
        && !context.scopes().scopeOf(error).dynamic()) {
      context.report(error, "'" + error.name() + "' is never looked at");
    }
  }

  /** Whether the callback asks if there is a result: that tells of a failure too. */
  private static boolean isResultTested(Node result, FileContext context) {
    Symbol symbol = result instanceof Identifier name ? context.scopes().symbolOf(name) : null;
    if (symbol == null) {
      return false;
    }
    for (Identifier reference : symbol.references()) {
      Node parent = context.tree().parent(reference);
      if (parent instanceof IfStatement
          || parent instanceof LogicalExpression
          || parent instanceof ConditionalExpression test && test.test() == reference
          || parent instanceof UnaryExpression
          || parent instanceof MemberExpression member && member.optional()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a function hands on all it was given, the error among it. */
  private static boolean passesArguments(FunctionLike callback, SyntaxTree tree) {
    for (int i = callback.number(), end = tree.subtreeEnd(i); i < end; i++) {
      if (tree.node(i) instanceof Identifier name && name.name().equals("arguments")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEmpty(FunctionLike callback) {
    return callback.body() instanceof BlockStatement block && block.body().isEmpty();
  }
}
