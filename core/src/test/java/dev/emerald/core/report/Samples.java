package dev.emerald.core.report;

import dev.emerald.core.analysis.AnalyzedPackage;
import dev.emerald.core.analysis.LeftOut;
import dev.emerald.core.analysis.Report;
import dev.emerald.core.analysis.SuppressedFinding;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.finding.Step;
import dev.emerald.spi.project.ProjectPackage.Mode;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleFacts.ExampleFile;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reports made by hand, and what writers make of them. */
final class Samples {

  static final RuleFacts EVAL =
      RuleFacts.builder("no-eval", "Code made from a string", Severity.HIGH)
          .cwe(List.of(95, 1333))
          .owasp(List.of("A03:2021"))
          .roadmap(List.of(RoadmapItem.DEP_5))
          .why("A string that is run as code does whatever its author wants.")
          .remedy("Parse data with JSON.parse; call functions by name.")
          .bad(List.of(new ExampleFile("example.js", "eval(text);\n", "", "")))
          .good(List.of(new ExampleFile("example.js", "JSON.parse(text);\n", "", "")))
          .references(List.of("https://cwe.mitre.org/data/definitions/95.html"))
          .build();

  static final RuleFacts DEBUGGER =
      RuleFacts.builder("no-debugger", "A debugger statement", Severity.LOW)
          .confidence(Confidence.LOW)
          .why("It stops the program for whoever attaches a debugger.")
          .remedy("Delete it.")
          .build();

  private static final SourceText APP =
      SourceText.of(
          "src/app.js",
          """
          const { body } = require("./request");
          function run() {
          \treturn eval(body);
          }
          debugger;
          """);

  private Samples() {}

  /** A finding of {@link #EVAL} on the first occurrence of some code. */
  static Finding eval(SourceText source, String code, Step... trace) {
    return finding(EVAL, source, code, "eval runs a string", trace);
  }

  static Finding finding(
      RuleFacts rule, SourceText source, String code, String message, Step... trace) {
    return finding(rule, source, code, message, List.of(), trace);
  }

  private static Finding finding(
      RuleFacts rule,
      SourceText source,
      String code,
      String message,
      List<Fix> fixes,
      Step... trace) {
    String fingerprint = "%032x".formatted(source.path().hashCode() & 0xFFFFFFFFL);
    return new Finding(
        rule.id(),
        message,
        rule.severity(),
        rule.confidence(),
        place(source, code),
        List.of(trace),
        fixes,
        fingerprint);
  }

  static Location place(SourceText source, String code) {
    int start = source.text().indexOf(code);
    if (start < 0) {
      throw new IllegalArgumentException("no '" + code + "' in " + source);
    }
    return source.location(start, start + code.length());
  }

  /** A report with all that a report can have. */
  static Report full() {
    Step step = new Step(place(APP, "body"), "the body of a request");
    Fix delete = Fix.of("Delete the statement", place(APP, "debugger;\n"), "");
    Finding silenced = finding(DEBUGGER, APP, "debugger", "debugger is left in");
    return Report.builder()
        .findings(
            List.of(
                finding(DEBUGGER, APP, "debugger", "debugger is left in", List.of(delete)),
                eval(APP, "eval(body)", step)))
        .suppressed(
            List.of(
                new SuppressedFinding(
                    silenced, SuppressedFinding.By.COMMENT, "a demo", place(APP, "}"))))
        .notices(
            List.of(
                Notice.of(NoticeKind.CONFIGURATION, "emerald.json is obeyed", "emerald.json"),
                Notice.of(NoticeKind.SYNTAX_ERROR, "unexpected '}'", "src/broken file#1.js", 3),
                Notice.of(NoticeKind.PACK_FAILED, "pack 'x' could not be loaded")))
        .rules(List.of(EVAL, DEBUGGER))
        .packages(List.of(new AnalyzedPackage("", "app", Mode.APPLICATION, 2, List.of())))
        .leftOut(List.of(new LeftOut("in node_modules", 0, 1), new LeftOut("minified", 2, 0)))
        .filesRead(2)
        .excerpt(APP, place(APP, "eval(body)"))
        .excerpt(APP, place(APP, "body"))
        .excerpt(APP, place(APP, "debugger"))
        .build();
  }

  /** A report of one finding of {@link #EVAL}. */
  static Report one(SourceText source, String code) {
    return Report.builder()
        .findings(List.of(eval(source, code)))
        .rules(List.of(EVAL))
        .filesRead(1)
        .excerpt(source, place(source, code))
        .build();
  }

  static String written(Reporter reporter, ReportedProject... projects) {
    StringWriter out = new StringWriter();
    try {
      reporter.write(List.of(projects), out);
    } catch (IOException e) {
      throw new AssertionError("a StringWriter does not throw", e);
    }
    return out.toString();
  }

  /** A text beside this class. */
  static String golden(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
