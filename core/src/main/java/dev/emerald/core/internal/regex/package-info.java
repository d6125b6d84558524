/**
 * Reads ECMAScript regular expressions.
 *
 * <p>{@link dev.emerald.core.internal.regex.RegexParser} is the way in and reads groups, sequences
 * and quantifiers; {@code ClassParser} reads what stands between square brackets, {@code
 * EscapeParser} what follows a backslash. All three move one {@code RegexReader}. {@code
 * CaptureScan} looks ahead for groups, because what {@code \1} and {@code \k} mean depends on
 * groups that come later; {@code GroupNameScopes} decides which names may occur twice; {@code
 * UnicodeProperties} holds the names for {@code \p}.
 *
 * <p>The grammar is ECMA-262 (ES2026) §22.2.1 with Annex B §B.1.2. Nothing here recurses, and work
 * is linear in the length of the pattern.
 */
@NullMarked
package dev.emerald.core.internal.regex;

import org.jspecify.annotations.NullMarked;
