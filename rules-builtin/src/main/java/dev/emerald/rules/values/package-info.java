/**
 * What several rules ask of the values of arguments and options. {@link
 * dev.emerald.rules.values.Values} reads constants, {@link dev.emerald.rules.values.Settings} the
 * properties of option objects.
 */
@NullMarked
package dev.emerald.rules.values;

import org.jspecify.annotations.NullMarked;
