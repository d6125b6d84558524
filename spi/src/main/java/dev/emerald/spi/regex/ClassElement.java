package dev.emerald.spi.regex;

/**
 * What a {@link CharacterClass} consists of, and what a {@link ClassExpression} combines. Nested
 * classes and string alternatives occur with the {@code v} flag alone.
 */
public sealed interface ClassElement extends RegexNode
    permits CharacterClass,
        CharacterClassRange,
        ClassStringDisjunction,
        EscapeCharacterSet,
        ExpressionCharacterClass,
        PatternCharacter,
        UnicodePropertyCharacterSet {}
