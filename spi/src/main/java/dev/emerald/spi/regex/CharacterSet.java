package dev.emerald.spi.regex;

/** A set of characters that has a name: {@code .}, {@code \d} and its like, {@code \p{…}}. */
public sealed interface CharacterSet extends QuantifiableElement
    permits AnyCharacterSet, EscapeCharacterSet, UnicodePropertyCharacterSet {}
