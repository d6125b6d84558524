package dev.emerald.core.internal.bind.links;

import org.jspecify.annotations.Nullable;

/** The arguments of a call, evaluated when asked. */
@FunctionalInterface
public interface Arguments {

  /** The value of an argument, or null if it is not known or not there. */
  @Nullable Value get(int index);
}
