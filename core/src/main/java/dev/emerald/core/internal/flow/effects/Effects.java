package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.models.FlowModels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of data on its way. All answers depend on the arguments alone. */
public interface Effects {

  /** What comes from outside, untouched. */
  Taint source(int origin);

  /**
   * What comes from outside where a model says more of it.
   *
   * @param words {@code text}: never an object; {@code object}: maybe one; {@code rooted}: text
   *     that starts with a slash; {@code own}: the sender alone sets it; {@code bytes}: what a file
   *     holds
   */
  default Taint source(int origin, List<String> words) {
    long state = States.UNTOUCHED;
    if (words.contains("rooted")) {
      state = States.withStart(state | States.TEXT, States.ABSOLUTE);
    } else if (words.contains("text")) {
      state |= States.TEXT;
    }
    if (words.contains("here")) {
      state |= States.HERE;
    }
    if (words.contains("upload")) {
      state |= States.UPLOAD;
    }
    return new Taint(origin, source(origin).kinds(), state);
  }

  /**
   * What comes from outside by a line of a model.
   *
   * @param value the call or the value that the line is about
   * @return null if a condition of the line does not hold
   */
  @Nullable Taint source(FileFlow file, Body body, int value, FlowModels.Source source);

  /**
   * What is left of data where a property of it is read.
   *
   * @return null if nothing is
   */
  @Nullable Taint property(String name, Taint taint);

  /**
   * What is known at {@code to} of data that comes from its operand {@code from}.
   *
   * @param to an instruction that makes a value of its operands: CONCAT, BINARY, UNARY, CALL, NEW,
   *     TAGGED, LOAD_KEY, ELEMENT, OPAQUE
   * @param from the operand: a value of the same body that is an operand of {@code to}
   * @param position the index of {@code from} in the list of parts or arguments; -1 for the
   *     receiver or a plain operand
   * @param pass the model by which it passes through a call; null if nothing is known of the
   *     callee, or {@code to} is no call
   * @return null if nothing passes
   */
  @Nullable Taint through(
      FileFlow file,
      Body body,
      int to,
      int from,
      int position,
      FlowModels.@Nullable Pass pass,
      Taint taint);

  /**
   * What is known of data behind a guard.
   *
   * @param sigma a {@code SIGMA}
   * @param predicates answers for calls of the project's own functions
   * @return null if nothing is left that is dangerous
   */
  @Nullable Taint guarded(FileFlow file, Body body, int sigma, Predicates predicates, Taint taint);

  /** Whether data may do harm at a sink as it is, and how sure that is. */
  Reach reaches(
      FileFlow file, Body body, int call, int argument, FlowModels.Sink sink, Taint taint);

  /** How sure a flow into a sink is. */
  enum Reach {
    /** It does no harm. */
    NONE,
    /** It was made harmless in a way that can be got around. */
    WEAK,
    /** Nothing stands in the way. */
    SURE
  }

  /** The project's own functions, as conditions. */
  interface Predicates {

    /**
     * What a call of a project function says of an argument by how it ends.
     *
     * @param call a {@code CALL}
     * @param argument the index of the argument
     * @param outcome as operand {@code c} of {@code SIGMA}
     * @return null if the callee is not one known function; else what is left, where {@code
     *     Taint.kinds() == 0} means nothing
     */
    @Nullable Taint after(
        FileFlow file, Body body, int call, int argument, int outcome, Taint taint);

    /** Whether a call goes to a project function whose code is not at hand. */
    boolean missing(FileFlow file, Body body, int call);
  }
}
