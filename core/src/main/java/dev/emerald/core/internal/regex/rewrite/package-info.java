/**
 * Regular expressions written anew so that no text is slow, and the proof that they match the same.
 *
 * <p>Read {@link dev.emerald.core.internal.regex.rewrite.LinearForm} first. {@code Simplifications}
 * proposes small changes of a pattern and knows nothing of whether they are right; {@code
 * Equivalence} decides that, by following both patterns through all texts at once: the threads of
 * {@code ThreadCode}, in the order in which a backtracking engine would try them.
 */
@NullMarked
package dev.emerald.core.internal.regex.rewrite;

import org.jspecify.annotations.NullMarked;
