package dev.emerald.core.internal.flow.ir;

import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import java.util.List;

/**
 * The bodies of a file and what they share. Holds no tree: it may be kept as long as the analysis
 * goes on. Immutable.
 */
public final class FileFlow {

  private final String path;
  private final List<Body> bodies;

  /** In arrays, as these are looked up at each step. */
  private final String[] names;

  private final Constant[] constants;
  private final List<RegexPattern> regexes;
  private final List<ClassShape> classes;
  private final int cells;
  private final boolean ofActions;

  /** The flow of a file. */
  public FileFlow(
      String path,
      List<Body> bodies,
      List<String> names,
      List<Constant> constants,
      List<RegexPattern> regexes,
      List<ClassShape> classes,
      int cells,
      boolean ofActions) {
    this.path = path;
    this.bodies = List.copyOf(bodies);
    this.names = names.toArray(String[]::new);
    this.constants = constants.toArray(Constant[]::new);
    this.regexes = List.copyOf(regexes);
    this.classes = List.copyOf(classes);
    this.cells = cells;
    this.ofActions = ofActions;
  }

  /** The same flow with other bodies. */
  public FileFlow with(List<Body> others) {
    return new FileFlow(
        path, others, List.of(names), List.of(constants), regexes, classes, cells, ofActions);
  }

  /** Whether pages call the functions that the file exports: it says {@code 'use server'}. */
  public boolean isOfActions() {
    return ofActions;
  }

  /** The path of the file, relative to the root of the project. */
  public String path() {
    return path;
  }

  /** All bodies; the first is the top level of the file. */
  public List<Body> bodies() {
    return bodies;
  }

  /** A name that instructions speak of. */
  public String name(int index) {
    return names[index];
  }

  /** A constant. */
  public Constant constant(int index) {
    return constants[index];
  }

  /** A regular expression. */
  public RegexPattern regex(int index) {
    return regexes.get(index);
  }

  /** What a class has. */
  public ClassShape classShape(int index) {
    return classes.get(index);
  }

  /** How many classes there are. */
  public int classes() {
    return classes.size();
  }

  /** How many cells the file has: they are numbered from 0. */
  public int cells() {
    return cells;
  }
}
