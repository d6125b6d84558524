package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Report;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RulePack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A library of some texts, and the writes in it that can change {@code Object.prototype}. */
final class Library {

  private final Map<String, String> texts = new LinkedHashMap<>();

  /** A library of one file. */
  static Library of(String text) {
    Library library = new Library();
    library.texts.put(
        "package.json", "{\"name\": \"keys\", \"version\": \"1.0.0\", \"main\": \"index.js\"}");
    return library.with("index.js", text);
  }

  Library with(String path, String text) {
    texts.put(path, text);
    return this;
  }

  Report report() {
    return Analyzer.builder()
        .pack(new Pack())
        .configuration(Configuration.builder().profile(Configuration.Profile.AUDIT).build())
        .build()
        .analyze(Input.texts(texts));
  }

  /** What is written in the lines that are found, and is no guess. */
  List<String> writes() {
    List<String> found = new ArrayList<>();
    for (Finding finding : report().findings()) {
      if (finding.confidence() != Confidence.LOW) {
        String text = texts.getOrDefault(finding.location().path(), "");
        String line = text.split("\n", -1)[finding.location().start().line() - 1].strip();
        found.add(line.startsWith("else ") ? line.substring("else ".length()) : line);
      }
    }
    return found;
  }

  /** The messages of all that is found. */
  List<String> messages() {
    List<String> found = new ArrayList<>();
    for (Finding finding : report().findings()) {
      found.add(finding.message());
    }
    return found;
  }

  private static final class Pack implements RulePack {
    @Override
    public String id() {
      return "prototype-test";
    }

    @Override
    public List<Rule> rules() {
      return List.of(new Polluting());
    }
  }

  private static final class Polluting implements Rule {
    @Override
    public RuleFacts facts() {
      return RuleFacts.builder("polluting", "A write that changes all objects", Severity.HIGH)
          .build();
    }

    @Override
    public void register(Hooks on) {
      on.taint(
          TaintQuery.from("remote", "library")
              .to("polluting-write")
              .message("{source} gives the keys of {sink}"));
    }
  }
}
