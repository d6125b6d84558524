/**
 * Follows what outsiders control through the whole program. Data walks through the folders in this
 * order:
 *
 * <ol>
 *   <li>{@code ir} – the form that functions are brought into: SSA values with guards in them
 *   <li>{@code lower} – from a file's tree to that form
 *   <li>{@code models} – what is known of libraries: sources, sinks, what cleans and what passes on
 *   <li>{@code types} – which functions, classes and objects a value may be; the call graph
 *   <li>{@code effects} – what an instruction or a guard does to what flows through it
 *   <li>{@code entries} – where outsiders enter a package
 *   <li>{@code taint} – the propagation from sources to sinks, and the way it took
 * </ol>
 */
@NullMarked
package dev.emerald.core.internal.flow;

import org.jspecify.annotations.NullMarked;
