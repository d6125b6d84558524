/**
 * Reading lock files: from the formats of five package managers to one {@code DependencyGraph}.
 *
 * <p>Read {@link dev.emerald.core.internal.manifest.lock.LockFiles} first: which reader takes which
 * file. {@link dev.emerald.core.internal.manifest.lock.NpmLock} is the plainest of the readers; the
 * others find the package that is asked for in other ways, since each format writes that down
 * differently. {@link dev.emerald.core.internal.manifest.lock.ProjectPackages} tells what the
 * package.json files ask for, where a lock file leaves that out.
 *
 * <p>A file that is broken gives the graph of what could be read, and a notice.
 */
@NullMarked
package dev.emerald.core.internal.manifest.lock;

import org.jspecify.annotations.NullMarked;
