package dev.emerald.spi.ast;

/** An attribute of a tag, or a spread among them. */
public sealed interface JSXAttributeLike extends Node permits JSXAttribute, JSXSpreadAttribute {}
