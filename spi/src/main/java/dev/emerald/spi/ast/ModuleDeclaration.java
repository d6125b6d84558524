package dev.emerald.spi.ast;

/** An import or an export. */
public sealed interface ModuleDeclaration extends Statement
    permits ExportAllDeclaration,
        ExportDefaultDeclaration,
        ExportNamedDeclaration,
        ImportDeclaration,
        TSExportAssignment,
        TSImportEqualsDeclaration,
        TSNamespaceExportDeclaration {}
