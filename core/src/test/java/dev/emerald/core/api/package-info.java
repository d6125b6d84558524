/**
 * The guard of the public surface: {@code spi/api.txt} and {@code core/api.txt} say what users can
 * name, and {@code PublicApiTest} compares them with what was compiled.
 *
 * <p>A change of the API is thereby a visible change of a text file. {@code ApiText} renders a
 * module, {@code TypeText} one type, {@code TypeNames} the types that its signatures name, {@code
 * ExportedTypes} finds what a module exports.
 */
@NullMarked
package dev.emerald.core.api;

import org.jspecify.annotations.NullMarked;
