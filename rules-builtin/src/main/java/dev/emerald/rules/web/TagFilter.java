package dev.emerald.rules.web;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Loop;
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
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Markup that is to be made harmless by taking parts out of it, once. */
@RuleInfo(
    id = "xss-bad-tag-filter",
    title = "Taking a script out of a text leaves others in it",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {116, 80},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "What is left may be what was taken out: `<scr<script></script>ipt>` becomes a script"
            + " again, and a browser takes for a tag, or for the end of one, much that a pattern"
            + " does not.",
    remedy = "Escape the text, or clean the markup with DOMPurify or sanitize-html.",
    bad = {
      @Example("exports.clean = (html) => html.replace(/<script[^>]*>.*?<\\/script>/gi, '');"),
      @Example("exports.link = (href) => escape(href).replace('javascript:', '');")
    },
    good = {
      @Example("exports.text = (html) => html.replace(/[<>]/g, '');"),
      @Example(
          """
          exports.clean = (html) => {
            let before;
            do {
              before = html;
              html = html.replace(/<script[^>]*>/gi, '');
            } while (html !== before);
            return html;
          };
          """)
    })
public final class TagFilter implements Rule {

  /** Patterns of which a match that is taken out can leave one behind. */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "<\\\\?/?\\??\\(?(?:\\?:)?(?:script|iframe|object|embed)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> SCHEMES = Set.of("javascript:", "vbscript:", "data:");

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, TagFilter::call);
  }

  private static void call(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression method)
        || !"replace".equals(Keys.of(method)) && !"replaceAll".equals(Keys.of(method))
        || call.arguments().size() != 2
        || context.file().test()) {
      return;
    }
    String by = Values.string(call.argument(1), context.scopes());
    if (by == null || !by.isEmpty() || context.tree().enclosing(call, Loop.class) != null) {
      return;
    }
    String taken = taken(call.argument(0), context);
    if (taken != null) {
      context.report(call, "What is left when " + taken + " is taken out may hold another");
    }
  }

  private static @Nullable String taken(@Nullable Expression what, FileContext context) {
    if (what == null) {
      return null;
    }
    Expression origin = context.scopes().origin(what);
    if (origin instanceof RegExpLiteral regex) {
      return SCRIPT.matcher(regex.pattern()).find() ? "a script" : null;
    }
    String text = Values.string(what, context.scopes());
    if (text == null) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT).strip();
    boolean harmful = SCHEMES.contains(lower) || lower.startsWith("<script");
    return harmful ? "`" + lower + "`" : null;
  }
}
