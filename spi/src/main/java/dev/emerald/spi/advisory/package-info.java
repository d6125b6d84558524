/**
 * What is known of packages that others have published: weaknesses of versions, and packages made
 * to do harm.
 *
 * <p>Read {@link dev.emerald.spi.advisory.Advisories} first. Whoever starts an analysis gives the
 * advisories along, in the OSV format; without them {@code Project.advisories()} is empty, which
 * says nothing of the packages.
 */
@NullMarked
package dev.emerald.spi.advisory;

import org.jspecify.annotations.NullMarked;
