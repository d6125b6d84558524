package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.spi.regex.RegexPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data of an outsider that comes to a sink.
 *
 * @param kind the number of the kind of sink
 * @param origin the number of the label of where it comes from
 * @param taint what is known of it at the sink
 * @param weak whether it was made harmless in a way that can be got around
 * @param guess whether a callee on its way was guessed from a name
 * @param sink the API that is called there
 * @param argument the index of the argument; -1 for the receiver
 * @param parameter the name of the parameter, or the property of one, that an outsider gives; null
 *     if the source is none or has no name
 * @param composed whether it was put together with other text on its way
 * @param metadata whether the sink only looks whether something is there
 * @param group flows of one group have one cause: they are of the same value
 * @param place where it is to be told of: the sink, or the call of a function that does little more
 *     than call it
 * @param steps the way, from the source to the sink, at least one
 * @param slow what makes it do harm, where that is one expression; else null
 */
public record Flow(
    int kind,
    int origin,
    Taint taint,
    boolean weak,
    boolean guess,
    String sink,
    int argument,
    @Nullable String parameter,
    boolean composed,
    boolean metadata,
    int group,
    FlowStep place,
    List<FlowStep> steps,
    @Nullable SlowRegex slow) {

  /**
   * A regular expression that the data is matched with.
   *
   * @param at where it stands
   * @param pattern the expression
   * @param every whether the search goes on after a match
   */
  public record SlowRegex(FlowStep at, RegexPattern pattern, boolean every) {}

  /**
   * The flow with other steps, told of at the last one, and what does harm there.
   *
   * @param doubtful whether it is less sure than before
   */
  Flow with(List<FlowStep> others, @Nullable SlowRegex regex, boolean doubtful) {
    return new Flow(
        kind,
        origin,
        taint,
        weak || doubtful,
        guess,
        sink,
        argument,
        parameter,
        composed,
        metadata,
        group,
        others.get(others.size() - 1),
        others,
        regex);
  }

  /** The flow told of at another place. */
  Flow at(FlowStep other) {
    return new Flow(
        kind, origin, taint, weak, guess, sink, argument, parameter, composed, metadata, group,
        other, steps, slow);
  }

  /** Where it ends: the sink, or what makes it one. */
  public FlowStep end() {
    return steps.get(steps.size() - 1);
  }

  /** The source. */
  public FlowStep start() {
    return steps.get(0);
  }
}
