package dev.emerald.spi.scope;

import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.JSXIdentifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.regex.RegexPattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of a file, resolved. Implemented by the engine alone; may gain methods in a minor
 * release. Answers are kept, so asking again is cheap; safe for use by one thread at a time.
 *
 * <p>Every answer is given only where it is sure: null means "not known", never "no".
 */
public interface Scopes {

  /**
   * The symbol that an identifier declares or refers to.
   *
   * @return null for a name that nothing in the file declares (a global), for identifiers with role
   *     {@code NAME} or {@code LABEL}, and where {@code with} or a direct {@code eval} could come
   *     between
   */
  @Nullable Symbol symbolOf(Identifier identifier);

  /**
   * The symbol that the name of a JSX tag refers to, or the leftmost name of a dotted one.
   *
   * @return null for elements of the platform such as {@code div}, and as for identifiers
   */
  @Nullable Symbol symbolOf(JSXIdentifier name);

  /** The innermost scope that a node lies in; a node that opens a scope lies outside of it. */
  Scope scopeOf(Node node);

  /**
   * The API that an expression evaluates to, by its resolved name; see {@link ApiPattern} for the
   * form of names. Aliases, destructuring, re-exports through other files of the project, results
   * of calls and constructions, fields and declared types are followed; what {@code await} waits
   * for has the name of the value. A name that is only called through {@code call} or {@code
   * apply}, or comes of {@code bind}, is that of the function itself: see {@link #argumentOf}.
   *
   * @return null if it is not known, is not the same on all paths, or is the project's own
   */
  @Nullable String apiOf(Expression expression);

  /**
   * The argument that the called function gets at a position: what {@link Invocation#argument(int)}
   * says, but of {@code f.call(o, a)} and {@code f.apply(o, [a])} the arguments of {@code f}.
   *
   * @param index from 0
   * @return null if there are fewer, or it is not known which one stands there
   */
  @Nullable Expression argumentOf(Invocation call, int index);

  /**
   * The value that an expression has whenever it is evaluated: literals, constant bindings,
   * concatenations, templates, conditionals whose branches agree, members of enumerations and of
   * objects that are never changed, and calls such as {@code path.join} of such values.
   *
   * @return null if it is not known
   */
  @Nullable Constant constantOf(Expression expression);

  /**
   * The expression that an expression gets its value from: through parentheses, type assertions,
   * {@code await} left alone, and bindings that are assigned once. Comes back with the expression
   * itself where there is nothing to follow; may lie anywhere in the same file.
   */
  Expression origin(Expression expression);

  /**
   * The function of this file that an expression evaluates to, as for a handler passed by name.
   *
   * @return null if it is not known or lies in another file
   */
  @Nullable FunctionLike functionOf(Expression expression);

  /**
   * The class of this file that an expression evaluates to.
   *
   * @return null if it is not known or lies in another file
   */
  @Nullable ClassLike classOf(Expression expression);

  /**
   * The properties of an options object, as far as they are known: an object literal, or a binding
   * that holds one and is never changed, with spreads of such objects and {@code Object.assign}
   * followed.
   *
   * @return null if the expression is no such object
   */
  @Nullable ObjectView objectOf(Expression expression);

  /**
   * The regular expression that an expression evaluates to: a literal, or {@code RegExp} called or
   * constructed with constants or a literal, also by way of bindings that are assigned once. One
   * that is not valid comes back with its diagnostics.
   *
   * @return null if the expression is not known to be one, or its text or flags are not known
   */
  @Nullable RegexPattern regexOf(Expression expression);
}
