/**
 * Asks services on the network what is known of packages: only when the caller of an analysis wants
 * it.
 *
 * <p>Read {@link dev.emerald.core.internal.online.OnlineLookup} first. It asks the registry that
 * {@link dev.emerald.core.internal.online.NpmSettings} finds by npm's bulk protocol ({@link
 * dev.emerald.core.internal.online.BulkAudit}), and OSV's interface ({@link
 * dev.emerald.core.internal.online.OsvService}); both through {@link
 * dev.emerald.core.internal.online.BoundedHttp}, which bounds time and size and keeps credentials
 * where they belong. {@code BoundedHttp} alone touches {@code java.net.http}, so that embedders who
 * never ask do without that module.
 *
 * <p>What answers is not trusted, and no credential gets into a message.
 */
@NullMarked
package dev.emerald.core.internal.online;

import org.jspecify.annotations.NullMarked;
