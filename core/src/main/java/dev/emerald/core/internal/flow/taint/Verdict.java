package dev.emerald.core.internal.flow.taint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the data of one argument of one sink.
 *
 * @param outcome what it came to
 * @param sink where it is called
 * @param argument the index of the argument; -1 for the receiver
 * @param kind the number of the kind of sink
 * @param origin the number of the origin of what came nearest; -1 if nothing came near
 * @param steps the way from the source to where it stopped, or the places that the value comes from
 * @param stop where it stopped; null if it did not
 * @param condition what was asked there, for a guard; for what is harmless, the guard on its way
 *     that made a difference
 * @param held how that came out
 * @param flow the flow, if it reaches the sink
 */
public record Verdict(
    Outcome outcome,
    FlowStep sink,
    int argument,
    int kind,
    int origin,
    List<FlowStep> steps,
    @Nullable FlowStep stop,
    @Nullable FlowStep condition,
    boolean held,
    @Nullable Flow flow) {

  /** What the data of a sink came to; the later, the more there is to say of it. */
  public enum Outcome {
    /** The value comes from nowhere that outsiders control. */
    NEVER_LABELLED,
    /** The value is a constant, or one of some constants. */
    CONSTANT,
    /** What the model asks of the call beside the argument does not hold. */
    NOT_MEANT,
    /** Data of an origin that the rule does not ask for. */
    OTHER_ORIGIN,
    /** Only properties of the value are controlled. */
    PROPERTIES_ALONE,
    /** It does not pass through what stands on its way. */
    STOPPED,
    /** It passes, but what is on its way makes it harmless for this kind of sink. */
    HARMLESS,
    /** A guard lets nothing through that does harm. */
    GUARDED,
    /** It reaches the sink. */
    REACHED
  }
}
