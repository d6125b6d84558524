package dev.emerald.spi.ast;

/** Content of an element or a fragment. */
public sealed interface JSXChild extends Node
    permits JSXElement, JSXExpressionContainer, JSXFragment, JSXSpreadChild, JSXText {}
