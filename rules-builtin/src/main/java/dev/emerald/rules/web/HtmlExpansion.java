package dev.emerald.rules.web;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tags that close themselves, written out. */
@RuleInfo(
    id = "xss-unsafe-html-expansion",
    title = "Closing tags in a text of HTML changes what it means",
    severity = Severity.LOW,
    confidence = Confidence.MEDIUM,
    cwe = {79},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A pattern does not know that a tag stands in an attribute or in a style: HTML that was"
            + " cleaned before can hold a script after `<a/>` has become `<a></a>` in it.",
    remedy = "Parse the markup, or leave it as it is: browsers know which tags need no end.",
    bad =
        @Example("exports.close = (html) => html.replace(/<(([a-z]+)[^>]*)\\/>/gi, '<$1></$2>');"),
    good = @Example("exports.close = (html) => html.replace(/<br\\/>/g, '<br>');"))
public final class HtmlExpansion implements Rule {

  private static final Pattern EXPANDED = Pattern.compile("<\\$\\d[^>]*></\\$\\d>");

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, HtmlExpansion::call);
  }

  private static void call(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression method)
        || !"replace".equals(Keys.of(method))
        || call.arguments().size() != 2
        || context.file().test()) {
      return;
    }
    String by = Values.string(call.argument(1), context.scopes());
    if (by != null && EXPANDED.matcher(by).matches() && isTag(call.argument(0), context)) {
      context.report(call, "Tags in attributes and styles are closed too");
    }
  }

  private static boolean isTag(@Nullable Expression pattern, FileContext context) {
    return pattern != null
        && context.scopes().origin(pattern) instanceof RegExpLiteral regex
        && regex.pattern().startsWith("<")
        && regex.pattern().endsWith("/>");
  }
}
