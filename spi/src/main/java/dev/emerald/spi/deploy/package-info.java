/**
 * How services are run: together in a {@link dev.emerald.spi.deploy.ComposeFile}, on Kubernetes
 * ({@link dev.emerald.spi.deploy.KubernetesFile}), by systemd ({@link
 * dev.emerald.spi.deploy.UnitFile}) or a platform ({@link dev.emerald.spi.deploy.ProcessFile}), in
 * a cloud ({@link dev.emerald.spi.deploy.CloudTemplate}, {@link
 * dev.emerald.spi.deploy.TerraformFile}), behind a proxy ({@link
 * dev.emerald.spi.deploy.NginxConfig}, {@link dev.emerald.spi.deploy.CaddyConfig}).
 *
 * <p>Each keeps the file as it is written and answers what is asked most. Templates of which only a
 * program makes a file, such as Helm's, are none of these.
 */
@NullMarked
package dev.emerald.spi.deploy;

import org.jspecify.annotations.NullMarked;
