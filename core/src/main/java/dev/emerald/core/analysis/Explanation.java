package dev.emerald.core.analysis;

import dev.emerald.spi.finding.Step;
import java.util.List;

/**
 * Why a rule does or does not report something at a line.
 *
 * @param ruleId of the rule
 * @param path of the file, relative to the root of the input
 * @param line from 1
 * @param answers what there is to say, of each place at the line that the rule is about; at least
 *     one, the most telling first
 */
public record Explanation(String ruleId, String path, int line, List<Answer> answers) {

  /** Keeps the list from being changed. */
  public Explanation {
    answers = List.copyOf(answers);
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("an explanation has an answer");
    }
  }

  /** Whether the report has a finding of the rule at the line. */
  public boolean reported() {
    return answers.get(0).outcome() == Outcome.REPORTED;
  }

  /** The answers, each with its steps, on lines of their own. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(ruleId).append(" at ").append(path).append(':').append(line).append('\n');
    for (Answer answer : answers) {
      text.append("  ").append(answer).append('\n');
      for (Step step : answer.steps()) {
        text.append("    ").append(step.location()).append("  ").append(step.note()).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * What there is to say of one place.
   *
   * @param outcome what it came to
   * @param message one sentence without a full stop at the end
   * @param steps the way of the data as far as it goes; the last one is where it ends or stops
   */
  public record Answer(Outcome outcome, String message, List<Step> steps) {

    /** Keeps the list from being changed. */
    public Answer {
      steps = List.copyOf(steps);
    }

    /** The outcome and the message. */
    @Override
    public String toString() {
      return outcome.label() + ": " + message;
    }
  }

  /** What it came to; the first of them is the most telling. */
  public enum Outcome {
    /** The report has a finding there. */
    REPORTED("reported"),
    /** A finding at another place tells of this one too: the same value reaches both. */
    REPORTED_ELSEWHERE("reported with another place"),
    /** Something was found that is not shown, such as what a comment silences. */
    NOT_SHOWN("found, not shown"),
    /** Data on its way there is stopped by a guard, a sanitizer or where it becomes part of. */
    STOPPED("not reported, stopped"),
    /** Data reaches the place, but not such as the rule asks for. */
    NOT_ASKED("not reported, not asked for"),
    /** The value is the same whatever outsiders do. */
    CONSTANT("not reported, constant"),
    /** The value comes from nowhere that a model calls a source. */
    NO_SOURCE("not reported, no source"),
    /** The rule has nothing to look at in the line. */
    NOTHING_THERE("not reported, nothing there"),
    /** The file was not looked at, or not for this. */
    NOT_ANALYSED("not reported, not analysed");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** The outcome in a few words. */
    public String label() {
      return label;
    }
  }
}
