package dev.emerald.core.internal.dispatch;

import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.RuleFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What checks said. For use by one thread at a time.
 *
 * <p>What one rule may say of one subject is bounded: a file made to be reported a million times
 * must not fill the memory.
 */
public final class Outcome {

  /** How many problems, and how many pieces of evidence, a rule may report of one subject. */
  public static final int MOST_OF_A_RULE = 1_000;

  private final List<Reported> problems = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  /**
   * A problem and the rule that reported it.
   *
   * @param rule the number of the rule
   */
  public record Reported(int rule, Problem problem) {}

  /**
   * A fact that a rule keeps until its check of the project.
   *
   * @param rule the number of the rule
   */
  public record Kept(int rule, Object fact) {}

  /** What was said of items that is neither a problem nor evidence, in order. */
  public List<Statement> statements() {
    return statements;
  }

  /** What rules keep, in the order they kept it. */
  public List<Kept> kept() {
    return kept;
  }

  /** The problems, in the order they were reported. */
  public List<Reported> problems() {
    return problems;
  }

  /** The evidence, in the order it was given. */
  public List<Evidence> evidence() {
    return evidence;
  }

  /** What went wrong. */
  public List<Notice> notices() {
    return notices;
  }

  /** Says that a rule threw. */
  void failed(RuleFacts rule, @Nullable String path, Throwable thrown) {
    String where = firstFrame(thrown);
    String message =
        "rule '"
            + rule.id()
            + "' is off "
            + (path == null ? "" : "for this file ")
            + "after "
            + thrown.getClass().getSimpleName()
            + (thrown.getMessage() == null ? "" : " (" + shortened(thrown.getMessage()) + ")")
            + where;
    notices.add(
        path == null
            ? Notice.of(NoticeKind.RULE_FAILED, message)
            : Notice.of(NoticeKind.RULE_FAILED, message, path));
  }

  /** Says that a rule has said enough. */
  void full(RuleFacts rule, @Nullable String path) {
    String message =
        "rule '%s' said more than %,d things; the others are left out"
            .formatted(rule.id(), MOST_OF_A_RULE);
    notices.add(
        path == null
            ? Notice.of(NoticeKind.LIMIT_REACHED, message)
            : Notice.of(NoticeKind.LIMIT_REACHED, message, path));
  }

  /** A stack overflow has its frames where the stack happened to end: they are no place to name. */
  private static String firstFrame(Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    if (thrown instanceof StackOverflowError || frames.length == 0) {
      return "";
    }
    return " at " + frames[0].getClassName() + ":" + frames[0].getLineNumber();
  }

  private static String shortened(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() <= 200 ? line : line.substring(0, 200) + "…";
  }
}
