package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.ObjectView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sanitizers of HTML that are told to let scripts through. */
@RuleInfo(
    id = "xss-dompurify-config",
    title = "The sanitizer is told to let scripts through",
    severity = Severity.MEDIUM,
    cwe = {79, 183},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "The text goes through a sanitizer and looks safe, and scripts in it are run all the same.",
    remedy = "Allow the elements and attributes that are needed, none that run code.",
    bad = {
      @Example(
          """
          import DOMPurify from 'dompurify';
          export const clean = (text) => DOMPurify.sanitize(text, { ADD_ATTR: ['onclick'] });
          """),
      @Example(
          """
          const sanitizeHtml = require('sanitize-html');
          exports.clean = (text) =>
            sanitizeHtml(text, { allowedTags: false, allowedAttributes: false });
          """)
    },
    good =
        @Example(
            """
            import DOMPurify from 'dompurify';
            import sanitizeHtml from 'sanitize-html';
            export const clean = (text) => DOMPurify.sanitize(text, { ADD_ATTR: ['target'] });
            export const short = (text) => sanitizeHtml(text, { allowedTags: ['b', 'i'] });
            """))
public final class LenientSanitizer implements Rule {

  private static final ApiPattern PURIFY =
      anyOf(
          "{dompurify,isomorphic-dompurify}.sanitize",
          "dompurify().sanitize",
          "dompurify.createDOMPurify().sanitize");

  private static final ApiPattern SANITIZE = anyOf("sanitize-html", "sanitize-html.default");

  private static final List<String> TAGS = List.of("ADD_TAGS", "ALLOWED_TAGS");

  private static final List<String> ATTRIBUTES = List.of("ADD_ATTR", "ALLOWED_ATTR");

  /** Elements that run code, or load some, whatever their attributes are. */
  private static final Set<String> RUNNING = Set.of("script", "object", "embed", "base");

  @Override
  public void register(Hooks on) {
    on.call(PURIFY, LenientSanitizer::purify);
    on.call(SANITIZE, LenientSanitizer::sanitize);
  }

  private static void purify(Invocation call, FileContext context) {
    ObjectView options = Settings.argument(call, 1, context.scopes());
    if (options == null) {
      return;
    }
    for (String key : TAGS) {
      names(options.get(key), true, call, context);
    }
    for (String key : ATTRIBUTES) {
      names(options.get(key), false, call, context);
    }
    Expression any = options.get("ALLOW_UNKNOWN_PROTOCOLS");
    if (any != null && Values.isTrue(any, context.scopes())) {
      context.report(
          Settings.place(call, any, context), "Addresses of all schemes pass, those of code too");
    }
  }

  private static void sanitize(Invocation call, FileContext context) {
    ObjectView options = Settings.argument(call, 1, context.scopes());
    if (options == null) {
      return;
    }
    Expression tags = options.get("allowedTags");
    Expression attributes = options.get("allowedAttributes");
    boolean all = tags != null && Values.isFalse(tags, context.scopes());
    boolean allAttributes = attributes != null && Values.isFalse(attributes, context.scopes());
    if (tags != null && all && allAttributes) {
      context.report(Settings.place(call, tags, context), "All elements and attributes pass");
      return;
    }
    if (attributes != null && allAttributes) {
      context.report(
          Settings.place(call, attributes, context), "All attributes pass, 'onclick' too");
    }
    names(tags, true, call, context);
  }

  /** Tells of an element that runs code, or of an attribute that does, in a list of names. */
  private static void names(
      @Nullable Expression list, boolean elements, Invocation call, FileContext context) {
    if (list == null || !(context.scopes().origin(list) instanceof ArrayExpression array)) {
      return;
    }
    for (Expression each : array.elements()) {
      String written = each == null ? null : Values.string(each, context.scopes());
      String name = written == null ? "" : written.toLowerCase(Locale.ROOT);
      boolean runs =
          elements
              ? RUNNING.contains(name)
              : name.startsWith("on") && name.length() > 4 || name.equals("srcdoc");
      if (each != null && runs) {
        context.report(
            Settings.place(call, each, context),
            (elements ? "The element '" : "The attribute '") + name + "' passes, and runs code");
      }
    }
  }
}
