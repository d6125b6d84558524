package dev.emerald.core.internal.bind.links;

import dev.emerald.spi.scope.Constant;

/**
 * What an expression evaluates to. Values that outlive a file are the ones below; values that a
 * file makes and looks at itself are those of its evaluation.
 */
public interface Value {

  /**
   * An API by its name.
   *
   * @param name the resolved name
   * @param module whether it is a whole module: its {@code default} is itself
   */
  record Api(String name, boolean module) implements Value {}

  /**
   * A primitive value.
   *
   * @param constant the value
   */
  record Literal(Constant constant) implements Value {}

  /**
   * The exports of a file of the project.
   *
   * @param path of the file
   */
  record Exports(String path) implements Value {}

  /**
   * What a file of the project makes.
   *
   * @param path of the file
   * @param shape its index among the shapes of the file
   */
  record Made(String path, int shape) implements Value {}

  /**
   * What a class or constructor of the project constructs.
   *
   * @param path of the file
   * @param shape the index of the class among the shapes of the file
   */
  record Instance(String path, int shape) implements Value {}
}
