package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.spi.scope.Constant;
import org.jspecify.annotations.Nullable;

/**
 * What a value turns out to be if a key has a certain name.
 *
 * @param kind what is known
 * @param constant the value itself, if it is one
 */
record Guess(Kind kind, @Nullable Constant constant) {

  /** What is known. */
  enum Kind {
    UNKNOWN,
    CONSTANT,
    TRUTHY,
    FALSY,
    /** {@code Object.prototype}. */
    ROOT,
    /** The function that made an object. */
    FUNCTION,
    /** The function that made a function. */
    OTHER_FUNCTION,
    /** An array with the text {@code __proto__}. */
    LISTED,
    /** An array, or another object, of which the constant is an element. */
    HOLDER
  }

  static final Guess UNKNOWN = new Guess(Kind.UNKNOWN, null);
  static final Guess TRUTHY = new Guess(Kind.TRUTHY, null);
  static final Guess FALSY = new Guess(Kind.FALSY, null);
  static final Guess ROOT = new Guess(Kind.ROOT, null);
  static final Guess FUNCTION = new Guess(Kind.FUNCTION, null);
  static final Guess OTHER_FUNCTION = new Guess(Kind.OTHER_FUNCTION, null);
  static final Guess LISTED = new Guess(Kind.LISTED, null);
  static final Guess UNDEFINED = of(Constant.UNDEFINED);
  static final Guess TRUE = of(Constant.TRUE);
  static final Guess FALSE = of(Constant.FALSE);

  private static final Guess PROTO_NAME = text("__proto__");
  private static final Guess CONSTRUCTOR_NAME = text("constructor");
  private static final Guess PROTOTYPE_NAME = text("prototype");
  private static final Guess PROTO_HOLDER = holder("__proto__");
  private static final Guess CONSTRUCTOR_HOLDER = holder("constructor");
  private static final Guess PROTOTYPE_HOLDER = holder("prototype");

  static Guess of(Constant constant) {
    return new Guess(Kind.CONSTANT, constant);
  }

  static Guess text(String text) {
    return of(Constant.of(text));
  }

  static Guess of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /** The name that a bit of {@link Reach} stands for. */
  static Guess ofName(int name) {
    return switch (name) {
      case Reach.LISTED -> LISTED;
      case Reach.CONSTRUCTOR -> CONSTRUCTOR_NAME;
      case Reach.PROTOTYPE -> PROTOTYPE_NAME;
      default -> PROTO_NAME;
    };
  }

  /** What has something with the name that a bit of {@link Reach} stands for. */
  static Guess holder(int name) {
    return switch (name) {
      case Reach.CONSTRUCTOR -> CONSTRUCTOR_HOLDER;
      case Reach.PROTOTYPE -> PROTOTYPE_HOLDER;
      default -> PROTO_HOLDER;
    };
  }

  private static Guess holder(String name) {
    return new Guess(Kind.HOLDER, Constant.of(name));
  }

  /** The value itself; null if that is not known. */
  @Nullable Constant value() {
    return kind == Kind.CONSTANT ? constant : null;
  }

  boolean isKnown() {
    return kind != Kind.UNKNOWN;
  }

  /** 1 if it is truthy, 0 if it is falsy, -1 if that is not known. */
  int truth() {
    return switch (kind) {
      case UNKNOWN -> -1;
      case FALSY -> 0;
      case CONSTANT -> constant != null && constant.truthy() ? 1 : 0;
      default -> 1;
    };
  }

  /** Its text if it is a string; null if it is not. */
  @Nullable String string() {
    return kind != Kind.CONSTANT || constant == null ? null : constant.string();
  }

  /** The text that it becomes as a key. */
  @Nullable String key() {
    return kind == Kind.LISTED ? "__proto__" : constant == null ? null : constant.text();
  }

  /** What {@code Object.prototype.toString} says of a value. */
  static Guess tag(Guess of) {
    return switch (of.kind()) {
      case ROOT -> text("[object Object]");
      case FUNCTION, OTHER_FUNCTION -> text("[object Function]");
      case LISTED -> text("[object Array]");
      case CONSTANT -> {
        Constant constant = of.constant();
        yield constant == null
            ? UNKNOWN
            : switch (constant.type()) {
              case STRING -> text("[object String]");
              case UNDEFINED -> text("[object Undefined]");
              case NULL -> text("[object Null]");
              case NUMBER -> text("[object Number]");
              case BOOLEAN -> text("[object Boolean]");
              case BIGINT -> text("[object BigInt]");
            };
      }
      default -> UNKNOWN;
    };
  }

  /** What is known if it is this or that. */
  Guess or(@Nullable Guess other) {
    if (other == null || equals(other)) {
      return this;
    }
    int truth = truth();
    if (truth < 0 || truth != other.truth()) {
      return UNKNOWN;
    }
    return truth == 1 ? TRUTHY : FALSY;
  }

  /** What {@code typeof} says; null if that is not known. */
  @Nullable String type() {
    return switch (kind) {
      case ROOT, LISTED, HOLDER -> "object";
      case FUNCTION, OTHER_FUNCTION -> "function";
      case CONSTANT ->
          constant == null
              ? null
              : switch (constant.type()) {
                case STRING -> "string";
                case NUMBER -> "number";
                case BOOLEAN -> "boolean";
                case UNDEFINED -> "undefined";
                case BIGINT -> "bigint";
                case NULL -> "object";
              };
      default -> null;
    };
  }
}
