/**
 * Comments that silence findings.
 *
 * <p>Read {@link dev.emerald.core.internal.suppress.SuppressionComments} first: the comments of one
 * file, in the shape that ESLint made known, and which findings they silence.
 */
@NullMarked
package dev.emerald.core.internal.suppress;

import org.jspecify.annotations.NullMarked;
