package dev.emerald.spi.regex;

/** What matches at a place without taking in any text. ECMA-262 §22.2.1, <em>Assertion</em>. */
public sealed interface Assertion extends Element
    permits EdgeAssertion, LookaroundAssertion, WordBoundaryAssertion {}
