package dev.emerald.core.internal.flow.ir;

/**
 * What an instruction does. The number of an instruction in its {@link Body} is the value that it
 * makes; operands {@code a}, {@code b}, {@code c} are such values unless said otherwise, and -1 is
 * none. <i>name</i> is an index into {@link FileFlow#name}, <i>list</i> an index for {@link
 * Body#listSize} and {@link Body#listAt}.
 *
 * <p>Short circuits, conditionals and optional chains are control flow and leave a {@link #PHI}.
 */
public enum Op {
  /** Parameter {@code a}, from 0; {@code b} is 1 for a rest parameter. The whole argument. */
  PARAM,
  /** The receiver. Arrow functions have a {@link #CAPTURE} of it instead. */
  THIS,
  /** The array of all arguments. */
  ARGUMENTS,
  /** Value {@code a} of the captures of this body, bound where the closure is made. */
  CAPTURE,
  /**
   * Reads cell {@code a} of the file: a variable that is written after a closure over it exists.
   */
  CELL_GET,
  /** Writes {@code b} to cell {@code a}. */
  CELL_SET,
  /** Constant {@code a} of the file, see {@link FileFlow#constant}. */
  CONST,
  /** Regular expression {@code a} of the file, see {@link FileFlow#regex}. */
  REGEX,
  /**
   * The function with body {@code a} of the file; {@code c} is the list of its captures. One that
   * captures nothing is made anew wherever it is named.
   */
  FUNCTION,
  /**
   * Class {@code a} of the file, see {@link FileFlow#classShape}; {@code b} the super class, {@code
   * c} the list of its functions, each a {@link #FUNCTION}, the constructor among them.
   */
  CLASS,
  /** What a module with specifier <i>name</i> {@code a} gives; resolved from this file. */
  MODULE,
  /** Export <i>name</i> {@code b} of the module with specifier <i>name</i> {@code a}. */
  IMPORT,
  /** A global variable, <i>name</i> {@code a}. */
  GLOBAL,
  /** {@code module.exports} of this file, as it is at first. */
  EXPORTS,
  /** Makes the value {@code b} an ESM export called <i>name</i> {@code a}. */
  EXPORT,
  /** {@code export * from}: all of module <i>name</i> {@code a}. */
  EXPORT_ALL,
  /** Replaces {@code module.exports} by {@code a}. */
  SET_EXPORTS,
  /** A new object; its properties are stored next. */
  OBJECT,
  /** A new array of the <i>list</i> {@code c}. Elements may be {@link #SPREAD}. */
  ARRAY,
  /** Property <i>name</i> {@code b} of {@code a}. */
  LOAD,
  /** Property of {@code a} with the computed key {@code b}. */
  LOAD_KEY,
  /** Stores {@code c} as property <i>name</i> {@code b} of {@code a}. */
  STORE,
  /** Stores {@code c} as the property of {@code a} with the computed key {@code b}. */
  STORE_KEY,
  /**
   * Copies the properties of {@code b} into {@code a}; {@code c} is a <i>list</i> of {@link
   * #CONST}, the names that are left out.
   */
  SPREAD_COPY,
  /** The elements of {@code a}, in a list of arguments or elements. */
  SPREAD,
  /**
   * Calls {@code a} with the receiver {@code b} (-1 for none) and the arguments in <i>list</i>
   * {@code c}. {@code f.call(t, x)} is a call of {@code f} with receiver {@code t}; {@code
   * f.apply(t, xs)} one whose only argument is a {@link #SPREAD}.
   */
  CALL,
  /** Constructs {@code a} with the arguments in <i>list</i> {@code c}. */
  NEW,
  /** A call of the template tag {@code a}: <i>list</i> {@code c} are text, value, text, …, text. */
  TAGGED,
  /**
   * The text of all parts in <i>list</i> {@code c} in order: {@code +} that may be text, templates.
   */
  CONCAT,
  /** {@code a} and {@code b} under the operator {@link Body#operator}; never a short circuit. */
  BINARY,
  /** {@code a} under the operator {@link Body#operator}: {@code ! - + ~ typeof void delete}. */
  UNARY,
  /** One of the values of <i>list</i> {@code c}. */
  PHI,
  /**
   * Value {@code a} where a condition is known: {@code b} is the condition, {@code c} is 1 where it
   * was truthy, 0 where falsy, 2 where {@code b} is a call that came back. The condition mentions
   * {@code a}, something {@code a} was made of, or something that was made of {@code a}; or it is a
   * flag on which such a condition hangs, or one that chooses the function {@code a}.
   */
  SIGMA,
  /** What the promise {@code a} gives. */
  AWAIT,
  /** Gives {@code a} to the driver of a generator; the value is what the driver sends. */
  YIELD,
  /** An element of the iterable {@code a}; {@code b} is its index if that is known, else -1. */
  ELEMENT,
  /** A property name of {@code a}: {@code for-in}. */
  KEY_OF,
  /**
   * Returns {@code a}, -1 for nothing; also where control falls off the end. <i>List</i> {@code c}
   * has what the declared parameters are there, in order, each with the {@link #SIGMA}s that hold:
   * so a function that only checks is known by its returns.
   */
  RETURN,
  /** Throws {@code a}. */
  THROW,
  /**
   * What was thrown in the region of a {@code try}; <i>list</i> {@code c} has the instructions that
   * may throw: {@link #THROW}, and what other functions throw in {@link #CALL}, {@link #NEW},
   * {@link #TAGGED}, {@link #AWAIT}.
   */
  CATCH,
  /** A value of which nothing is known but that it is made of those in <i>list</i> {@code c}. */
  OPAQUE,
}
