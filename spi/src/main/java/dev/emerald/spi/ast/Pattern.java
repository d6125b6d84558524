package dev.emerald.spi.ast;

/** What can be bound or assigned to. */
public sealed interface Pattern extends Node
    permits ArrayPattern,
        AssignmentPattern,
        Identifier,
        MemberExpression,
        ObjectPattern,
        RestElement,
        TSAsExpression,
        TSNonNullExpression,
        TSParameterProperty,
        TSSatisfiesExpression,
        TSTypeAssertion {}
