/**
 * Recognises libraries of others that were copied into a project, such as a jQuery among the assets
 * of a web page.
 *
 * <p>Read {@link dev.emerald.core.internal.vendored.LibraryTable} first: what libraries look like
 * is data. {@link dev.emerald.core.internal.vendored.LibraryFinder} looks at files with it. Both
 * the files and a table that is given are not trusted: expressions are matched with a bound on what
 * that may take.
 */
@NullMarked
package dev.emerald.core.internal.vendored;

import org.jspecify.annotations.NullMarked;
