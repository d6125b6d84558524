/** Tests of what becomes of data on its way; start with {@code Snippet}, the smallest engine. */
@NullMarked
package dev.emerald.core.internal.flow.effects;

import org.jspecify.annotations.NullMarked;
