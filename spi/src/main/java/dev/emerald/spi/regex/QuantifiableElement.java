package dev.emerald.spi.regex;

/**
 * What a {@link Quantifier} can repeat. ECMA-262 §22.2.1, <em>Atom</em>; with Annex B also a
 * look-ahead.
 */
public sealed interface QuantifiableElement extends Element
    permits Backreference,
        CapturingGroup,
        CharacterClass,
        CharacterSet,
        ExpressionCharacterClass,
        Group,
        LookaroundAssertion,
        PatternCharacter {}
