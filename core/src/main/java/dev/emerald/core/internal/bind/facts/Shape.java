package dev.emerald.core.internal.bind.facts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that a file makes: what its members are, what comes of calling it. */
public sealed interface Shape {

  /**
   * An object.
   *
   * @param members by key; {@link Fact#UNKNOWN} for those that are there but not known
   * @param spreads what is spread into it, in order
   */
  record OfObject(Map<String, Fact> members, List<Fact> spreads) implements Shape {}

  /**
   * An array.
   *
   * @param elements in order
   */
  record OfArray(List<Fact> elements) implements Shape {}

  /**
   * A function or a class.
   *
   * @param place of the function, or of the class, in the tree
   * @param parameters how many it has
   * @param result of a call; for an async function what is awaited
   * @param members its own properties, for a class the static ones
   * @param instance the properties of what it constructs, methods among them
   * @param superClass what it extends, or null
   * @param constructor the place of the constructor of a class; -1 if it has none, or is a function
   * @param constructs whether it is a class, or a function that gives {@code this} properties
   */
  record OfFunction(
      int place,
      int parameters,
      Fact result,
      Map<String, Fact> members,
      Map<String, Fact> instance,
      @Nullable Fact superClass,
      int constructor,
      boolean constructs)
      implements Shape {}
}
