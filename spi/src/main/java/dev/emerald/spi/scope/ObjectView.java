package dev.emerald.spi.scope;

import dev.emerald.spi.ast.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an object that are known without running the program. Implemented by the engine
 * alone.
 */
public interface ObjectView {

  /**
   * The value of a property.
   *
   * @param name the key
   * @return null if the object has no such property, or it is not known; {@link #lacks} tells which
   */
  @Nullable Expression get(String name);

  /**
   * Whether the object is sure not to have a property: nothing gives it that key, and there is no
   * spread or computed key that could.
   *
   * @param name the key
   */
  boolean lacks(String name);

  /** The keys that are known, in order. */
  List<String> names();
}
