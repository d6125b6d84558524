package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.JSXAttribute;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.ObjectView;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown whose HTML reaches the page. */
@RuleInfo(
    id = "xss-markdown-raw-html",
    title = "HTML in Markdown reaches the page",
    severity = Severity.MEDIUM,
    cwe = 79,
    owasp = {"A03:2021"},
    roadmap = {RoadmapItem.DEP_5, RoadmapItem.DEV_4},
    why =
        "Markdown may hold HTML, scripts among it, and some libraries hand it on as it is. Shown"
            + " without a sanitiser, whoever writes the text runs code for those who read it.",
    remedy = "Clean what comes of it with DOMPurify, or leave HTML in Markdown switched off.",
    bad = {
      @Example(
          file = "note.jsx",
          value =
              """
              import { marked } from 'marked';
              export const Note = ({ text }) => (
                <p dangerouslySetInnerHTML={{ __html: marked(text) }} />
              );
              """),
      @Example(
          """
          const MarkdownIt = require('markdown-it');
          exports.md = new MarkdownIt({ html: true });
          """)
    },
    good = {
      @Example(
          file = "note.jsx",
          value =
              """
              import { marked } from 'marked';
              import DOMPurify from 'dompurify';
              export const Note = ({ text }) => (
                <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(marked(text)) }} />
              );
              """),
      @Example(
          """
          const MarkdownIt = require('markdown-it');
          exports.md = new MarkdownIt({ linkify: true });
          """)
    })
public final class MarkdownAsHtml implements Rule {

  /** Libraries that hand HTML in Markdown on unless told otherwise. */
  private static final ApiPattern CONVERT =
      ApiPattern.anyOf("marked", "marked.{marked,parse,default}", "snarkdown");

  private static final Pattern VUE =
      Pattern.compile("\\bv-html\\s*=\\s*(?:\"([^\"\\v]{1,200})\"|'([^'\\v]{1,200})')");

  private static final Pattern LIBRARY =
      Pattern.compile("(?:from\\s{1,9}|require\\(\\s{0,9})[\"'](?:marked|showdown|snarkdown)[\"']");

  private static final Pattern CLEAN =
      Pattern.compile("saniti[sz]e|purify|\\bxss\\(", Pattern.CASE_INSENSITIVE);

  private static final Pattern CONVERTS =
      Pattern.compile("(?i).{0,200}(?:mark|markdown|\\bmd\\b|parse|render|html|compil).{0,200}");

  @Override
  public void register(Hooks on) {
    on.node(JSXAttribute.class, MarkdownAsHtml::attribute);
    on.text(MarkdownAsHtml::component);
    on.call(
        api("markdown-it"),
        (call, context) -> {
          ObjectView options = Settings.argument(call, 0, context.scopes());
          Expression html = options == null ? null : options.get("html");
          boolean clean = CLEAN.matcher(context.source().text()).find();
          if (html != null
              && Values.isTrue(html, context.scopes())
              && !clean
              && !context.file().test()) {
            context.report(
                Settings.place(call, html, context), "HTML in the Markdown is handed on as it is");
          }
        });
  }

  private static void attribute(JSXAttribute attribute, FileContext context) {
    Expression html = InnerHtml.of(attribute, context);
    Expression made = html == null ? null : context.scopes().origin(html);
    if (made instanceof CallExpression call
        && CONVERT.matches(context.scopes().apiOf(call.callee()))
        && !CLEAN.matcher(context.text(call)).find()
        && Values.constant(call.argument(0), context.scopes()) == null) {
      context.report(call, "HTML in the Markdown reaches the page");
    }
  }

  /** A component of Vue shows what a method makes of Markdown, and its text names no sanitiser. */
  private static void component(TextFile file, RuleContext context) {
    String text = file.source().text();
    if (!file.path().endsWith(".vue")
        || file.test()
        || !LIBRARY.matcher(text).find()
        || CLEAN.matcher(text).find()) {
      return;
    }
    Matcher shown = VUE.matcher(text);
    while (shown.find()) {
      String value = shown.group(1) != null ? shown.group(1) : shown.group(2);
      if (CONVERTS.matcher(value).matches()) {
        context.report(
            file.source().location(shown.start(), shown.end()),
            "HTML in the Markdown reaches the page");
      }
    }
  }
}
