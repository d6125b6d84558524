/** Emerald on the command line. */
@NullMarked
package dev.emerald.cli;

import org.jspecify.annotations.NullMarked;
