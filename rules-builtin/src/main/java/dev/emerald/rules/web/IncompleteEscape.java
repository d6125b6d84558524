package dev.emerald.rules.web;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions that are to escape HTML and leave the quotes of attributes as they are. */
@RuleInfo(
    id = "xss-incomplete-escape",
    title = "A function that escapes HTML leaves quotes as they are",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {116, 79},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Who calls a function that escapes HTML puts what it gives into attributes too. A quote in"
            + " it ends the value there, and what follows may be an attribute with a script.",
    remedy = "Escape `&`, `<`, `>`, `\"` and `'`, or use a library that does.",
    bad =
        @Example(
            """
            exports.escapeHtml = (text) =>
              text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
            """),
    good = {
      @Example(
          """
          exports.escapeHtml = (text) =>
            text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
          """),
      @Example(
          """
          exports.escapeText = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
          """)
    })
public final class IncompleteEscape implements Rule {

  private static final Pattern ESCAPES =
      Pattern.compile(
          "(?:escape|encode|sanitize|safe).*html|html.*(?:escape|encode|sanitize|safe)");

  /** Names of functions that say where what they give belongs. */
  private static final Pattern OF_TEXT = Pattern.compile("text|content|node|data|inner");

  /** A function that does more than to escape may quote elsewhere. */
  private static final int LONGEST = 1_200;

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, IncompleteEscape::call);
  }

  private static void call(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression method)
        || !"replace".equals(Keys.of(method)) && !"replaceAll".equals(Keys.of(method))
        || call.arguments().size() != 2
        || !(context.scopes().origin(call.arguments().get(0)) instanceof RegExpLiteral regex)
        || !takesTags(regex.pattern())
        || context.file().test()) {
      return;
    }
    FunctionLike function = outermost(call, context);
    String name = function == null ? null : name(function, context);
    if (function == null
        || name == null
        || !escapes(name)
        || function.span().length() > LONGEST
        || isQuote(regex.pattern())
        || quotes(function, context)) {
      return;
    }
    context.report(call, "`\"` is left as it is: in an attribute it ends the value");
  }

  private static boolean escapes(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.contains("unescape")
        && ESCAPES.matcher(lower).find()
        && !OF_TEXT.matcher(lower).find();
  }

  /** Whether a pattern matches a single character, the one that starts a tag among them. */
  private static boolean takesTags(String pattern) {
    return pattern.equals("<")
        || pattern.matches("\\[[^\\]^]{1,20}\\]") && pattern.indexOf('<') >= 0;
  }

  /** The function around a call that has a name; those that it hands to others have none. */
  private static @Nullable FunctionLike outermost(Node call, FileContext context) {
    FunctionLike around = context.tree().enclosing(call, FunctionLike.class);
    while (around != null && name(around, context) == null) {
      around = context.tree().enclosing(around, FunctionLike.class);
    }
    return around;
  }

  private static @Nullable String name(FunctionLike function, FileContext context) {
    Identifier own = function.id();
    if (own != null) {
      return own.name();
    }
    Node parent = context.tree().parent(function);
    if (parent instanceof VariableDeclarator variable) {
      return variable.id() instanceof Identifier id ? id.name() : null;
    }
    if (parent instanceof AssignmentExpression assignment) {
      return assignment.left() instanceof MemberExpression member
          ? Keys.of(member)
          : assignment.left() instanceof Identifier id ? id.name() : null;
    }
    if (parent instanceof Property property) {
      return Keys.of(property);
    }
    return parent instanceof MethodDefinition method && method.key() instanceof Identifier id
        ? id.name()
        : null;
  }

  /** Whether a function speaks of quotes at all. */
  private static boolean quotes(FunctionLike function, FileContext context) {
    boolean[] found = {false};
    context
        .tree()
        .forEach(function, RegExpLiteral.class, each -> found[0] |= isQuote(each.pattern()));
    context
        .tree()
        .forEach(function, StringLiteral.class, each -> found[0] |= isQuote(each.value()));
    return found[0];
  }

  private static boolean isQuote(String text) {
    return text.indexOf('"') >= 0
        || text.contains("quot")
        || text.contains("&#34")
        || text.contains("&#x22");
  }
}
