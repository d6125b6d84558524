/**
 * Reads how services are run: {@link dev.emerald.core.internal.manifest.deploy.DeployFiles} knows
 * which file is what, {@link dev.emerald.core.internal.manifest.deploy.NginxReader} reads nginx's
 * language.
 */
@NullMarked
package dev.emerald.core.internal.manifest.deploy;

import org.jspecify.annotations.NullMarked;
