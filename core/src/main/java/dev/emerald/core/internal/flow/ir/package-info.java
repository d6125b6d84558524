/**
 * The form in which functions are followed: static single assignment, with the branch conditions
 * that hold for a value written at the value ({@code SIGMA}). A {@link
 * dev.emerald.core.internal.flow.ir.FileFlow} holds the bodies of a file, a {@link
 * dev.emerald.core.internal.flow.ir.Body} the instructions of a function as columns of numbers;
 * start with {@link dev.emerald.core.internal.flow.ir.Op}, which says what each means.
 */
@NullMarked
package dev.emerald.core.internal.flow.ir;

import org.jspecify.annotations.NullMarked;
