package dev.emerald.spi.ast;

/** A member of a class. */
public sealed interface ClassMember extends Node
    permits AccessorProperty, MethodDefinition, PropertyDefinition, StaticBlock, TSIndexSignature {}
