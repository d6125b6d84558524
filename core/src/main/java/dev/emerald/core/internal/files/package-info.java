/**
 * What is the project's own code, and how to read it.
 *
 * <p>Read {@link dev.emerald.core.internal.files.ProjectLister} first: it walks a {@link
 * dev.emerald.core.internal.files.FileTree} (a folder, a file, or texts in memory) and answers with
 * {@link dev.emerald.core.internal.files.ProjectFiles}: the sources, the packages, the manifests,
 * and what was left out by {@link dev.emerald.core.internal.files.LeftOutReason}. What it decides
 * by name is in {@code IgnoreRules}, {@code PathPatterns} and {@code FolderNames}; what it decides
 * by content in {@code ContentCheck}; what package.json ships in {@code ShippedPaths}.
 *
 * <p>Paths are relative to the root, with {@code /} between the segments; the root is the empty
 * path. Links are never followed.
 */
@NullMarked
package dev.emerald.core.internal.files;

import org.jspecify.annotations.NullMarked;
