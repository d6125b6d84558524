package dev.emerald.spi.ast;

/** A member of an {@link ObjectPattern}. */
public sealed interface PatternMember extends Node permits Property, RestElement {}
