package dev.emerald.rules.files;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.ThrowStatement;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.List;

/** Checks of a folder that its neighbours pass. */
@RuleInfo(
    id = "fs-partial-path-prefix",
    title = "A check for a folder lets through what only begins like it",
    severity = Severity.MEDIUM,
    cwe = {22, 41},
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A folder /srv/files-private begins with /srv/files: what lies beside the one that is meant"
            + " passes the check.",
    remedy = "Compare with the folder and path.sep behind it, or look at path.relative.",
    bad =
        @Example(
            """
            const path = require('path');
            const root = path.resolve('uploads');
            exports.inside = (name) => {
              const file = path.resolve(root, name);
              if (!file.startsWith(root)) {
                throw new Error('outside');
              }
              return file;
            };
            """),
    good =
        @Example(
            """
            const path = require('path');
            const root = path.resolve('uploads');
            exports.inside = (name) => {
              const file = path.resolve(root, name);
              if (!file.startsWith(root + path.sep)) {
                throw new Error('outside');
              }
              return file;
            };
            """))
public final class PartialPrefix implements Rule {

  /** What gives a path without a separator at its end. */
  private static final ApiPattern FOLDER =
      anyOf(
          "path.{resolve,join,normalize,dirname}",
          "path.posix.{resolve,join,normalize,dirname}",
          "fs.realpathSync",
          "fs.promises.realpath",
          "process.cwd");

  private static final ApiPattern HERE = ApiPattern.api("globalThis.__dirname");

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, PartialPrefix::check);
  }

  private static void check(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression member)
        || !"startsWith".equals(Keys.of(member))
        || call.arguments().size() != 1) {
      return;
    }
    Expression folder = context.scopes().origin(call.arguments().get(0));
    Expression path = context.scopes().origin(member.object());
    if (isPath(path, context) && isFolder(folder, context) && refuses(call, context)) {
      context.report(call, "Folders whose names begin alike pass: compare with path.sep behind it");
    }
  }

  private static boolean isPath(Expression value, FileContext context) {
    return value instanceof CallExpression made
        && FOLDER.matches(context.scopes().apiOf(made.callee()));
  }

  private static boolean isFolder(Expression value, FileContext context) {
    if (HERE.matches(context.scopes().apiOf(value))) {
      return true;
    }
    String api =
        value instanceof CallExpression made ? context.scopes().apiOf(made.callee()) : null;
    if (api == null || !FOLDER.matches(api) || !(value instanceof CallExpression call)) {
      return false;
    }
    // join and normalize keep a separator that ends what they are given.
    boolean keeps = api.endsWith(".join") || api.endsWith(".normalize");
    List<Expression> arguments = call.arguments();
    String end =
        arguments.isEmpty()
            ? null
            : Values.string(arguments.get(arguments.size() - 1), context.scopes());
    return !keeps || end != null && !end.endsWith("/") && !end.endsWith("\\");
  }

  /** Whether the check stands in a condition that something is thrown or given up under. */
  private static boolean refuses(CallExpression call, FileContext context) {
    Node inner = call;
    Node outer = context.tree().parent(call);
    while (outer instanceof UnaryExpression || outer instanceof LogicalExpression) {
      inner = outer;
      outer = context.tree().parent(outer);
    }
    if (!(outer instanceof IfStatement statement) || statement.test() != inner) {
      return false;
    }
    boolean[] gives = new boolean[1];
    context
        .tree()
        .forEach(
            statement,
            Node.class,
            node -> gives[0] |= node instanceof ThrowStatement || node instanceof ReturnStatement);
    return gives[0];
  }
}
