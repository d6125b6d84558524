/**
 * Lists and tables of numbers that grow: a whole program is held in them, so nothing is boxed.
 * Start with {@link dev.emerald.core.internal.flow.numbers.IntList}.
 */
@NullMarked
package dev.emerald.core.internal.flow.numbers;

import org.jspecify.annotations.NullMarked;
