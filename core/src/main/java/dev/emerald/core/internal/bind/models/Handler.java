package dev.emerald.core.internal.bind.models;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a function passed to an API are.
 *
 * @param index of the argument, from 0; {@link #ANY} for every function among the arguments
 * @param key of the property of the argument that holds the function; empty if the argument does
 * @param types the API name of each parameter's value; null where it is not known
 */
public record Handler(int index, String key, List<@Nullable String> types) {

  /** Stands for every argument. */
  public static final int ANY = -1;

  Handler(int index, String key, @Nullable String[] types) {
    this(index, key, Arrays.asList(types));
  }

  /** Whether it is about an argument, or a property of it. */
  public boolean at(int argument, String property) {
    return (index == ANY || index == argument) && key.equals(property);
  }

  /** The API name of a parameter's value, or null. */
  public @Nullable String type(int parameter) {
    return parameter < types.size() ? types.get(parameter) : null;
  }
}
