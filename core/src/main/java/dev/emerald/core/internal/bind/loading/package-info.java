/**
 * The regular expressions that a file puts together while it is loaded: by its own functions, from
 * strings and from the sources of others.
 *
 * <p>{@code Loading} follows the statements of a file and the functions that they call, with the
 * values that are known: constants, objects, arrays, functions of the file and expressions. What is
 * not known is {@code Loaded.UNKNOWN} and stays so; where the way depends on it, all that is
 * written on either way is unknown afterwards. {@code TextMethods} knows the methods of strings,
 * arrays and expressions. No code is run, and all work is bounded by a count.
 */
@NullMarked
package dev.emerald.core.internal.bind.loading;

import org.jspecify.annotations.NullMarked;
