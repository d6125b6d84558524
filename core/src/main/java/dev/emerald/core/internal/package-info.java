/** The engine's own parts; none of them is for users. */
@NullMarked
package dev.emerald.core.internal;

import org.jspecify.annotations.NullMarked;
