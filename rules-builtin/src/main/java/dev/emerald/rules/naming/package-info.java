/**
 * What names say about the purpose of code. {@link dev.emerald.rules.naming.Words} takes names
 * apart, {@link dev.emerald.rules.naming.Surroundings} gathers the names around a place. Names are
 * hints: rules use them to choose a confidence, or to keep silent.
 */
@NullMarked
package dev.emerald.rules.naming;

import org.jspecify.annotations.NullMarked;
