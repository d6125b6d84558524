/**
 * Texts and places in them.
 *
 * <p>Read {@link dev.emerald.spi.source.SourceText} first: a file's path and decoded text with its
 * line table. {@link dev.emerald.spi.source.Span} is a range of offsets, {@link
 * dev.emerald.spi.source.Position} a line and column, {@link dev.emerald.spi.source.Location} both
 * of them together with the path.
 *
 * <p>Offsets count UTF-16 code units from 0. Lines and columns count from 1, columns in UTF-16 code
 * units. Lines end as ECMA-262 §12.3 says: LF, CR, CR LF, U+2028 or U+2029.
 */
@NullMarked
package dev.emerald.spi.source;

import org.jspecify.annotations.NullMarked;
