package dev.emerald.core.internal.parse;

/**
 * Something that is no valid program.
 *
 * @param offset of the UTF-16 code unit where it was noticed, from 0 to the length of the text
 * @param message what was expected or is wrong, in lower case, without a full stop
 */
public record SyntaxDiagnostic(int offset, String message) {}
