package dev.emerald.core.testkit;

import dev.emerald.core.analysis.Limits;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.internal.config.Settings;
import dev.emerald.core.internal.engine.Engine;
import dev.emerald.core.internal.engine.Origin;
import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.rule.RuleFacts.ExampleFile;
import dev.emerald.spi.rule.RulePack;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The same files, looked at in other ways that must make no difference. */
final class Variants {

  private final List<RulePack> packs;
  private final Settings settings;
  private final Map<String, Engine> engines = new HashMap<>();

  Variants(List<RulePack> packs, Settings settings) {
    this.packs = packs;
    this.settings = settings;
  }

  /** The files of an example. */
  static Map<String, String> texts(ExampleFile example) {
    return example.packageJson().isEmpty()
        ? Map.of(example.file(), example.text())
        : Map.of(example.file(), example.text(), "package.json", example.packageJson());
  }

  /** Analyses the files as they are. */
  Report plain(Map<String, String> texts) {
    return analyze("plain", texts, parts -> {});
  }

  /** Engines are kept: making one takes longer than looking at an example. */
  private Report analyze(String how, Map<String, String> texts, Consumer<Engine.Parts> change) {
    Engine engine =
        engines.computeIfAbsent(
            how,
            key -> {
              Engine.Parts parts = new Engine.Parts();
              parts.packs.addAll(packs);
              parts.settings = settings;
              change.accept(parts);
              return new Engine(parts);
            });
    return engine.analyze(Origin.texts(texts));
  }

  /**
   * Analyses files in other ways.
   *
   * @param expected what they give as they are
   * @return what differs, a line each
   */
  List<String> differences(Map<String, String> texts, Report expected) {
    List<String> differences = new ArrayList<>();
    compare("by the naive loop", expected, naive(texts), differences);
    compare("with every file parsed twice", expected, twice(texts), differences);
    compare("by 4 threads", expected, threads(backwards(texts)), differences);
    if (texts.values().stream().noneMatch(text -> text.indexOf('\r') >= 0)) {
      compare("with CR LF", expected, plain(withCarriageReturns(texts)), differences);
    }
    compareTypeScript(texts, expected, differences);
    return differences;
  }

  /** The fixes of a report that, when made, do not put right what they belong to. */
  List<String> wrongFixes(Map<String, String> texts, Report report) {
    List<String> wrong = new ArrayList<>();
    for (Finding finding : report.findings()) {
      for (Fix fix : finding.fixes()) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        fix.paths().forEach(path -> changed.computeIfPresent(path, fix::applyTo));
        Report after = plain(changed);
        if (count(after, finding) >= count(report, finding)) {
          wrong.add(finding + " is still found after '" + fix.title() + "'");
        }
        after.notices().stream()
            .filter(notice -> notice.kind() == NoticeKind.SYNTAX_ERROR)
            .forEach(notice -> wrong.add(notice + " after '" + fix.title() + "'"));
      }
    }
    return wrong;
  }

  private static long count(Report report, Finding like) {
    return report.findings().stream().filter(f -> f.ruleId().equals(like.ruleId())).count();
  }

  private Report naive(Map<String, String> texts) {
    return analyze("naive", texts, parts -> parts.loop = new NaiveLoop());
  }

  private Report twice(Map<String, String> texts) {
    return analyze("twice", texts, parts -> parts.limits = Limits.DEFAULT.withTreeUnits(0));
  }

  private Report threads(Map<String, String> texts) {
    return analyze(
        "threads",
        texts,
        parts -> {
          parts.executor = Variants::startDaemon;
          parts.parallelism = 4;
        });
  }

  private static void startDaemon(Runnable task) {
    Thread thread = new Thread(task, "fixture");
    thread.setDaemon(true);
    thread.start();
  }

  private static Map<String, String> backwards(Map<String, String> texts) {
    Map<String, String> backwards = new LinkedHashMap<>();
    new TreeMap<>(texts).descendingMap().forEach(backwards::put);
    return backwards;
  }

  private static Map<String, String> withCarriageReturns(Map<String, String> texts) {
    Map<String, String> changed = new TreeMap<>();
    texts.forEach((path, text) -> changed.put(path, text.replace("\n", "\r\n")));
    return changed;
  }

  /**
   * The scripts as TypeScript, unless that is not what they are: a file that breaks TypeScript's
   * syntax, a package.json that names a script, a name that says that a program wrote the file.
   */
  private void compareTypeScript(
      Map<String, String> texts, Report expected, List<String> differences) {
    Map<String, String> typed = new TreeMap<>();
    Map<String, String> before = new TreeMap<>();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      String path = entry.getKey();
      String name = path.endsWith(".js") ? path.substring(0, path.length() - 3) + ".ts" : path;
      if (typed.put(name, entry.getValue()) != null
          || path.endsWith("package.json")
          || path.endsWith(".min.js")) {
        return;
      }
      before.put(name, path);
    }
    if (typed.keySet().equals(texts.keySet())) {
      return;
    }
    Report report = plain(typed);
    boolean valid =
        report.notices().stream().noneMatch(notice -> notice.kind() == NoticeKind.SYNTAX_ERROR);
    if (valid) {
      compare("as TypeScript", said(expected, Map.of()), said(report, before), differences);
    }
  }

  private static void compare(
      String how, Report expected, Report report, List<String> differences) {
    compare(how, said(expected, Map.of()), said(report, Map.of()), differences);
  }

  private static void compare(
      String how, TreeSet<String> expected, TreeSet<String> said, List<String> differences) {
    for (String each : expected) {
      if (!said.contains(each)) {
        differences.add("- " + how + ": " + each);
      }
    }
    for (String each : said) {
      if (!expected.contains(each)) {
        differences.add("+ " + how + ": " + each);
      }
    }
  }

  /**
   * What a report says, without offsets: they differ where lines end otherwise.
   *
   * @param before the names that files had, where they have others now
   */
  private static TreeSet<String> said(Report report, Map<String, String> before) {
    TreeSet<String> said = new TreeSet<>();
    for (Finding finding : report.findings()) {
      said.add(place(finding.location(), before) + finding.ruleId() + " " + finding.message());
    }
    report
        .suppressed()
        .forEach(
            silenced ->
                said.add(
                    place(silenced.finding().location(), before)
                        + silenced.finding().ruleId()
                        + " suppressed"));
    for (Evidence evidence : report.evidence()) {
      String at = evidence.location().map(location -> place(location, before)).orElse("");
      said.add(at + evidence.item() + " " + evidence.note());
    }
    return said;
  }

  private static String place(Location location, Map<String, String> before) {
    return before.getOrDefault(location.path(), location.path())
        + ":"
        + location.start()
        + "-"
        + location.end()
        + " ";
  }
}
