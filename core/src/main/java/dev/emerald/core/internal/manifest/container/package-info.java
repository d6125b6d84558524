/**
 * Reads Dockerfiles: {@link dev.emerald.core.internal.manifest.container.DockerfileReader} finds
 * the instructions, {@link dev.emerald.core.internal.manifest.container.DockerWords} takes their
 * arguments apart, {@link dev.emerald.core.internal.manifest.container.Variables} knows what {@code
 * ARG} and {@code ENV} hold.
 */
@NullMarked
package dev.emerald.core.internal.manifest.container;

import org.jspecify.annotations.NullMarked;
