/**
 * What an instruction or a guard does to what flows through it: start with {@link
 * dev.emerald.core.internal.flow.effects.Effects}.
 */
@NullMarked
package dev.emerald.core.internal.flow.effects;

import org.jspecify.annotations.NullMarked;
