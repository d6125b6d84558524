/**
 * Writes that change what all objects inherit: {@link
 * dev.emerald.rules.prototypes.PollutionByCaller} in what a package offers, {@link
 * dev.emerald.rules.prototypes.PollutionFromOutside} with keys from requests, {@link
 * dev.emerald.rules.prototypes.VulnerableMerge} in old versions of libraries. Where data goes is
 * found by the engine; the rules say what it means. {@link
 * dev.emerald.rules.prototypes.PrototypeKeysAllowed} looks at parsers, which let such keys in.
 */
@NullMarked
package dev.emerald.rules.prototypes;

import org.jspecify.annotations.NullMarked;
