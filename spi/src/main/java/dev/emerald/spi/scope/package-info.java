/**
 * What names and expressions of a file stand for.
 *
 * <p>Read {@link dev.emerald.spi.scope.Scopes} first: it answers which symbol an identifier is,
 * which API an expression is, which value is known before the program runs. {@link
 * dev.emerald.spi.scope.ApiPattern} selects APIs by name; its description defines API names. All
 * types but {@code ApiPattern} are implemented by the engine alone and may gain methods in a minor
 * release.
 */
@NullMarked
package dev.emerald.spi.scope;

import org.jspecify.annotations.NullMarked;
