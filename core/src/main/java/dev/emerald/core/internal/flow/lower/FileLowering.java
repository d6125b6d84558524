package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.ClassShape;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the bodies of a file share while they are made. */
final class FileLowering {

  final Names names;
  final SyntaxTree tree;
  final Scopes scopes;
  final Closures closures;
  private final Map<String, Integer> nameNumbers = new HashMap<>();
  private final List<String> nameList = new ArrayList<>();
  private final Map<Constant, Integer> constantNumbers = new HashMap<>();
  private final List<Constant> constants = new ArrayList<>();
  private final List<RegexPattern> regexes = new ArrayList<>();
  private final IdentityHashMap<RegexPattern, Integer> regexNumbers = new IdentityHashMap<>();
  private final List<@Nullable ClassShape> classes = new ArrayList<>();
  private final @Nullable Body[] bodies;
  private int cells;

  /** How deep statements and expressions nest at this point. */
  int depth;

  FileLowering(Names names, Scopes scopes) {
    this.names = names;
    this.tree = names.tree();
    this.scopes = scopes;
    this.closures = new Closures(names);
    this.bodies = new Body[closures.all().size()];
  }

  int newCell() {
    return cells++;
  }

  int name(String name) {
    Integer known = nameNumbers.putIfAbsent(name, nameList.size());
    if (known != null) {
      return known;
    }
    nameList.add(name);
    return nameList.size() - 1;
  }

  String name(int number) {
    return nameList.get(number);
  }

  int constant(Constant constant) {
    Integer known = constantNumbers.putIfAbsent(constant, constants.size());
    if (known != null) {
      return known;
    }
    constants.add(constant);
    return constants.size() - 1;
  }

  Constant constantAt(int number) {
    return constants.get(number);
  }

  int regex(RegexPattern pattern) {
    Integer known = regexNumbers.putIfAbsent(pattern, regexes.size());
    if (known != null) {
      return known;
    }
    regexes.add(pattern);
    return regexes.size() - 1;
  }

  /** The number of a class whose shape is given later. */
  int newClass() {
    classes.add(null);
    return classes.size() - 1;
  }

  void shape(int number, ClassShape shape) {
    classes.set(number, shape);
  }

  /** The API that an expression is, as the number of its name; -1 if it is not known. */
  int api(Expression expression) {
    String api = scopes.apiOf(expression);
    return api == null ? -1 : name(api);
  }

  void body(int number, Body body) {
    bodies[number] = body;
  }

  boolean lowered(int number) {
    return bodies[number] != null;
  }

  FileFlow finish() {
    List<Body> all = new ArrayList<>(bodies.length);
    for (int i = 0; i < bodies.length; i++) {
      Body body = bodies[i];
      if (body == null) {
        // code that is never reached, or too deep
        Closure closure = closures.all().get(i);
        Span span = new Span(closure.node.start(), closure.node.end());
        int enclosing = closure.parent == null ? -1 : closure.parent.number;
        body = new Body(i, "", 0, 0, span, enclosing, new Body.Columns());
      }
      all.add(body);
    }
    List<ClassShape> shapes = new ArrayList<>(classes.size());
    for (ClassShape shape : classes) {
      shapes.add(shape == null ? new ClassShape("", -1, List.of(), List.of(), List.of()) : shape);
    }
    return new FileFlow(
        tree.program().source().path(),
        all,
        nameList,
        constants,
        regexes,
        shapes,
        cells,
        isOfActions());
  }

  private boolean isOfActions() {
    for (Node statement : tree.program().body()) {
      String directive =
          statement instanceof ExpressionStatement expression ? expression.directive() : null;
      if (directive == null) {
        return false;
      }
      if (directive.equals("use server")) {
        return true;
      }
    }
    return false;
  }
}
