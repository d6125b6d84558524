/**
 * Advisories on packages: reading them, keeping them in a file that is quick to read, and telling
 * which of them a version falls under.
 *
 * <p>Read {@link dev.emerald.core.internal.advisory.AdvisorySources} first: from a folder, a zip,
 * an index or single files to an {@link dev.emerald.core.internal.advisory.AdvisoryTable}. {@link
 * dev.emerald.core.internal.advisory.OsvReader} knows the OSV format (schema version 1), {@link
 * dev.emerald.core.internal.advisory.AdvisoryIndexFile} our own index of it.
 *
 * <p>All of it may come from strangers: sizes and numbers are bounded, nothing is ever unpacked to
 * disk, and what can't be read is told.
 */
@NullMarked
package dev.emerald.core.internal.advisory;

import org.jspecify.annotations.NullMarked;
