package dev.emerald.spi.scope;

import dev.emerald.spi.ast.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A region of a file with names of its own. Implemented by the engine alone; equal by identity. */
public interface Scope {

  /** What opens it. */
  Kind kind();

  /** The node that opens it. */
  Node node();

  /** The scope around it, or null for the outermost. */
  @Nullable Scope parent();

  /** The names declared in it, in the order of their first declaration. */
  List<Symbol> symbols();

  /**
   * The symbol a name means here, looked up outwards.
   *
   * @return null if nothing in the file declares it
   */
  @Nullable Symbol lookup(String name);

  /** Whether its code is in strict mode. */
  boolean strict();

  /** Whether names in it may mean something else at run time: {@code with}, direct {@code eval}. */
  boolean dynamic();

  /** What opens a scope. */
  enum Kind {
    /** The file, as a script: its declarations are globals. */
    SCRIPT,
    /** The file, as a CommonJS or ECMAScript module. */
    MODULE,
    /** A function: parameters and body. */
    FUNCTION,
    /** A block, loop, switch or catch clause. */
    BLOCK,
    /** A class: its own name and private names. */
    CLASS,
    /** A static block or the initial value of a field. */
    FIELD,
    /** A namespace or an enumeration of TypeScript. */
    NAMESPACE,
    /** The body of {@code with}. */
    WITH
  }
}
