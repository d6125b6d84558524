package dev.emerald.core.internal.manifest.pipeline;

import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineJob;
import dev.emerald.spi.pipeline.PipelineScript;
import dev.emerald.spi.pipeline.PipelineStep;
import dev.emerald.spi.pipeline.PipelineSystem;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the texts that a Jenkinsfile gives to shells: the strings behind {@code sh}, {@code bat},
 * {@code powershell} and {@code pwsh}. The Groovy around them is not understood.
 */
final class JenkinsReader {

  private static final String[] STEPS = {"sh", "bat", "powershell", "pwsh"};

  private final SourceText source;
  private final String text;
  private final List<PipelineStep> steps = new ArrayList<>();

  private JenkinsReader(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  static Pipeline read(SourceText source) {
    JenkinsReader reader = new JenkinsReader(source);
    reader.run();
    PipelineJob job = new PipelineJob("", source.location(0, 0), null, null, reader.steps);
    return new Pipeline(source, PipelineSystem.JENKINS, null, List.of(), List.of(), List.of(job));
  }

  private void run() {
    int at = 0;
    int wordStart = -1;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (Character.isLetterOrDigit(unit) || unit == '_') {
        wordStart = wordStart < 0 ? at : wordStart;
        at++;
        continue;
      }
      boolean step = wordStart >= 0 && isStep(wordStart, at);
      wordStart = -1;
      if (step) {
        at = script(at);
      } else if (unit == '/' && at + 1 < text.length() && text.charAt(at + 1) == '/') {
        at = end("\n", at);
      } else if (unit == '/' && at + 1 < text.length() && text.charAt(at + 1) == '*') {
        at = end("*/", at + 2);
      } else if (unit == '\'' || unit == '"') {
        at = stringEnd(at);
      } else {
        at++;
      }
    }
  }

  private boolean isStep(int start, int end) {
    for (String step : STEPS) {
      if (end - start == step.length() && text.startsWith(step, start)) {
        return true;
      }
    }
    return false;
  }

  /** Takes the string behind the name of a step, or behind {@code script:}. */
  private int script(int from) {
    int at = skipBlanks(from);
    if (at < text.length() && text.charAt(at) == '(') {
      at = skipBlanks(at + 1);
    }
    int named = text.startsWith("script:", at) ? skipBlanks(at + "script:".length()) : at;
    if (named >= text.length() || "'\"".indexOf(text.charAt(named)) < 0) {
      return Math.max(from, Math.min(named, text.length()));
    }
    int end = stringEnd(named);
    int quotes = quotes(named);
    int close = Math.max(named + quotes, end - quotes);
    steps.add(
        new PipelineStep(
            source.location(named, end),
            null,
            null,
            List.of(PipelineScript.of(source, named + quotes, Math.min(close, text.length()))),
            List.of(),
            List.of()));
    return end;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private int quotes(int at) {
    char quote = text.charAt(at);
    String three = String.valueOf(quote).repeat(3);
    return text.startsWith(three, at) ? 3 : 1;
  }

  /** Behind the string that begins here. */
  private int stringEnd(int start) {
    char quote = text.charAt(start);
    int quotes = quotes(start);
    int at = start + quotes;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit == '\\') {
        at++;
      } else if (unit == quote && (quotes == 1 || quotes(at) == 3)) {
        return at + quotes;
      } else if (unit == '\n' && quotes == 1) {
        return at;
      }
      at++;
    }
    return text.length();
  }

  private int end(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }
}
