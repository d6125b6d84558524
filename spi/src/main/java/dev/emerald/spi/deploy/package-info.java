/**
 * How services are run: {@link dev.emerald.spi.deploy.ComposeFile}, {@link
 * dev.emerald.spi.deploy.KubernetesFile}, {@link dev.emerald.spi.deploy.NginxConfig} and {@link
 * dev.emerald.spi.deploy.UnitFile}.
 *
 * <p>Each keeps the file as it is written and answers what is asked most. Templates of which only a
 * program makes a file, such as Helm's, are none of these.
 */
@NullMarked
package dev.emerald.spi.deploy;

import org.jspecify.annotations.NullMarked;
