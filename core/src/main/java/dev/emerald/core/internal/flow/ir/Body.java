package dev.emerald.core.internal.flow.ir;

import dev.emerald.spi.source.Span;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The instructions of a function, or of the top level of a file, in the order of the source as far
 * as there is one: an operand comes before its use except in a {@link Op#PHI} of a loop. Immutable
 * once it is built.
 */
public final class Body {

  /** Set in {@link #flags} for {@code async} functions. */
  public static final int ASYNC = 1;

  /** Set in {@link #flags} for generators. */
  public static final int GENERATOR = 2;

  /** Set in {@link #flags} for arrow functions. */
  public static final int ARROW = 4;

  /** Set in {@link #flags} for the top level of a file. */
  public static final int TOP_LEVEL = 8;

  /**
   * Set in {@link #flags} where guards were left out since the function is too large, or code since
   * it nests too deeply.
   */
  public static final int COARSE = 16;

  /** Set in {@link #flags} for constructors of classes; fields are stored at their start. */
  public static final int CONSTRUCTOR = 32;

  /** What a body is made of; see the accessors. */
  public static final class Columns {
    public byte[] op = {};
    public int[] a = {};
    public int[] b = {};
    public int[] c = {};
    public int[] start = {};
    public int[] end = {};
    public int[] api = {};
    public int[] lists = {};
    public int @Nullable [] parameterNames;
  }

  private static final Op[] OPS = Op.values();

  private final int number;
  private final String name;
  private final int flags;
  private final int parameters;
  private final Span span;
  private final int enclosing;
  private final Columns columns;
  private final Plain plain = new Plain(this);

  /** A body; the columns are kept, not copied. */
  public Body(
      int number,
      String name,
      int flags,
      int parameters,
      Span span,
      int enclosing,
      Columns columns) {
    this.number = number;
    this.name = name;
    this.flags = flags;
    this.parameters = parameters;
    this.span = span;
    this.enclosing = enclosing;
    this.columns = columns;
  }

  /** Its number in the file; 0 is the top level. */
  public int number() {
    return number;
  }

  /** What the source calls it; empty if it has no name. */
  public String name() {
    return name;
  }

  /** Whether a flag is set. */
  public boolean is(int flag) {
    return (flags & flag) != 0;
  }

  /** How many parameters are declared. */
  public int parameters() {
    return parameters;
  }

  /** The name of a declared parameter, an index for {@link FileFlow#name}; -1 for a pattern. */
  public int parameterName(int index) {
    int[] names = columns.parameterNames;
    return names == null || index >= names.length ? -1 : names[index];
  }

  /** The function in the source. */
  public Span span() {
    return span;
  }

  /** The number of the body that it is written in; -1 for the top level. */
  public int enclosing() {
    return enclosing;
  }

  /** The same body at other places of the source. */
  public Body moved(IntUnaryOperator starts, IntUnaryOperator ends) {
    Columns moved = new Columns();
    moved.op = columns.op;
    moved.a = columns.a;
    moved.b = columns.b;
    moved.c = columns.c;
    moved.api = columns.api;
    moved.lists = columns.lists;
    moved.parameterNames = columns.parameterNames;
    moved.start = new int[columns.start.length];
    moved.end = new int[columns.end.length];
    for (int i = 0; i < moved.start.length; i++) {
      moved.start[i] = starts.applyAsInt(columns.start[i]);
      moved.end[i] = Math.max(moved.start[i], ends.applyAsInt(columns.end[i]));
    }
    return new Body(number, name, flags, parameters, span, enclosing, moved);
  }

  /** How many instructions there are. */
  public int size() {
    return columns.op.length;
  }

  /** What an instruction does. */
  public Op op(int value) {
    return OPS[columns.op[value]];
  }

  /** The first operand. */
  public int a(int value) {
    return columns.a[value];
  }

  /** The second operand. */
  public int b(int value) {
    return columns.b[value];
  }

  /** The third operand. */
  public int c(int value) {
    return columns.c[value];
  }

  /** Where its expression starts, in UTF-16 units. */
  public int start(int value) {
    return columns.start[value];
  }

  /** Where its expression ends. */
  public int end(int value) {
    return columns.end[value];
  }

  /**
   * The API that the value is, an index for {@link FileFlow#name}, as {@code Scopes.apiOf} names
   * it; of a {@link Op#CALL}, {@link Op#NEW} and {@link Op#TAGGED} the API that is <em>called</em>,
   * without {@code ()}. -1 if it is not known or the project's own.
   */
  public int api(int value) {
    return columns.api[value];
  }

  /** The value without the conditions that hold for it, and through what is one value alone. */
  public int plain(int value) {
    return plain.of(value);
  }

  /** How many values a list has. */
  public int listSize(int list) {
    return list < 0 ? 0 : columns.lists[list];
  }

  /** A value of a list. */
  public int listAt(int list, int index) {
    return columns.lists[list + 1 + index];
  }

  /** The operator of a {@link Op#BINARY} or {@link Op#UNARY}, as it is written. */
  public String operator(int value, FileFlow file) {
    return file.name(columns.c[value]);
  }
}
