package dev.emerald.spi.ast;

/** A name that an import binds. */
public sealed interface ImportBinding extends Node
    permits ImportDefaultSpecifier, ImportNamespaceSpecifier, ImportSpecifier {
  /** The name in this file. */
  Identifier local();
}
