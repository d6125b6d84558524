package dev.emerald.rules.health;

import dev.emerald.spi.ast.Program;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.source.Location;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many lines are tests that run, and how many are no tests.
 *
 * @param tests the lines of tests
 * @param sources the lines of all else
 */
record TestShare(long tests, long sources) {

  /** Folders of what only shows the code, or documents it. */
  private static final Set<String> SHOWN =
      Set.of("docs", "example", "examples", "demo", "stories", "bench", "benchmark", "benchmarks");

  /** How long a source is. */
  private record Lines(boolean test, int lines) {}

  /** Has a rule count; {@link #of} needs it. */
  static void count(Hooks on) {
    on.file(TestShare::count);
  }

  private static void count(Program program, FileContext context) {
    boolean test = context.file().test() && isRun(context.file().path());
    if (test || !context.file().test()) {
      context.keep(new Lines(test, context.source().lineCount()));
    }
  }

  /** What a rule has counted. */
  static TestShare of(RuleContext context) {
    long tests = 0;
    long sources = 0;
    for (Lines each : context.kept(Lines.class)) {
      tests += each.test() ? each.lines() : 0;
      sources += each.test() ? 0 : each.lines();
    }
    return new TestShare(tests, sources);
  }

  /** Whether a test runs: what only shows the code, or documents it, does not. */
  static boolean isRun(String path) {
    for (String folder : path.split("/", 40)) {
      if (SHOWN.contains(folder)) {
        return false;
      }
    }
    return true;
  }

  /** Where a package says how it is tested: its script, or else its manifest; null without one. */
  static @Nullable Location place(ProjectPackage of) {
    return of.manifest()
        .map(
            manifest ->
                manifest
                    .script("test")
                    .map(NamedText::textLocation)
                    .orElseGet(() -> manifest.source().location(0, 1)))
        .orElse(null);
  }

  @Override
  public String toString() {
    return "%d lines of tests to %d of sources".formatted(tests, sources);
  }
}
