/**
 * Versions of npm packages and ranges of them, as npm itself understands them.
 *
 * <p>Read {@link dev.emerald.spi.version.VersionRange} first: what a package.json asks for, and
 * which versions that takes in. {@link dev.emerald.spi.version.Version} is one version, ordered as
 * Semantic Versioning 2.0.0 says. Both follow npm's own implementation to the letter, its loose
 * mode and its treatment of prereleases included: what is written in millions of packages rests on
 * that and not on the specification.
 *
 * <p>They stand here and not in the engine since rules of any pack compare versions. What is no
 * version or no range gives an empty answer, never an exception.
 */
@NullMarked
package dev.emerald.spi.version;

import org.jspecify.annotations.NullMarked;
