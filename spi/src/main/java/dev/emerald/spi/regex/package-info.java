/**
 * ECMAScript regular expressions as trees.
 *
 * <p>Read {@link dev.emerald.spi.regex.RegexPattern} first: what became of one pattern, its tree or
 * the reasons why it has none. The tree starts at {@link dev.emerald.spi.regex.Pattern}; every node
 * is a {@link dev.emerald.spi.regex.RegexNode}. What a sequence consists of are {@link
 * dev.emerald.spi.regex.Element}s, what stands between square brackets {@link
 * dev.emerald.spi.regex.ClassElement}s. Names are those of the regexpp tree that JavaScript rule
 * authors know; where it has parent pointers and resolved references, this one has group numbers.
 *
 * <p>The syntax is that of ECMA-262 (ES2026) §22.2.1 with Annex B §B.1.2 where neither {@code u}
 * nor {@code v} is set. Offsets count UTF-16 code units from the start of the pattern text. All
 * types are immutable and safe for use by several threads; the engine alone makes them.
 */
@NullMarked
package dev.emerald.spi.regex;

import org.jspecify.annotations.NullMarked;
