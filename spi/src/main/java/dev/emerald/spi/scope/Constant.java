package dev.emerald.spi.scope;

import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A primitive value of JavaScript. Immutable, equal by type and value. */
public final class Constant {

  /** The value {@code undefined}. */
  public static final Constant UNDEFINED = new Constant(Type.UNDEFINED, "undefined");

  /** The value {@code null}. */
  public static final Constant NULL = new Constant(Type.NULL, "null");

  /** The value {@code true}. */
  public static final Constant TRUE = new Constant(Type.BOOLEAN, true);

  /** The value {@code false}. */
  public static final Constant FALSE = new Constant(Type.BOOLEAN, false);

  private final Type type;
  private final Object value;

  private Constant(Type type, Object value) {
    this.type = type;
    this.value = value;
  }

  /** A string; lone surrogates are possible. */
  public static Constant of(String value) {
    return new Constant(Type.STRING, Objects.requireNonNull(value, "value"));
  }

  /** A number. */
  public static Constant of(double value) {
    return new Constant(Type.NUMBER, value);
  }

  /** A big integer. */
  public static Constant of(BigInteger value) {
    return new Constant(Type.BIGINT, Objects.requireNonNull(value, "value"));
  }

  /** A truth value. */
  public static Constant of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The type. */
  public Type type() {
    return type;
  }

  /** The value of a string; null for other types. */
  public @Nullable String string() {
    return type == Type.STRING ? (String) value : null;
  }

  /** The value of a number; NaN for other types. */
  public double number() {
    return type == Type.NUMBER ? (Double) value : Double.NaN;
  }

  /** Whether this is the string {@code text}. */
  public boolean is(String text) {
    return type == Type.STRING && value.equals(text);
  }

  /** Whether this is the truth value {@code truth}. */
  public boolean is(boolean truth) {
    return type == Type.BOOLEAN && value.equals(truth);
  }

  /** Whether a condition takes the value for true (ECMA-262, ToBoolean). */
  public boolean truthy() {
    return switch (type) {
      case UNDEFINED, NULL -> false;
      case BOOLEAN -> (Boolean) value;
      case NUMBER -> number() != 0 && !Double.isNaN(number());
      case BIGINT -> ((BigInteger) value).signum() != 0;
      case STRING -> !((String) value).isEmpty();
    };
  }

  /** The value as a string, as concatenation would make it (ECMA-262, ToString). */
  public String text() {
    if (type != Type.NUMBER) {
      return value.toString();
    }
    double number = number();
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    return JavaScriptNumbers.text(number);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Constant constant
        && type == constant.type
        && value.equals(constant.value);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + value.hashCode();
  }

  /** The value as source text would show it, strings in single quotes. */
  @Override
  public String toString() {
    return type == Type.STRING ? "'" + value + "'" : text();
  }

  /** The types of primitive values. */
  public enum Type {
    /** {@code undefined}. */
    UNDEFINED,
    /** {@code null}. */
    NULL,
    /** {@code true} and {@code false}. */
    BOOLEAN,
    /** An IEEE 754 double. */
    NUMBER,
    /** A big integer. */
    BIGINT,
    /** A string of UTF-16 code units. */
    STRING
  }
}
