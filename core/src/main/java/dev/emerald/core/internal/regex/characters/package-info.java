/**
 * The sets of characters that the parts of a regular expression stand for.
 *
 * <p>Read {@link dev.emerald.core.internal.regex.characters.CharacterSets} first: it turns a node
 * that matches one character into a {@link
 * dev.emerald.core.internal.regex.characters.CodePointSet}, its flags taken into account. {@code
 * CaseVariants} holds which characters are equal where case makes no difference, {@code
 * UnicodeSets} those of {@code \p}. Characters are code points with the {@code u} or {@code v}
 * flag, else UTF-16 code units.
 */
@NullMarked
package dev.emerald.core.internal.regex.characters;

import org.jspecify.annotations.NullMarked;
