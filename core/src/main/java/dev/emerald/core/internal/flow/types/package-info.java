/**
 * Which functions, classes and objects a value may be, over all files: the call graph and the heap.
 *
 * <p>Start with {@link dev.emerald.core.internal.flow.types.Program}, which numbers the functions
 * and values of all files; {@link dev.emerald.core.internal.flow.types.Tracker} follows what they
 * make to a fixed point and gives {@link dev.emerald.core.internal.flow.types.Types}. The {@link
 * dev.emerald.core.internal.flow.types.Things} are what is followed.
 */
@NullMarked
package dev.emerald.core.internal.flow.types;

import org.jspecify.annotations.NullMarked;
