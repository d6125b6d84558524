package dev.emerald.rules.web;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts of others that pages load unchecked. */
@RuleInfo(
    id = "web-sri-missing",
    title = "A page loads a script of another host unchecked",
    severity = Severity.LOW,
    cwe = {353, 829},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "Whoever takes over the host, or buys its name, runs code in the page of every visitor."
            + " With a hash the browser refuses what has changed.",
    remedy =
        "Serve the script from the own host, from a locked dependency; or name a version and add"
            + " integrity and crossorigin.",
    bad =
        @Example(
            file = "index.html",
            value =
                """
                <!doctype html>
                <script src="https://cdn.jsdelivr.net/npm/vue@2.7.16/dist/vue.js"></script>
                """),
    good =
        @Example(
            file = "index.html",
            value =
                """
                <!doctype html>
                <script src="https://cdn.jsdelivr.net/npm/vue@2.7.16/dist/vue.js"
                    integrity="sha384-bGVmdA==" crossorigin="anonymous"></script>
                <script src="/js/app.js"></script>
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class ScriptWithoutIntegrity implements Rule {

  private static final int LONGEST_TAG = 1_000;

  private static final Set<String> PAGES =
      Set.of(".html", ".htm", ".ejs", ".hbs", ".handlebars", ".njk", ".mustache", ".liquid");

  /** A script of a library on a host for libraries: what stands there for a version stays. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "\\ssrc\\s*=\\s*[\"']?(?:https?:)?//(?:(?:[\\w-]{1,60}\\.){0,4}(?:jsdelivr\\.net"
              + "|bootcdn\\.net|bootcss\\.com|staticfile\\.org|polyfill\\.io|jspm\\.io)"
              + "|unpkg\\.com|esm\\.sh|cdnjs\\.cloudflare\\.com|code\\.jquery\\.com"
              + "|ajax\\.googleapis\\.com|ajax\\.aspnetcdn\\.com"
              + "|(?:maxcdn|netdna|stackpath)\\.bootstrapcdn\\.com)/",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern INTEGRITY =
      Pattern.compile("\\sintegrity\\s*=", Pattern.CASE_INSENSITIVE);

  @Override
  public void register(Hooks on) {
    on.text(ScriptWithoutIntegrity::check);
  }

  private static void check(TextFile file, RuleContext context) {
    if (file.test() || !isPage(file.name())) {
      return;
    }
    String text = file.source().text();
    String lower = text.toLowerCase(Locale.ROOT);
    int comment = lower.indexOf("<!--");
    int at = lower.indexOf("<script");
    while (at >= 0) {
      // What is commented out loads nothing.
      while (comment >= 0 && comment < at) {
        int end = lower.indexOf("-->", comment);
        end = end < 0 ? lower.length() : end;
        at = at < end ? lower.indexOf("<script", end) : at;
        comment = lower.indexOf("<!--", end);
      }
      if (at < 0) {
        return;
      }
      int end = lower.indexOf('>', at);
      end = end < 0 || end - at > LONGEST_TAG ? Math.min(text.length(), at + LONGEST_TAG) : end;
      String tag = text.substring(at, end);
      Matcher library = LIBRARY.matcher(tag);
      if (library.find() && !INTEGRITY.matcher(tag).find()) {
        context.report(
            file.source().location(at, end), "This script is run as whatever the host sends");
      }
      at = lower.indexOf("<script", end);
    }
  }

  private static boolean isPage(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && PAGES.contains(name.substring(dot).toLowerCase(Locale.ROOT));
  }
}
