package dev.emerald.spi.scope;

import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.JSXIdentifier;
import java.util.List;

/** A declared name. Implemented by the engine alone; equal by identity. */
public interface Symbol {

  /** The name. */
  String name();

  /** How it is declared. */
  Kind kind();

  /** The scope it belongs to. */
  Scope scope();

  /**
   * The identifiers that declare it, in order; several for repeated {@code var}, overloads and
   * merged declarations.
   */
  List<Identifier> declarations();

  /** The identifiers that refer to it, to read or to write it, in order; declarations left out. */
  List<Identifier> references();

  /** The names of JSX tags that refer to it, in order, opening and closing ones. */
  List<JSXIdentifier> elements();

  /** Whether something other than its initial value may be assigned to it. */
  boolean reassigned();

  /** How a name is declared. */
  enum Kind {
    /** {@code var}. */
    VAR,
    /** {@code let}. */
    LET,
    /** {@code const}, {@code using}, {@code await using}. */
    CONST,
    /** A function declaration, or the name of a function expression within itself. */
    FUNCTION,
    /** A class declaration, or the name of a class within itself. */
    CLASS,
    /** A parameter. */
    PARAMETER,
    /** The parameter of a catch clause. */
    CATCH,
    /** An import that is there at run time. */
    IMPORT,
    /** An import, interface or alias that only types can use. */
    TYPE,
    /** An enumeration of TypeScript. */
    ENUM,
    /** A namespace of TypeScript. */
    NAMESPACE
  }
}
