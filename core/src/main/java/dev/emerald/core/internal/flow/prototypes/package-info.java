/**
 * Writes that change what all objects inherit. {@link
 * dev.emerald.core.internal.flow.prototypes.PrototypeAnalysis} is where to start: {@code KeyFlow}
 * follows the bits of {@code Reach} through the program, {@code KeyTransfer} and {@code KeyCalls}
 * say what instructions do to them, {@code PollutingWrites} finds what is wrong in the end.
 *
 * <p>Guards are not known by their shapes: {@code NameTests} works a condition out for a key that
 * is {@code __proto__}, {@code constructor}, {@code prototype}, or an array with such a text. What
 * comes out the other way is guarded.
 */
@NullMarked
package dev.emerald.core.internal.flow.prototypes;

import org.jspecify.annotations.NullMarked;
