package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.links.Arguments;
import dev.emerald.core.internal.bind.links.Value;
import org.jspecify.annotations.Nullable;

/** What lies outside of a file, and what comes of it. Null in, null out. */
interface Linkage {

  /** The module that a specifier names. */
  @Nullable Value module(String specifier);

  /** The global with a name. */
  @Nullable Value global(String name);

  /** A property. */
  @Nullable Value member(Value value, String key);

  /** What a call or a construction gives. */
  @Nullable Value call(Value callee, Arguments arguments);

  /** A value of a type, by the value of the type's name. */
  @Nullable Value instance(Value type);

  /** A parameter of a function of the file, from the calls of it. */
  @Nullable Value parameter(int function, int index);

  /** The name of an API, if a value is one; before files are linked as the file writes it. */
  @Nullable String name(@Nullable Value value);
}
