package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a project as one program: functions and values are numbered through, files by path,
 * so that numbers do not depend on the order in which files were read. Immutable.
 */
public final class Program {

  /** Where the specifiers of modules lead. */
  public interface Modules {

    /**
     * The path of the project file that a specifier of a file leads to.
     *
     * @return null if it leads to none
     */
    @Nullable String file(String from, String specifier);
  }

  private final FileFlow[] files;
  private final Map<String, Integer> fileByPath = new HashMap<>();
  private final int[] firstFunction;
  private final int[] fileOf;
  private final Body[] bodies;
  private final int[] base;
  private final int[] functionOf;
  private final Uses uses;
  private final int[][] parameters;
  private final int[][] captures;
  private final int[] receiver;
  private final int[] arguments;
  private final int[] creation;
  private final int[] firstClass;
  private final int[] firstCell;
  private final Names names;
  private final Modules modules;

  /** The program of some files, in any order. */
  public Program(List<FileFlow> flows, Modules modules) {
    List<FileFlow> sorted = new ArrayList<>(flows);
    sorted.sort(Comparator.comparing(FileFlow::path));
    files = sorted.toArray(new FileFlow[0]);
    this.modules = modules;
    firstFunction = new int[files.length + 1];
    firstClass = new int[files.length + 1];
    firstCell = new int[files.length + 1];
    for (int i = 0; i < files.length; i++) {
      fileByPath.put(files[i].path(), i);
      firstFunction[i + 1] = firstFunction[i] + files[i].bodies().size();
      firstClass[i + 1] = firstClass[i] + files[i].classes();
      firstCell[i + 1] = firstCell[i] + files[i].cells();
    }
    int functions = firstFunction[files.length];
    bodies = new Body[functions];
    fileOf = new int[functions];
    base = new int[functions + 1];
    for (int i = 0; i < files.length; i++) {
      List<Body> own = files[i].bodies();
      for (int j = 0; j < own.size(); j++) {
        int function = firstFunction[i] + j;
        bodies[function] = own.get(j);
        fileOf[function] = i;
        base[function + 1] = base[function] + own.get(j).size();
      }
    }
    functionOf = new int[base[functions]];
    parameters = new int[functions][];
    captures = new int[functions][];
    receiver = new int[functions];
    arguments = new int[functions];
    creation = new int[functions];
    Arrays.fill(receiver, -1);
    Arrays.fill(arguments, -1);
    Arrays.fill(creation, -1);
    for (int function = 0; function < functions; function++) {
      index(function);
    }
    uses = new Uses(bodies, base);
    names = new Names(files);
  }

  private static final int[] NONE = {};

  private void index(int function) {
    Body body = bodies[function];
    int[] ofParameters = body.parameters() == 0 ? NONE : new int[body.parameters()];
    Arrays.fill(ofParameters, -1);
    int[] ofCaptures = NONE;
    for (int v = 0; v < body.size(); v++) {
      int value = base[function] + v;
      functionOf[value] = function;
      switch (body.op(v)) {
        case PARAM -> ofParameters = with(ofParameters, body.a(v), value);
        case CAPTURE -> ofCaptures = with(ofCaptures, body.a(v), value);
        case THIS -> receiver[function] = receiver[function] < 0 ? value : receiver[function];
        case ARGUMENTS -> arguments[function] = value;
        case FUNCTION -> creation[firstFunction[fileOf[function]] + body.a(v)] = value;
        default -> {}
      }
    }
    parameters[function] = ofParameters;
    captures[function] = ofCaptures;
  }

  private static int[] with(int[] values, int index, int value) {
    int[] longer = values;
    if (index >= values.length) {
      longer = Arrays.copyOf(values, index + 1);
      Arrays.fill(longer, values.length, longer.length, -1);
    }
    if (longer[index] < 0) {
      longer[index] = value;
    }
    return longer;
  }

  /** How many files there are. */
  public int files() {
    return files.length;
  }

  /** A file, by its number. */
  public FileFlow file(int number) {
    return files[number];
  }

  /** The number of a file; -1 if it is none of the program. */
  public int fileNumber(String path) {
    return fileByPath.getOrDefault(path, -1);
  }

  /** How many functions there are, top levels of files among them. */
  public int functions() {
    return bodies.length;
  }

  /** The number of the function with a body of a file. */
  public int function(int file, int body) {
    return firstFunction[file] + body;
  }

  /** The instructions of a function. */
  public Body body(int function) {
    return bodies[function];
  }

  /** The number of the file that a function is in. */
  public int fileOf(int function) {
    return fileOf[function];
  }

  /** The file that a function is in. */
  public FileFlow flowOf(int function) {
    return files[fileOf[function]];
  }

  /** The number of the first value of a function. */
  public int base(int function) {
    return base[function];
  }

  /** How many values there are. */
  public int values() {
    return functionOf.length;
  }

  /** The function that a value is in. */
  public int functionOf(int value) {
    return functionOf[value];
  }

  /** What makes a value. */
  public Op op(int value) {
    int function = functionOf[value];
    return bodies[function].op(value - base[function]);
  }

  /** The function that a function is written in; -1 for top levels. */
  public int enclosing(int function) {
    int outer = bodies[function].enclosing();
    return outer < 0 ? -1 : firstFunction[fileOf[function]] + outer;
  }

  /** The values that are parameters, by index; -1 where one is not used. */
  public int[] parameters(int function) {
    return parameters[function];
  }

  /** The values that are captures, by index; -1 where one is not used. */
  public int[] captures(int function) {
    return captures[function];
  }

  /** The value that is the receiver; -1 if it is not used. */
  public int receiver(int function) {
    return receiver[function];
  }

  /** The array of all arguments; -1 if it is not used. */
  public int arguments(int function) {
    return arguments[function];
  }

  /** The value that is made of a function where it is written; -1 if none is. */
  public int creation(int function) {
    return creation[function];
  }

  /** The number of a class of a file. */
  public int classNumber(int file, int index) {
    return firstClass[file] + index;
  }

  /** How many classes there are. */
  public int classes() {
    return firstClass[files.length];
  }

  /** The file that a class is in. */
  public int fileOfClass(int number) {
    int at = Arrays.binarySearch(firstClass, number);
    if (at < 0) {
      return -at - 2;
    }
    while (at + 1 < firstClass.length && firstClass[at + 1] == number) {
      at++;
    }
    return at;
  }

  /** The index of a class in its file. */
  public int classIndex(int number) {
    return number - firstClass[fileOfClass(number)];
  }

  /** The number of a cell of a file. */
  public int cell(int file, int index) {
    return firstCell[file] + index;
  }

  /** How many cells there are. */
  public int cells() {
    return firstCell[files.length];
  }

  /** Who uses which value. */
  public Uses uses() {
    return uses;
  }

  /** The names of all files, numbered through. */
  public Names names() {
    return names;
  }

  /** Whether a specifier leads to no file at all, be it followed or not. */
  public boolean leadsNowhere(int from, String specifier) {
    return modules.file(files[from].path(), specifier) == null;
  }

  /** The number of the project file that a specifier leads to; -1 if it leads to none. */
  public int module(int from, String specifier) {
    String path = modules.file(files[from].path(), specifier);
    return path == null ? -1 : fileNumber(path);
  }
}
