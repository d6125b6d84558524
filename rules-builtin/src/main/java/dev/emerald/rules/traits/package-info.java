/**
 * What kind of program a package is and what it has to do with: {@link
 * dev.emerald.rules.traits.Traits} says it for one package, from what its code uses and its
 * package.json says. Rules of the roadmap ask it what applies.
 */
@NullMarked
package dev.emerald.rules.traits;

import org.jspecify.annotations.NullMarked;
