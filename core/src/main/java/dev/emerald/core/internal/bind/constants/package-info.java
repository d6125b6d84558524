/**
 * Which values are known before the program runs.
 *
 * <p>Read {@link dev.emerald.core.internal.bind.constants.ConstantFolder} first. {@link
 * dev.emerald.core.internal.bind.constants.Origins} follows variables that are assigned once,
 * {@link dev.emerald.core.internal.bind.constants.ObjectFolder} reads objects that are not changed.
 */
@NullMarked
package dev.emerald.core.internal.bind.constants;

import org.jspecify.annotations.NullMarked;
