/**
 * The rules that come with the library, one file a rule: its documentation, its examples and its
 * code.
 *
 * <p>{@link dev.emerald.rules.BuiltinRules} lists them. The packages below are named for what goes
 * wrong: {@code injection}, {@code crypto}, {@code web}, {@code auth}, {@code async}, {@code
 * supply} and {@code health}. {@code naming} and {@code values} hold what several rules ask of
 * names and option objects.
 */
@NullMarked
package dev.emerald.rules;

import org.jspecify.annotations.NullMarked;
