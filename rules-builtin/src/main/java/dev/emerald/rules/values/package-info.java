/**
 * What several rules ask of the values of arguments and options. {@link
 * dev.emerald.rules.values.Values} reads constants, {@link dev.emerald.rules.values.Settings} the
 * properties of option objects, {@link dev.emerald.rules.values.FastifyPlugins} finds those of
 * plugins.
 */
@NullMarked
package dev.emerald.rules.values;

import org.jspecify.annotations.NullMarked;
