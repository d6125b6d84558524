package dev.emerald.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.testkit.RuleVerifier;
import dev.emerald.spi.rule.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as it stands there. */
class ReadmeTest {

  private static final Pattern CODE = Pattern.compile("```(java|jsonc)\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theEmbeddingExampleIsTwelveLinesAndRuns() throws Exception {
    String code = example("class Embedding");
    Files.writeString(folder.resolve("a.js"), "const run = eval;\nrun(text);\n");

    assertThat(code.lines()).hasSizeLessThanOrEqualTo(12);
    try (URLClassLoader loader = compiled("Embedding", code)) {
      String printed = run(loader.loadClass("Embedding"), folder.toString());
      assertThat(printed).contains("a.js:2:1 ", " injection-eval-use ", "complete");
    }
  }

  @Test
  void theExampleOfARulePassesItsOwnExamples() throws Exception {
    try (URLClassLoader loader = compiled("MyNoEval", example("class MyNoEval"))) {
      Rule rule = (Rule) loader.loadClass("MyNoEval").getDeclaredConstructor().newInstance();
      assertThatCode(() -> RuleVerifier.of(rule).verifyExamples()).doesNotThrowAnyException();
    }
  }

  @Test
  void theExampleOfAConfigurationIsOne() throws IOException {
    Configuration configuration = Configuration.parse("README.md", example("\"profile\""));

    assertThatCode(
            () -> Analyzer.builder().pack(new BuiltinRules()).configuration(configuration).build())
        .doesNotThrowAnyException();
  }

  private static String example(String part) throws IOException {
    Matcher code = CODE.matcher(Files.readString(Path.of("../README.md")));
    while (code.find()) {
      if (code.group(2).contains(part)) {
        return code.group(2);
      }
    }
    throw new AssertionError("the README shows no " + part);
  }

  private URLClassLoader compiled(String name, String code) throws IOException {
    Path source = folder.resolve("java").resolve(name + ".java");
    Files.createDirectories(folder.resolve("java"));
    Files.writeString(source, code);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                source.toString());
    assertThat(failed).isZero();
    return new URLClassLoader(
        List.of(source.getParent().toUri().toURL()).toArray(new URL[0]),
        ReadmeTest.class.getClassLoader());
  }

  private static String run(Class<?> type, String argument) throws ReflectiveOperationException {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      type.getMethod("main", String[].class).invoke(null, (Object) new String[] {argument});
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
