package dev.emerald.spi.regex;

/** What an {@link Alternative} consists of. ECMA-262 §22.2.1, <em>Term</em>. */
public sealed interface Element extends RegexNode
    permits Assertion, QuantifiableElement, Quantifier {}
