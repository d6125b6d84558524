package dev.emerald.core.internal.flow.ir;

import java.util.List;

/**
 * A class of a file: its methods by name. Fields and parameter properties are stores in the
 * constructor, static ones stores to the value of the class.
 *
 * @param name what the source calls it; empty if it has no name
 * @param constructor the number of the body of its constructor; -1 if it has none of its own and no
 *     fields
 * @param methods its methods and accessors
 * @param decorators the APIs of its decorators, as {@code Scopes.apiOf} names what is called
 * @param injected the names of the types of the constructor's parameters, empty where there is none
 */
public record ClassShape(
    String name,
    int constructor,
    List<Method> methods,
    List<String> decorators,
    List<String> injected) {

  /** What kind of member a method is. */
  public enum Kind {
    METHOD,
    GETTER,
    SETTER
  }

  /**
   * A method.
   *
   * @param name a constant key
   * @param body the number of its body
   * @param kind what it is
   * @param onClass whether it is static
   * @param hidden whether the source says that it is for the class alone
   * @param decorators the APIs of its decorators
   * @param parameterDecorators the APIs of the decorators of each parameter, and of the classes
   *     that these are given; shorter if the last ones have none
   */
  public record Method(
      String name,
      int body,
      Kind kind,
      boolean onClass,
      boolean hidden,
      List<String> decorators,
      List<List<String>> parameterDecorators) {}
}
