/** Tests of lowering: what small functions become, and what large or strange files may cost. */
@NullMarked
package dev.emerald.core.internal.flow.lower;

import org.jspecify.annotations.NullMarked;
