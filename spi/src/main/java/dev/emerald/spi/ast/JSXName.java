package dev.emerald.spi.ast;

/** The name of a tag or an attribute. */
public sealed interface JSXName extends Node
    permits JSXIdentifier, JSXMemberExpression, JSXNamespacedName {}
