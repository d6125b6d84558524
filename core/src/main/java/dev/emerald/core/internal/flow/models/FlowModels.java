package dev.emerald.core.internal.flow.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the lines of models state, by resolved API name. Kinds of sinks are numbered from
 * 0 to 63, so that a set of them is a {@code long}; origins are numbered too. Immutable.
 */
public interface FlowModels {

  /** Where a fact applies at a call or a value. */
  record Slot(Where where, int index, List<String> path) {

    /** The parts of a call. */
    public enum Where {
      /** The value of the API itself: a property that is read, a parameter of that type. */
      VALUE,
      /** The receiver of the call. */
      RECEIVER,
      /** Argument {@code index}, or every one from {@code -index - 1} on if it is negative. */
      ARGUMENT,
      /** What the call gives; what the promise gives that it gives. */
      RESULT,
      /** Parameter {@code index} of the function that is argument {@code callback}. */
      CALLBACK
    }
  }

  /**
   * Where outsiders' data comes in.
   *
   * @param origin the number of the label: remote, library, cli, …
   */
  record Source(Slot at, int callback, int origin) {}

  /**
   * What must not be controlled.
   *
   * @param kind the number of the kind of sink
   * @param conditions words of the model line that {@code effects} decides on, such as {@code
   *     shell:text} or {@code object}
   */
  record Sink(Slot at, int kind, List<String> conditions) {}

  /** How data passes through a call. {@code callback} is the argument of a CALLBACK slot. */
  record Pass(Slot from, Slot to, int callback, List<String> words) {}

  /** What comes out of {@code at} is clean for the kinds of the set. */
  record Clean(Slot from, long kinds, List<String> words) {}

  /** A call whose truth says something of an argument. */
  record Guard(Slot at, boolean whenTrue, long kinds, List<String> words) {}

  /** All that is known of an API. */
  interface Api {
    List<Source> sources();

    List<Sink> sinks();

    List<Pass> passes();

    List<Clean> cleans();

    List<Guard> guards();

    /** Whether its result carries nothing of its arguments. */
    boolean fresh();

    /**
     * The argument that the result stands in a relation to, such that a guard of one is of both.
     */
    int relates();
  }

  /** What is known of an API, by its resolved name; null if nothing is. */
  @Nullable Api api(String name);

  /** What is known of a method of text, arrays or promises by its bare name, on any receiver. */
  @Nullable Api method(String name);

  /** The names of the kinds of sinks, by number. */
  List<String> kinds();

  /** The names of the origins, by number. */
  List<String> origins();
}
