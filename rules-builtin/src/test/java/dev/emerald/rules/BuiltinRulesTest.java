package dev.emerald.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.emerald.core.testkit.RuleDocs;
import dev.emerald.core.testkit.RuleVerifier;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule of the pack: its examples, its fixtures, its page, and what it says of itself.
 *
 * <p>Run with {@code -Demerald.docs.write=true} to write the pages anew.
 */
class BuiltinRulesTest {

  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

  private static final Path DOCS = Path.of("docs");

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private static final RulePack PACK = new BuiltinRules();

  private static final Path ADVISORIES = Path.of("src/test/resources/advisories");

  private static final RuleVerifier VERIFIER = RuleVerifier.of(PACK).withAdvisories(ADVISORIES);

  private static final RuleDocs PAGES = RuleDocs.of(PACK).withAdvisories(ADVISORIES);

  @TestFactory
  Stream<DynamicTest> badExamplesAreFoundAndGoodOnesAreNot() {
    return VERIFIER.ruleIds().stream()
        .map(id -> dynamicTest(id, () -> VERIFIER.verifyExamples(id)));
  }

  @TestFactory
  Stream<DynamicTest> fixturesAreFoundAsTheySay() throws IOException {
    return folders().stream()
        .map(
            folder ->
                dynamicTest(
                    String.valueOf(folder.getFileName()), () -> VERIFIER.verifyFolder(folder)));
  }

  /** A rule without a file that must stay silent would be tested by half. */
  @TestFactory
  Stream<DynamicTest> everyRuleHasFixturesOfBothKinds() {
    return VERIFIER.ruleIds().stream()
        .map(
            id ->
                dynamicTest(
                    id,
                    () -> {
                      List<Path> files = files(FIXTURES.resolve(id));
                      assertThat(files).anyMatch(file -> expects(file, id));
                      assertThat(files)
                          .anyMatch(
                              file ->
                                  String.valueOf(file).contains("silent") && !expects(file, id));
                    }));
  }

  @Test
  void everyFolderOfFixturesBelongsToARule() throws IOException {
    assertThat(folders())
        .extracting(folder -> String.valueOf(folder.getFileName()).split("--", 2)[0])
        .isSubsetOf(VERIFIER.ruleIds());
  }

  @TestFactory
  Stream<DynamicTest> rulesSayWhatTheyAre() {
    return PACK.rules().stream()
        .map(Rule::facts)
        .map(facts -> dynamicTest(facts.id(), () -> assertComplete(facts)));
  }

  @TestFactory
  Stream<DynamicTest> pagesAreUpToDate() {
    return PAGES.ruleIds().stream()
        .map(
            id ->
                dynamicTest(
                    id,
                    () -> {
                      Path page = DOCS.resolve(id + ".md");
                      if (Boolean.getBoolean("emerald.docs.write")) {
                        Files.createDirectories(DOCS);
                        Files.writeString(page, PAGES.render(id));
                      }
                      assertThat(page)
                          .as("written by -Demerald.docs.write=true")
                          .hasContent(PAGES.render(id));
                    }));
  }

  @Test
  void everyPageBelongsToARule() {
    assertThat(files(DOCS))
        .extracting(page -> String.valueOf(page.getFileName()).replace(".md", ""))
        .containsExactlyInAnyOrderElementsOf(VERIFIER.ruleIds());
  }

  @Test
  void thePackIsFoundAsAService() {
    assertThat(ServiceLoader.load(RulePack.class))
        .anySatisfy(pack -> assertThat(pack).isInstanceOf(BuiltinRules.class));
  }

  private static void assertComplete(RuleFacts facts) {
    assertThat(facts.id()).matches(ID);
    assertThat(facts.title()).isNotBlank().doesNotEndWith(".");
    assertThat(facts.cwe()).isNotEmpty().allMatch(cwe -> cwe > 0).doesNotHaveDuplicates();
    assertThat(facts.owasp()).allMatch(category -> category.matches("A(?:0[1-9]|10):2021"));
    assertThat(facts.roadmap()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(facts.why()).matches("\\p{L}.*[.:]");
    assertThat(facts.remedy()).matches("\\p{L}.*[.)]");
    assertThat(facts.bad()).isNotEmpty();
    assertThat(facts.good()).isNotEmpty();
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> children = Files.list(FIXTURES)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError("no folder " + folder, e);
    }
  }

  private static boolean expects(Path file, String rule) {
    try {
      String text = Files.readString(file, UTF_8);
      return text.contains("expect: " + rule)
          || String.valueOf(file.getFileName()).equals("expect.txt") && text.contains(rule);
    } catch (IOException e) {
      throw new AssertionError("can't read " + file, e);
    }
  }
}
