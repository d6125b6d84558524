package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.analysis.Analyzer;
import dev.emerald.core.analysis.Configuration;
import dev.emerald.core.analysis.Explanation;
import dev.emerald.core.analysis.Input;
import dev.emerald.core.analysis.Report;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RulePack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A small project of texts, and where a shell, an interpreter and a file are reached in it. */
final class FlowProject {

  private static final String MODELS =
      """
      module express
      handler {express(),express.Router()}.{use,get,post} -1 Request() Response() _
      source Request().{query,params,body,headers,url,path} value remote
      source Request().pipe 0 remote
      sink Response().redirect 0 open-redirect
      module child_process
      sink {exec,execSync} 0 command-injection
      module fs
      sink {readFile,readFileSync,createReadStream} 0 path-injection
      sink {exists,existsSync,stat} 0 path-injection metadata
      pass readFile 0 -> last(1)
      module globalThis
      sink eval 0 code-injection
      module mysql2
      alias createPool() = mysql2.Pool()
      sink Pool().query 0 sql-injection
      module path
      pass join 0.. -> return path:join
      """;

  private final Map<String, String> texts = new LinkedHashMap<>();

  static FlowProject of(String path, String text) {
    return new FlowProject().with(path, text);
  }

  /** An application of one file that has an express server, a shell and files at hand. */
  static FlowProject server(String text) {
    return of(
        "app.js",
        """
        const express = require('express'), cp = require('child_process'), fs = require('fs');
        const path = require('path');
        const app = express();
        """
            + text);
  }

  /** A library of one file. */
  static FlowProject library(String text) {
    return of("package.json", "{\"name\": \"lib\", \"version\": \"1.0.0\", \"main\": \"index.js\"}")
        .with("index.js", "const cp = require('child_process'), fs = require('fs');\n" + text);
  }

  FlowProject with(String path, String text) {
    texts.put(path, text);
    return this;
  }

  /** The same files in another order. */
  FlowProject shuffled(long seed) {
    List<String> paths = new ArrayList<>(texts.keySet());
    Collections.shuffle(paths, new Random(seed));
    FlowProject other = new FlowProject();
    paths.forEach(path -> other.with(path, texts.get(path)));
    return other;
  }

  Report report() {
    return report(builder -> builder);
  }

  Report report(UnaryOperator<Analyzer.Builder> with) {
    return with.apply(builder(Configuration.Profile.AUDIT)).build().analyze(Input.texts(texts));
  }

  /** Why a rule does or does not report something at a line, as most see it. */
  Explanation explain(String rule, String path, int line) {
    return builder(Configuration.Profile.RECOMMENDED)
        .build()
        .explain(Input.texts(texts), rule, path, line);
  }

  private static Analyzer.Builder builder(Configuration.Profile profile) {
    return Analyzer.builder()
        .pack(new Pack())
        .configuration(Configuration.builder().profile(profile).build());
  }

  /** The findings that are no guesses, as {@code rule path:line}. */
  List<String> findings() {
    List<String> found = new ArrayList<>();
    for (Finding finding : report().findings()) {
      found.add(
          finding.ruleId()
              + " "
              + finding.location().path()
              + ":"
              + finding.location().start().line()
              + (finding.confidence() == dev.emerald.spi.finding.Confidence.LOW ? " low" : ""));
    }
    return found;
  }

  private static final class Pack implements RulePack {
    @Override
    public String id() {
      return "flow-test";
    }

    @Override
    public List<Rule> rules() {
      return List.of(
          new FlowRule("shell", "command-injection"),
          new FlowRule("code", "code-injection"),
          new FlowRule("file", "path-injection"),
          new FlowRule("redirect", "open-redirect"),
          new FlowRule("sql", "sql-injection"));
    }

    @Override
    public List<ApiModel> models() {
      return List.of(ApiModel.of("test.model", MODELS));
    }
  }

  private record FlowRule(String id, String kind) implements Rule {
    @Override
    public RuleFacts facts() {
      return RuleFacts.builder(id, "Data of outsiders in a " + id, Severity.HIGH).build();
    }

    @Override
    public void register(Hooks on) {
      on.taint(TaintQuery.from("remote", "library").to(kind).message("{source} reaches {sink}"));
    }
  }
}
