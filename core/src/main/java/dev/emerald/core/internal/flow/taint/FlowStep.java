package dev.emerald.core.internal.flow.taint;

/**
 * A step on the way of a flow.
 *
 * @param path of the file
 * @param start of the expression, in UTF-16 units
 * @param end of the expression
 * @param what what happens
 * @param name what it happens to: a parameter, a function, a property; may be empty
 */
public record FlowStep(String path, int start, int end, What what, String name) {

  /** What happens in a step. */
  public enum What {
    /** Outsiders' data comes in. */
    SOURCE,
    /** A caller gives an argument. */
    PARAMETER,
    /** It becomes part of a value. */
    VALUE,
    /** It comes back from a call of a function. */
    RETURNED,
    /** It is stored in a property or variable that others read. */
    STORED,
    /** It is the key under which an object is read. */
    READ,
    /** It is the key under which something is written: the sink. The name says what is open. */
    WRITE,
    /** The regular expression that it is matched with. */
    PATTERN,
    /** It is given to a function that hands it on to the sink. */
    HANDED,
    /** It reaches the sink. The name says what comes of it, if there is more to say. */
    SINK,
    /** It is assigned to a property that is a sink. The name is that of the property. */
    PROPERTY,
    /** A template puts it out: the sink. */
    OUTPUT;

    /** Whether a flow may end with it. */
    boolean ends() {
      return this == SINK || this == PROPERTY || this == OUTPUT;
    }
  }

  /** The step with another name. */
  FlowStep named(String other) {
    return new FlowStep(path, start, end, what, other);
  }
}
