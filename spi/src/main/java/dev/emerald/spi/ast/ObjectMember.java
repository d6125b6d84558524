package dev.emerald.spi.ast;

/** A member of an {@link ObjectExpression}. */
public sealed interface ObjectMember extends Node permits Property, SpreadElement {}
