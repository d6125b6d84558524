package dev.emerald.rules.web;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Escaping that ends with the first character. */
@RuleInfo(
    id = "injection-incomplete-sanitization",
    title = "Only the first occurrence is escaped",
    severity = Severity.MEDIUM,
    cwe = {116, 20},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "replace with a text, or with a pattern without g, replaces once: an attacker writes the"
            + " character twice.",
    remedy = "Use replaceAll, or a pattern with the flag g; better, the escaping of a library.",
    bad =
        @Example(
            """
            exports.escape = (text) => text.replace('<', '&lt;').replace('>', '&gt;');
            """),
    good =
        @Example(
            """
            exports.escape = (text) => text.replace(/</g, '&lt;').replaceAll('>', '&gt;');
            """))
public final class FirstOccurrence implements Rule {

  /** What is escaped, and what by. */
  private static final Map<String, Set<String>> ESCAPES =
      Map.of(
          "<", Set.of("&lt;", "&#60;", "&#x3c;", "&#x3C;", "\\u003c", "\\u003C", "\\x3c", "\\x3C"),
          ">", Set.of("&gt;", "&#62;", "&#x3e;", "&#x3E;", "\\u003e", "\\u003E", "\\x3e", "\\x3E"),
          "&", Set.of("&amp;", "&#38;", "\\u0026"),
          "\"", Set.of("&quot;", "&#34;", "\\\"", "\"\"", "%22"),
          "'", Set.of("&#39;", "&#x27;", "&apos;", "\\'", "''", "%27", "'\\''"),
          "`", Set.of("\\`", "&#96;"),
          "\\", Set.of("\\\\"),
          "$", Set.of("\\$"),
          "../", Set.of(""),
          "..", Set.of(""));

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, FirstOccurrence::check);
  }

  private static void check(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression member)
        || !"replace".equals(Keys.of(member))
        || call.arguments().size() != 2) {
      return;
    }
    String what = single(call.arguments().get(0), context);
    String by = Values.string(call.arguments().get(1), context.scopes());
    Set<String> escapes = what == null ? null : ESCAPES.get(what);
    if (by != null && escapes != null && escapes.contains(by)) {
      context.report(
          call.arguments().get(0), "Only the first '" + what + "' is replaced; others stay");
    }
  }

  /** The text that an argument has replaced once; null if it is another thing. */
  private static @Nullable String single(Expression argument, FileContext context) {
    if (argument instanceof RegExpLiteral pattern) {
      String text = pattern.pattern();
      if (pattern.flags().indexOf('g') >= 0) {
        return null;
      }
      return text.equals("\\.\\.\\/")
          ? "../"
          : text.equals("\\.\\.") ? ".." : text.equals("\\\\") ? "\\" : plain(text);
    }
    return Values.string(argument, context.scopes());
  }

  private static @Nullable String plain(String text) {
    String bare = text.startsWith("\\") ? text.substring(1) : text;
    return bare.length() == 1 && !Character.isLetterOrDigit(bare.charAt(0)) ? bare : null;
  }
}
