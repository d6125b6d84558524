/**
 * What an analysis says.
 *
 * <p>{@link dev.emerald.spi.finding.Finding} is a flaw with its place, {@link
 * dev.emerald.spi.finding.Evidence} a practice that is in place, {@link
 * dev.emerald.spi.finding.Notice} a gap in the analysis itself or a remark on it. Findings are made
 * by the engine alone, from what rules report: it adds severity, fingerprint and suppression, so
 * that no rule can get these wrong.
 */
@NullMarked
package dev.emerald.spi.finding;

import org.jspecify.annotations.NullMarked;
