/**
 * Reading manifests: from text to the types of {@code dev.emerald.spi.manifest}.
 *
 * <p>Read {@link dev.emerald.core.internal.manifest.JsonReader} first: JSON, with or without
 * comments, to a positioned tree. {@link dev.emerald.core.internal.manifest.YamlReader} does the
 * same for YAML, from events. {@link dev.emerald.core.internal.manifest.ManifestReader} makes
 * manifests of the trees and keeps the notices about what could not be read; {@link
 * dev.emerald.core.internal.manifest.ManifestKinds} says which file is read by whom.
 */
@NullMarked
package dev.emerald.core.internal.manifest;

import org.jspecify.annotations.NullMarked;
