/**
 * Brings the functions of a file into the form of {@code ir}. Start with {@link
 * dev.emerald.core.internal.flow.lower.Lowering}. On the way:
 *
 * <ol>
 *   <li>{@code Closures} – one pass over the tree: which function a variable belongs to, who writes
 *       it, who captures it
 *   <li>{@code BodyLowering} – one function; statements, expressions and patterns are lowered by
 *       the classes that it names
 *   <li>{@code Environment} – the value that each variable has at this point, and how the values of
 *       several paths are joined
 *   <li>{@code Guards} – what a condition speaks of
 *   <li>{@code Instructions} – the columns; leaves out at last what nobody uses
 * </ol>
 */
@NullMarked
package dev.emerald.core.internal.flow.lower;

import org.jspecify.annotations.NullMarked;
