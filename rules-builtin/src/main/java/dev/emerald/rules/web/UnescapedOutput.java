package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Outputs of templates that are not escaped, whatever is put out. */
@RuleInfo(
    id = "xss-template-unescaped",
    title = "A template puts a value out as it is",
    severity = Severity.MEDIUM,
    confidence = Confidence.LOW,
    cwe = 79,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Template engines escape what they put out. Here this is switched off: if anything of the"
            + " value comes from users, so may scripts.",
    remedy = "Put it out escaped, or clean the markup before it is given to the template.",
    bad = @Example(file = "note.ejs", value = "<p><%- note.text %></p>"),
    good = {
      @Example(file = "note.ejs", value = "<p><%= note.text %></p>"),
      @Example(file = "page.ejs", value = "<%- include('head') %><%- body %>")
    })
public final class UnescapedOutput implements Rule {

  private static final Pattern PERCENT = Pattern.compile("<%-(?!-)([^%]{1,300})%>");
  private static final Pattern TILDE = Pattern.compile("<%~([^%]{1,300})%>");
  private static final Pattern BRACES =
      Pattern.compile("\\{\\{\\{([^{}]{1,300})\\}\\}\\}|\\{\\{&([^{}]{1,300})\\}\\}");
  private static final Pattern SAFE =
      Pattern.compile("\\{\\{([^{}]{1,300}\\|\\s*(?:safe|raw)\\s*)-?\\}\\}");
  private static final Pattern PUG =
      Pattern.compile(
          "(?m)!\\{([^}\\v]{1,300})\\}"
              + "|^[ \\t]*[\\w.#-]*(?:\\([^)\\v]{0,300}\\))?!=([^\\v]{1,300})");

  private static final Map<String, Pattern> OUTPUTS =
      Map.ofEntries(
          Map.entry("ejs", PERCENT),
          Map.entry("eta", TILDE),
          Map.entry("hbs", BRACES),
          Map.entry("handlebars", BRACES),
          Map.entry("mustache", BRACES),
          Map.entry("njk", SAFE),
          Map.entry("nunjucks", SAFE),
          Map.entry("swig", SAFE),
          Map.entry("twig", SAFE),
          Map.entry("pug", PUG),
          Map.entry("jade", PUG));

  /** Parts of pages, and what is cleaned or no text. */
  private static final Pattern FINE =
      Pattern.compile(
          "include|partial|layout|^\\s*body\\s*$|contentFor|yield|block|csrf|saniti[sz]e|purify|escape"
              + "|encodeURI|\\be\\s*\\(|^\\s*[\"'`\\d]",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void register(Hooks on) {
    on.text(UnescapedOutput::template);
  }

  private static void template(TextFile text, RuleContext context) {
    String path = text.source().path();
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Pattern outputs = OUTPUTS.get(extension);
    if (outputs == null || text.test()) {
      return;
    }
    Matcher matcher = outputs.matcher(text.source().text());
    while (matcher.find()) {
      String value = matcher.group(1);
      for (int i = 2; value == null && i <= matcher.groupCount(); i++) {
        value = matcher.group(i);
      }
      if (value != null && !FINE.matcher(value).find()) {
        context.report(
            text.source().location(matcher.start(), matcher.end()),
            "`" + value.strip() + "` is not escaped");
      }
    }
  }
}
