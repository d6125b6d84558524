/**
 * Manifests: the files beside the sources that say what a project is made of.
 *
 * <p>{@link dev.emerald.spi.manifest.Manifest} is what all of them share: a text and places in it.
 * Manifests written in JSON are a {@link dev.emerald.spi.manifest.JsonManifest}, whose tree of
 * {@link dev.emerald.spi.manifest.JsonValue} knows where every key and value stands; those in YAML
 * are a {@link dev.emerald.spi.manifest.YamlManifest} of {@link
 * dev.emerald.spi.manifest.YamlValue}. {@link dev.emerald.spi.manifest.PackageJson} and {@link
 * dev.emerald.spi.manifest.TsConfig} read that tree for those who want names rather than keys.
 *
 * <p>Lock files of all package managers are a {@link dev.emerald.spi.manifest.DependencyGraph}.
 *
 * <p>What is written wrongly is treated as absent: a {@code "scripts"} that is a number gives no
 * scripts. Nothing here throws for what a file says.
 */
@NullMarked
package dev.emerald.spi.manifest;

import org.jspecify.annotations.NullMarked;
