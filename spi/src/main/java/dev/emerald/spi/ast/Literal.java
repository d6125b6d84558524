package dev.emerald.spi.ast;

/** A literal. ESTree has one node for all of them; here each type of value has its own. */
public sealed interface Literal extends Expression
    permits BigIntLiteral,
        BooleanLiteral,
        NullLiteral,
        NumericLiteral,
        RegExpLiteral,
        StringLiteral {}
