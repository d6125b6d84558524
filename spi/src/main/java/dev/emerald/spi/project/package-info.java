/**
 * The project under analysis as a whole.
 *
 * <p>Read {@link dev.emerald.spi.project.Project} first: its files, packages and manifests, and an
 * index of the APIs it uses. Implemented by the engine alone; all types may gain methods in a minor
 * release. Immutable and safe for use by several threads.
 */
@NullMarked
package dev.emerald.spi.project;

import org.jspecify.annotations.NullMarked;
