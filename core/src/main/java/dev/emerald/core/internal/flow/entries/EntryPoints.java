package dev.emerald.core.internal.flow.entries;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.ClassShape;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import dev.emerald.core.internal.flow.types.Things.Kind;
import dev.emerald.core.internal.flow.types.Types;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The functions of a package that its users can call: exported ones, members of exported objects,
 * constructors and methods of exported classes and instances, and what exported functions return.
 */
public final class EntryPoints {

  private static final int MOST_LEVELS = 3;
  private static final int MOST_THINGS = 20_000;

  private final Types types;
  private final Program program;
  private final Things things;
  private final BitSet seen = new BitSet();
  private final IntList open = new IntList();
  private final IntList levels = new IntList();
  private final BitSet found = new BitSet();
  private final List<int[]> entries = new ArrayList<>();
  private int done;
  private int inPage;

  private EntryPoints(Types types) {
    this.types = types;
    this.program = types.program();
    this.things = types.things();
  }

  /**
   * The entries of some packages: for each a function, the index of the first parameter that
   * callers give, and 1 if they can only be scripts of a page.
   */
  public static List<int[]> of(Types types, List<EntryPackage> packages) {
    EntryPoints points = new EntryPoints(types);
    for (EntryPackage each : packages) {
      for (String root : each.roots()) {
        int file = points.program.fileNumber(root);
        if (file >= 0) {
          points.look(types.exports(file), 0);
        }
      }
    }
    points.go();
    points.inPage = 1;
    packages.forEach(points::offered);
    points.go();
    return points.entries;
  }

  /** What the scripts of a package put where other scripts of a page find it. */
  private void offered(EntryPackage each) {
    String inside = each.folder().isEmpty() ? "" : each.folder() + "/";
    Set<String> roots = Set.copyOf(each.roots());
    for (int number = 0; number < program.files(); number++) {
      FileFlow file = program.file(number);
      if (file.path().startsWith(inside)) {
        boolean root = roots.contains(file.path());
        for (int i = 0; i < file.bodies().size(); i++) {
          offered(file, file.bodies().get(i), program.base(program.function(number, i)), root);
        }
      }
    }
  }

  private void offered(FileFlow file, Body body, int base, boolean root) {
    for (int v = 0; v < body.size(); v++) {
      int offered = Offers.of(file, body, v, root);
      if (offered >= 0) {
        look(base + offered, 0);
      }
    }
  }

  private void look(int node, int level) {
    if (node >= 0 && level <= MOST_LEVELS) {
      for (int thing : types.of(node)) {
        thing(thing, level);
      }
    }
  }

  private void thing(int thing, int level) {
    if (!seen.get(thing) && open.size() < MOST_THINGS) {
      seen.set(thing);
      open.add(thing);
      levels.add(level);
    }
  }

  private void go() {
    for (; done < open.size(); done++) {
      int thing = open.get(done);
      int level = levels.get(done);
      int subject = things.subject(thing);
      switch (things.kind(thing)) {
        case FUNCTION -> {
          entry(subject, 0);
          look(types.result(subject), level + 1);
          members(thing, level);
          thing(things.of(Kind.PROTOTYPE, thing), level);
          thing(things.of(Kind.INSTANCE, thing), level);
        }
        case BOUND -> entry(things.subject(subject), things.given(thing));
        case CLASS -> {
          constructor(subject);
          members(thing, level);
          thing(things.of(Kind.PROTOTYPE, thing), level);
          look(types.base(thing), level);
        }
        case PROTOTYPE -> {
          members(thing, level - 1);
          int own = types.field(subject, program.names().number("prototype"));
          look(own, level);
        }
        case INSTANCE -> {
          thing(things.of(Kind.PROTOTYPE, subject), level);
          members(thing, level);
        }
        case OBJECT, EXPORTS -> {
          members(thing, level);
          look(types.base(thing), level);
        }
        case CONTINUATION, RESOLVER, REGEX -> {}
      }
    }
  }

  private void members(int thing, int level) {
    IntList keys = types.keys(thing);
    for (int i = 0; i < keys.size(); i++) {
      String name = program.names().text(keys.get(i));
      if (!name.startsWith("#") && !name.startsWith("on ") && !isHidden(thing, name)) {
        look(types.field(thing, keys.get(i)), level + 1);
      }
    }
  }

  /** Whether a method of a class is for the class alone. */
  private boolean isHidden(int thing, String name) {
    Kind kind = things.kind(thing);
    if (kind != Kind.PROTOTYPE && kind != Kind.CLASS && kind != Kind.INSTANCE) {
      return false;
    }
    if (name.startsWith("_")) {
      return kind != Kind.INSTANCE || isFunction(types.field(thing, program.names().number(name)));
    }
    int type = kind == Kind.CLASS ? thing : things.subject(thing);
    if (things.kind(type) != Kind.CLASS) {
      return false;
    }
    int number = things.subject(type);
    FileFlow file = program.file(program.fileOfClass(number));
    for (ClassShape.Method method : file.classShape(program.classIndex(number)).methods()) {
      if (method.hidden() && method.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a node is nothing but functions: an object that lies there may be given to others. */
  private boolean isFunction(int node) {
    for (int thing : node < 0 ? new int[0] : types.of(node)) {
      if (things.kind(thing) != Kind.FUNCTION && things.kind(thing) != Kind.BOUND) {
        return false;
      }
    }
    return true;
  }

  private void constructor(int number) {
    int file = program.fileOfClass(number);
    ClassShape shape = program.file(file).classShape(program.classIndex(number));
    if (shape.constructor() >= 0) {
      entry(program.function(file, shape.constructor()), 0);
    }
  }

  private void entry(int function, int first) {
    if (!found.get(function)) {
      found.set(function);
      entries.add(new int[] {function, first, inPage});
    }
  }
}
