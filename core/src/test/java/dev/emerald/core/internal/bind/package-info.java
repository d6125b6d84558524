/**
 * Tests of the binder. {@code MarkedProject} reads sources in which marks show what is asked; most
 * tests are tables with one source and its answer a line.
 */
@NullMarked
package dev.emerald.core.internal.bind;

import org.jspecify.annotations.NullMarked;
