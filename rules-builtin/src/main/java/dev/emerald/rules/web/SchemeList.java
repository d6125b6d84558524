package dev.emerald.rules.web;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;

/** Addresses that are let through unless they start with one of a few words. */
@RuleInfo(
    id = "xss-incomplete-url-scheme",
    title = "A check for dangerous addresses forgets some",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {184, 79},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Beside `javascript:` browsers run, or have run, scripts in `data:` and `vbscript:`"
            + " addresses.",
    remedy = "Let through what is known to be harmless: http, https, mailto, relative addresses.",
    bad = {
      @Example(
          """
          const BAD = ['vbscript', 'javascript', 'file'];
          exports.isFine = (url) => BAD.indexOf(url.trim().toLowerCase().split(':')[0]) === -1;
          """),
      @Example("exports.isFine = (url) => !url.toLowerCase().startsWith('javascript:');")
    },
    good =
        @Example(
            """
            exports.isFine = (url) => {
              const start = url.trim().toLowerCase();
              return !start.startsWith('javascript:') && !start.startsWith('data:')
                && !start.startsWith('vbscript:');
            };
            """))
public final class SchemeList implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(ArrayExpression.class, SchemeList::list);
    on.node(CallExpression.class, SchemeList::test);
  }

  /** A list of words of which one is javascript and none is data. */
  private static void list(ArrayExpression list, FileContext context) {
    boolean script = false;
    int schemes = 0;
    for (Expression element : list.elements()) {
      String text = element instanceof StringLiteral literal ? scheme(literal.value()) : "";
      script |= text.equals("javascript");
      schemes += text.equals("vbscript") || text.equals("file") ? 1 : 0;
      if (text.equals("data")) {
        return;
      }
    }
    if (script && schemes > 0 && !context.file().test()) {
      context.report(list, "`data:` is not among them");
    }
  }

  private static void test(CallExpression call, FileContext context) {
    Expression scheme = call.argument(0);
    if (!(call.callee() instanceof MemberExpression method)
        || context.file().test()
        || scheme == null) {
      return;
    }
    String name = Keys.of(method);
    boolean starts = "startsWith".equals(name) || "indexOf".equals(name);
    if (!starts || !"javascript:".equals(text(scheme, context))) {
      return;
    }
    Node around = context.tree().enclosing(call, FunctionLike.class);
    Node whole = around == null ? context.tree().program() : around;
    boolean[] more = {false};
    context.tree().forEach(whole, StringLiteral.class, other -> more[0] |= isOther(other.value()));
    context
        .tree()
        .forEach(whole, RegExpLiteral.class, other -> more[0] |= isOther(other.pattern()));
    if (!more[0]) {
      context.report(call, "`data:` and `vbscript:` are let through");
    }
  }

  private static String text(Expression argument, FileContext context) {
    String text = Values.string(argument, context.scopes());
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static boolean isOther(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("data:") || lower.contains("vbscript") || lower.contains("http");
  }

  private static String scheme(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.endsWith(":") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
