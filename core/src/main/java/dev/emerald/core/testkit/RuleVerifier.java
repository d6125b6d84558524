package dev.emerald.core.testkit;

import dev.emerald.core.analysis.Configuration.Profile;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.internal.config.Place;
import dev.emerald.core.internal.config.Settings;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleFacts.ExampleFile;
import dev.emerald.spi.rule.RulePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tests the rules of a pack:
 *
 * <pre>{@code
 * RuleVerifier verifier = RuleVerifier.of(new MyPack());
 * verifier.verifyExamples();
 * verifier.verifyFolders(Path.of("src/test/resources/fixtures"));
 * }</pre>
 *
 * <p>A <b>fixture</b> is a folder of files that say on the line what is to be found there, in a
 * comment of whatever form the format has:
 *
 * <pre>
 * eval(text); // expect: no-eval {runs a string}
 * </pre>
 *
 * <p>{@code expect: rule-id {part of the message}} – the rule finds something that starts on this
 * line. {@code missed: rule-id why} – it should and does not. {@code false: rule-id why} – it
 * should not and does. {@code step: n} – a step of a trace. {@code fix: rule-id {part of the
 * title}} – what the rule finds on this line comes with such a fix. Several are separated by
 * commas. For formats without comments a file {@code expect.txt} beside them lists {@code file:line
 * rule-id {part of the message}}. This is strict: a finding that is not listed fails, and so does
 * any notice but one on configuration. Every fix that is offered is made, listed or not: what it
 * puts right must not be found any more, and the file must still be valid. A folder that is named
 * after a rule, or after a rule with {@code --} and a case, is looked at by that rule and those
 * that its lines name; any other by all.
 *
 * <p>Every fixture is looked at several ways that must make no difference: with CR LF, as
 * TypeScript where it is valid as such, with several threads, without and with trees kept, and by a
 * plain walk in place of the engine's loop.
 *
 * <p>All profiles' findings count, those of low confidence included. What is wrong is an {@link
 * AssertionError}. Immutable.
 */
public final class RuleVerifier {

  private final List<RulePack> packs;
  private final List<RuleFacts> facts;

  private final List<Path> advisories;

  private RuleVerifier(List<RulePack> packs, List<Path> advisories) {
    this.packs = packs;
    this.advisories = advisories;
    List<RuleFacts> all = new ArrayList<>();
    for (RulePack pack : packs) {
      pack.rules().forEach(rule -> all.add(rule.facts()));
    }
    this.facts = List.copyOf(all);
  }

  /** A verifier of the rules of packs. */
  public static RuleVerifier of(RulePack... packs) {
    return new RuleVerifier(List.of(packs), List.of());
  }

  /** A verifier of one rule, without models. */
  public static RuleVerifier of(Rule rule) {
    return of(
        new RulePack() {
          @Override
          public String id() {
            return "verified";
          }

          @Override
          public List<Rule> rules() {
            return List.of(rule);
          }
        });
  }

  /** This verifier, whose examples and fixtures are looked at with advisories at hand. */
  public RuleVerifier withAdvisories(Path... sources) {
    return new RuleVerifier(packs, List.of(sources));
  }

  /** The ids of the rules. */
  public List<String> ruleIds() {
    return facts.stream().map(RuleFacts::id).sorted().toList();
  }

  /**
   * Checks that every rule finds something in each of its bad examples and nothing in its good
   * ones.
   *
   * @throws AssertionError if one does not
   */
  public void verifyExamples() {
    List<String> failures = new ArrayList<>();
    for (RuleFacts rule : facts) {
      try {
        verifyExamples(rule.id());
      } catch (AssertionError e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    failIfAny(failures);
  }

  /**
   * Checks the examples of one rule.
   *
   * @throws AssertionError if the rule does not find something in each bad one and nothing in the
   *     good ones
   * @throws IllegalArgumentException if there is no such rule
   */
  public void verifyExamples(String ruleId) {
    RuleFacts rule =
        facts.stream()
            .filter(each -> each.id().equals(ruleId))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no rule '" + ruleId + "'"));
    List<String> failures = new ArrayList<>();
    if (rule.bad().isEmpty() || rule.good().isEmpty()) {
      failures.add(ruleId + ": a rule needs a bad and a good example at least");
    }
    Variants variants = new Variants(packs, settings(Set.of(ruleId), advisories));
    for (ExampleFile example : rule.bad()) {
      verifyExample(variants, ruleId, example, true, failures);
    }
    for (ExampleFile example : rule.good()) {
      verifyExample(variants, ruleId, example, false, failures);
    }
    failIfAny(failures);
  }

  private static void verifyExample(
      Variants variants, String ruleId, ExampleFile example, boolean bad, List<String> failures) {
    Map<String, String> texts = Variants.texts(example);
    Report report = variants.plain(texts);
    String head = ruleId + ", " + (bad ? "bad" : "good") + " example in " + example.file();
    if (bad && report.findings().isEmpty()) {
      failures.add(head + ": nothing found in\n" + example.text());
    }
    if (!bad) {
      for (Finding finding : report.findings()) {
        failures.add(head + ": found " + finding + " in\n" + example.text());
      }
    }
    for (Notice notice : report.notices()) {
      if (notice.kind() == NoticeKind.CONFIGURATION) {
        continue;
      }
      failures.add(head + ": " + notice + " in\n" + example.text());
    }
    for (String difference : variants.differences(texts, report)) {
      failures.add(head + ": " + difference);
    }
  }

  /**
   * Checks a fixture.
   *
   * @throws AssertionError if something is found otherwise than its files say; the message shows
   *     the lines, with {@code +} for what is found and not expected, {@code -} for what is
   *     expected and not found
   */
  public void verifyFolder(Path folder) {
    Fixture fixture = Fixture.read(folder);
    if (fixture.texts().isEmpty()) {
      throw new AssertionError(folder + " holds no files");
    }
    Set<String> known = new TreeSet<>(ruleIds());
    TreeSet<String> rules = new TreeSet<>();
    String subject = fixture.name().split("--", 2)[0];
    if (known.contains(subject)) {
      rules.add(subject);
      rules.addAll(fixture.rules());
    }
    for (String rule : fixture.rules()) {
      if (!known.contains(rule)) {
        throw new AssertionError(folder + " expects something of '" + rule + "': no such rule");
      }
    }
    Variants variants = new Variants(packs, settings(rules, advisories));
    Report report = variants.plain(fixture.texts());
    StringBuilder text = new StringBuilder(fixture.differences(report));
    for (String difference : variants.differences(fixture.texts(), report)) {
      text.append(difference).append('\n');
    }
    for (String mistake : variants.wrongFixes(fixture.texts(), report)) {
      text.append(mistake).append('\n');
    }
    if (text.length() > 0) {
      throw new AssertionError(
          folder + " ('+' found and not expected, '-' expected and not found)\n" + text);
    }
  }

  /**
   * Checks every folder in a folder.
   *
   * @throws AssertionError if one fails, or there is none
   */
  public void verifyFolders(Path parent) {
    List<String> failures = new ArrayList<>();
    List<Path> folders = folders(parent);
    if (folders.isEmpty()) {
      failures.add(parent + " holds no folders");
    }
    for (Path folder : folders) {
      try {
        verifyFolder(folder);
      } catch (AssertionError e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    failIfAny(failures);
  }

  private static List<Path> folders(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't list " + parent, e);
    }
  }

  private static void failIfAny(List<String> failures) {
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n", failures));
    }
  }

  static Settings settings(Set<String> rules, List<Path> advisories) {
    Settings.Builder settings = new Settings.Builder();
    settings.profile = Profile.AUDIT;
    for (String rule : rules) {
      settings.only.add(new Settings.Named(rule, Place.PROGRAM));
    }
    for (Path source : advisories) {
      settings.advisories.add(new Settings.Named(source.toString(), Place.PROGRAM));
    }
    return settings.build();
  }
}
