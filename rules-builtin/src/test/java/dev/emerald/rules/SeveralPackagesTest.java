package dev.emerald.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Data in a project of several packages goes where their code takes it, and nowhere else. */
final class SeveralPackagesTest {

  private static final String SERVER =
      """
      const express = require('express');
      const { run } = require('%s');
      const app = express();
      app.get('/run', (req, res) => run(req.query.command));
      app.get('/', (req, res) => res.render('hello', { name: req.query.name }));
      app.listen(3000);
      """;

  private static final String SHELL =
      "const { exec } = require('child_process');\nexports.run = (command) => exec(command);\n";

  private static Report analyze(Map<String, String> texts) {
    return Analyzer.builder().pack(new BuiltinRules()).build().analyze(Input.texts(texts));
  }

  private static List<String> flows(Report report) {
    return report.findings().stream()
        .filter(finding -> !finding.trace().isEmpty())
        .map(
            finding ->
                finding.ruleId()
                    + " "
                    + finding.location().path()
                    + ":"
                    + finding.location().start().line())
        .toList();
  }

  private static Map<String, String> workspace() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("package.json", "{\"private\": true, \"workspaces\": [\"packages/*\"]}");
    texts.put(
        "packages/server/package.json",
        "{\"name\": \"server\", \"private\": true, \"dependencies\": {\"shell\": \"^1.0.0\"}}");
    texts.put("packages/server/index.js", SERVER.formatted("shell"));
    texts.put("packages/shell/package.json", "{\"name\": \"shell\", \"version\": \"1.0.0\"}");
    texts.put("packages/shell/index.js", SHELL);
    return texts;
  }

  @Test
  void dataGoesFromOneWorkspaceIntoAnother() {
    assertThat(flows(analyze(workspace())))
        .contains("injection-os-command packages/shell/index.js:2");
  }

  @Test
  void aPackageOfTheRegistryIsNotTheNeighbourOfThatName() {
    Map<String, String> texts = workspace();
    texts.remove("package.json");

    assertThat(flows(analyze(texts))).noneMatch(flow -> flow.startsWith("injection-os-command "));
  }

  @Test
  void templatesMayLieInAnotherPackageThanTheServer() {
    Map<String, String> texts = workspace();
    texts.put("packages/pages/package.json", "{\"name\": \"pages\", \"private\": true}");
    texts.put("packages/pages/views/hello.ejs", "<p>Hello</p>\n<p><%- name %></p>\n");

    assertThat(flows(analyze(texts))).contains("xss-reflected packages/pages/views/hello.ejs:2");
  }

  @Test
  void packagesThatShareNothingAreAsTheyAreAlone() {
    Map<String, String> together = new TreeMap<>();
    List<String> alone = new ArrayList<>();
    for (String folder : List.of("a", "b", "c")) {
      Map<String, String> own = new TreeMap<>();
      own.put("package.json", "{\"name\": \"" + folder + "\", \"private\": true}");
      own.put("server.js", SERVER.formatted("./shell"));
      own.put("shell.js", SHELL);
      own.put("hello.ejs", "<%- name %>\n");
      own.forEach((path, text) -> together.put(folder + "/" + path, text));
      flows(analyze(own)).forEach(flow -> alone.add(flow.replaceFirst(" ", " " + folder + "/")));
    }

    assertThat(alone).hasSizeGreaterThan(5);
    assertThat(flows(analyze(together))).containsExactlyInAnyOrderElementsOf(alone);
  }

  @Test
  void threadsMakeNoDifference() {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      texts.put("p" + i + "/package.json", "{\"name\": \"p" + i + "\", \"private\": true}");
      texts.put("p" + i + "/server.js", SERVER.formatted("./shell"));
      texts.put("p" + i + "/shell.js", SHELL);
    }
    Report alone = analyze(texts);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Analyzer together = Analyzer.builder().pack(new BuiltinRules()).executor(threads, 4).build();

      assertThat(together.analyze(Input.texts(texts))).isEqualTo(alone);
    } finally {
      threads.shutdownNow();
    }
  }
}
