/**
 * From text to syntax tree: JavaScript, TypeScript, JSX and TSX.
 *
 * <p>Read {@link dev.emerald.core.internal.parse.Parser}, the way in, then {@link
 * dev.emerald.core.internal.parse.Scanner} for tokens and {@link
 * dev.emerald.core.internal.parse.ParserCore} for what all parts of the grammar share: where the
 * scan stands, the context, errors and how they are recovered from, limits. {@link
 * dev.emerald.core.internal.parse.Grammar} lists the parts, one class for each thing understood.
 *
 * <p>Nothing here throws out of the parser, recurses without a counter, or reads a stretch of text
 * more than a bounded number of times.
 */
@NullMarked
package dev.emerald.core.internal.parse;

import org.jspecify.annotations.NullMarked;
