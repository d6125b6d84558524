package dev.emerald.core.internal.bind.facts;

import dev.emerald.spi.scope.Constant;
import java.util.List;

/** A value, as far as one file alone knows it. Immutable, equal by parts. */
public sealed interface Fact {

  /** What nothing is known about. */
  Fact UNKNOWN = new Unknown();

  /** What nothing is known about. */
  record Unknown() implements Fact {}

  /**
   * The module that a specifier names from this file.
   *
   * @param specifier as written
   */
  record Module(String specifier) implements Fact {}

  /**
   * A global, or a name that the module system provides.
   *
   * @param name the name
   */
  record Global(String name) implements Fact {}

  /**
   * A primitive value.
   *
   * @param constant the value
   */
  record Literal(Constant constant) implements Fact {}

  /**
   * A property of a value.
   *
   * @param of the value
   * @param name the key
   */
  record Member(Fact of, String name) implements Fact {}

  /**
   * The result of calling or constructing a value.
   *
   * @param of what is called
   * @param arguments what is known of the first arguments, {@link #UNKNOWN} among them
   */
  record Result(Fact of, List<Fact> arguments) implements Fact {}

  /**
   * A value of a declared type.
   *
   * @param of the type, as the value of its name
   */
  record Instance(Fact of) implements Fact {}

  /**
   * One of two values, whose files alone can tell whether they are the same API.
   *
   * @param one of them
   * @param other the other one
   */
  record Either(Fact one, Fact other) implements Fact {}

  /**
   * A value that the file makes.
   *
   * @param index of the shape in {@link ModuleFacts#shapes()}
   */
  record Made(int index) implements Fact {}

  /**
   * A parameter of a function of the file.
   *
   * @param function the place of the function in the tree
   * @param index of the parameter, from 0
   */
  record Parameter(int function, int index) implements Fact {}
}
