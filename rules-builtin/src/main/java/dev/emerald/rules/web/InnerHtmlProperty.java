package dev.emerald.rules.web;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.JSXAttribute;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markup that components show as it is. */
@RuleInfo(
    id = "xss-dangerously-set-inner-html",
    title = "A component shows a value as HTML",
    severity = Severity.MEDIUM,
    confidence = Confidence.LOW,
    cwe = 79,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Frameworks escape what they show. Here this is switched off: if anything of the value"
            + " comes from users, so may scripts.",
    remedy = "Show text, or clean the markup with DOMPurify where it is set.",
    bad =
        @Example(
            file = "note.jsx",
            value =
                """
                export const Note = ({ text }) => <p dangerouslySetInnerHTML={{ __html: text }} />;
                """),
    good =
        @Example(
            file = "note.jsx",
            value =
                """
                import DOMPurify from 'dompurify';
                export const Note = ({ text }) => (
                  <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(text) }} />
                );
                """))
public final class InnerHtmlProperty implements Rule {

  private static final Pattern VUE =
      Pattern.compile("\\bv-html\\s*=\\s*[\"']([^\"'\\n]{1,200})[\"']");

  private static final Pattern CLEAN =
      Pattern.compile(
          "saniti[sz]e|purify|escape|clean|serialize|stringify", Pattern.CASE_INSENSITIVE);

  @Override
  public void register(Hooks on) {
    on.node(JSXAttribute.class, InnerHtmlProperty::attribute);
    on.text(InnerHtmlProperty::component);
  }

  private static void attribute(JSXAttribute attribute, FileContext context) {
    Expression html = InnerHtml.of(attribute, context);
    if (html == null
        || Values.constant(html, context.scopes()) != null
        || isCleaned(context.scopes().origin(html))) {
      return;
    }
    context.report(attribute, "`" + context.text(html) + "` is shown as HTML");
  }

  private static boolean isCleaned(Expression html) {
    if (!(html instanceof CallExpression call)) {
      return false;
    }
    String name =
        call.callee() instanceof Identifier identifier
            ? identifier.name()
            : call.callee() instanceof MemberExpression member ? Keys.of(member) : null;
    return name != null && CLEAN.matcher(name).find();
  }

  private static void component(TextFile text, RuleContext context) {
    String path = text.source().path();
    if (!path.endsWith(".vue") || text.test()) {
      return;
    }
    Matcher matcher = VUE.matcher(text.source().text());
    while (matcher.find()) {
      if (!CLEAN.matcher(matcher.group(1)).find()) {
        context.report(
            text.source().location(matcher.start(), matcher.end()),
            "`" + matcher.group(1) + "` is shown as HTML");
      }
    }
  }
}
