package dev.emerald.core.internal.flow.models;

import dev.emerald.spi.flow.TaintQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the lines of models state, by resolved API name, and the queries that ask about
 * them. Kinds of sinks are numbered from 0 to 63, so that a set of them is a {@code long}; origins
 * are numbered too. Immutable. {@code ModelTable.parse} makes it.
 */
public interface FlowModels {

  /**
   * Where a fact applies at a call or a value.
   *
   * @param index of the argument or parameter
   * @param callback for {@link Where#CALLBACK} and {@link Where#CALLBACK_RESULT} the index of the
   *     argument that is the function, -1 for the last one; else 0
   * @param path the properties from there on, {@code []} for elements; empty for the value itself
   */
  record Slot(Where where, int index, int callback, List<String> path) {

    /** The parts of a call. */
    public enum Where {
      /**
       * The value of the API itself: a property that is read, a parameter of that type; of a sink,
       * what is assigned to the property.
       */
      VALUE,
      /** The parameter that is decorated with the API. */
      DECORATED,
      /** The receiver of the call. */
      RECEIVER,
      /** Argument {@code index}, or every one from {@code -index - 1} on if it is negative. */
      ARGUMENT,
      /** What the call gives; what the promise gives that it gives. */
      RESULT,
      /** Parameter {@code index} of the function that is argument {@code callback}. */
      CALLBACK,
      /**
       * What the function that is argument {@code callback} returns; of a sink, {@code path} leads
       * from the argument to the function.
       */
      CALLBACK_RESULT,
      /** What the call throws, or what the promise that it gives is rejected with. */
      THROWN
    }

    /** Whether it speaks of an argument of a call. */
    public boolean isArgument(int argument) {
      return where == Where.ARGUMENT && (index < 0 ? argument >= -index - 1 : argument == index);
    }
  }

  /**
   * Where outsiders' data comes in.
   *
   * @param origin the number of the label: remote, library, cli, …
   * @param words what is known of the data, such as {@code text}: never an object
   */
  record Source(Slot at, int origin, List<String> words) {}

  /**
   * What must not be controlled.
   *
   * @param kind the number of the kind of sink
   * @param words conditions that {@code effects} decides on, such as {@code object}
   */
  record Sink(Slot at, int kind, List<String> words) {}

  /**
   * How data passes through a call.
   *
   * @param origin the number of the origin that it has from there on; -1 for the one it has
   */
  record Pass(Slot from, Slot to, List<String> words, int origin) {

    /** A pass of data that stays what it is. */
    public Pass(Slot from, Slot to, List<String> words) {
      this(from, to, words, -1);
    }
  }

  /** What comes out of {@code at} is clean for the kinds of the set. */
  record Clean(Slot at, long kinds, List<String> words) {}

  /** A call whose truth says something of an argument or the receiver. */
  record Guard(Slot at, boolean whenTrue, long kinds, List<String> words) {}

  /** All that is known of an API. Every list is empty rather than missing. */
  interface Api {
    List<Source> sources();

    List<Sink> sinks();

    List<Pass> passes();

    List<Clean> cleans();

    List<Guard> guards();

    /** Whether its result carries nothing of its arguments, but what {@link #passes} says. */
    boolean fresh();

    /**
     * The argument that the result stands in a relation to, such that a guard of one is of both; -1
     * if there is none.
     */
    int relates();
  }

  /**
   * What a rule asks.
   *
   * @param rule the number of the rule
   * @param origins the numbers of the origins, a set
   * @param kinds the numbers of the kinds, a set, with those of its own sinks
   */
  record Query(int rule, TaintQuery asked, int origins, long kinds) {}

  /** What is known of an API, by its resolved name; null if nothing is. */
  @Nullable Api api(String name);

  /**
   * What is known of a method, or a property, by its bare name on any receiver; null if nothing is.
   */
  @Nullable Api method(String name);

  /** The queries of all rules, by rule and in the order they were asked. */
  List<Query> queries();

  /** The kinds that some query asks for, a set. */
  long asked();

  /**
   * The names of the kinds of sinks, by number. A sink that only one query knows has a number of
   * its own, and the name of the kind whose care it needs.
   */
  List<String> kinds();

  /** The names of the origins, by number. */
  List<String> origins();

  /** The number of an origin; -1 if there is none of that name. */
  default int origin(String name) {
    return origins().indexOf(name);
  }
}
