package dev.emerald.rules.injection;

import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Symbol;
import org.jspecify.annotations.Nullable;

/** Modules that are chosen at run time. */
@RuleInfo(
    id = "injection-dynamic-require",
    title = "The module to load is chosen by an argument",
    severity = Severity.HIGH,
    confidence = Confidence.LOW,
    cwe = {98, 706},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Loading a module runs it. Whoever chooses its path runs any file that lies on the machine,"
            + " an upload among them.",
    remedy = "Keep a table from names to modules and load what is in it.",
    bad = {
      @Example("exports.load = (name) => require('./plugins/' + name);"),
      @Example("export const load = (name) => import(`./locales/${name}.js`);")
    },
    good = {
      @Example("const plugin = require('./plugins/' + 'first');"),
      @Example(
          """
          const plugins = { first: () => require('./plugins/first') };
          exports.load = (name) => plugins[name]();
          """),
      @Example(
          """
          const fs = require('fs');
          fs.readdirSync(__dirname).forEach(function (file) {
            module.exports[file] = require('./' + file);
          });
          """)
    })
public final class DynamicRequire implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(
        CallExpression.class,
        (call, context) -> {
          if (call.callee() instanceof Identifier name && isRequire(name, context)) {
            check(call, call.argument(0), context);
          }
        });
    on.node(ImportExpression.class, (load, context) -> check(load, load.source(), context));
  }

  /** Whether a name is {@code require}, or what {@code createRequire} gave. */
  private static boolean isRequire(Identifier name, FileContext context) {
    if (context.scopes().symbolOf(name) == null) {
      return name.name().equals("require");
    }
    return context.scopes().origin(name) instanceof CallExpression made
        && "module.createRequire".equals(context.scopes().apiOf(made.callee()));
  }

  private static void check(Expression load, @Nullable Expression source, FileContext context) {
    if (source == null || context.scopes().constantOf(source) != null) {
      return;
    }
    Identifier parameter = parameterIn(source, context, 0);
    if (parameter != null) {
      context.report(
          Problem.at(context.location(load), "'" + parameter.name() + "' chooses the module"));
    }
  }

  /** The parameter of an exported or plain function that a path is made of, if any. */
  private static @Nullable Identifier parameterIn(
      Expression source, FileContext context, int depth) {
    if (depth > 8) {
      return null;
    }
    Expression origin = context.scopes().origin(source);
    if (origin instanceof Identifier name) {
      Symbol symbol = context.scopes().symbolOf(name);
      return symbol != null && symbol.kind() == Symbol.Kind.PARAMETER && isEntry(symbol, context)
          ? name
          : null;
    }
    if (origin instanceof BinaryExpression sum && sum.operator() == BinaryOperator.ADD) {
      Identifier right = parameterIn(sum.right(), context, depth + 1);
      return right != null ? right : parameterIn(sum.left(), context, depth + 1);
    }
    if (origin instanceof TemplateLiteral template) {
      for (Expression part : template.expressions()) {
        Identifier found = parameterIn(part, context, depth + 1);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** Whether a parameter belongs to a function that is no callback of a call. */
  private static boolean isEntry(Symbol parameter, FileContext context) {
    SyntaxTree tree = context.tree();
    FunctionLike function = tree.enclosing(parameter.declarations().get(0), FunctionLike.class);
    Node parent = function == null ? null : tree.parent(function);
    return !(parent instanceof CallExpression);
  }
}
