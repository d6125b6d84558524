package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all nodes hold: 24 bytes with the object header. There is a node for every six bytes of
 * source or so, hence the packing: the upper six bits of either offset hold flags.
 */
abstract sealed class NodeBase
    permits AccessorProperty,
        ArrayExpression,
        ArrayPattern,
        ArrowFunctionExpression,
        AssignmentExpression,
        AssignmentPattern,
        AwaitExpression,
        BigIntLiteral,
        BinaryExpression,
        BlockStatement,
        BooleanLiteral,
        BreakStatement,
        CallExpression,
        CatchClause,
        ClassBody,
        ClassDeclaration,
        ClassExpression,
        ConditionalExpression,
        ContinueStatement,
        DebuggerStatement,
        Decorator,
        DoWhileStatement,
        EmptyStatement,
        ExportAllDeclaration,
        ExportDefaultDeclaration,
        ExportNamedDeclaration,
        ExportSpecifier,
        ExpressionStatement,
        ForInStatement,
        ForOfStatement,
        ForStatement,
        FunctionDeclaration,
        FunctionExpression,
        Identifier,
        IfStatement,
        ImportAttribute,
        ImportDeclaration,
        ImportDefaultSpecifier,
        ImportExpression,
        ImportNamespaceSpecifier,
        ImportSpecifier,
        JSXAttribute,
        JSXClosingElement,
        JSXClosingFragment,
        JSXElement,
        JSXEmptyExpression,
        JSXExpressionContainer,
        JSXFragment,
        JSXIdentifier,
        JSXMemberExpression,
        JSXNamespacedName,
        JSXOpeningElement,
        JSXOpeningFragment,
        JSXSpreadAttribute,
        JSXSpreadChild,
        JSXText,
        LabeledStatement,
        LogicalExpression,
        MemberExpression,
        MetaProperty,
        MethodDefinition,
        NewExpression,
        NullLiteral,
        NumericLiteral,
        ObjectExpression,
        ObjectPattern,
        PrivateIdentifier,
        Program,
        Property,
        PropertyDefinition,
        RegExpLiteral,
        RestElement,
        ReturnStatement,
        SequenceExpression,
        SpreadElement,
        StaticBlock,
        StringLiteral,
        Super,
        SwitchCase,
        SwitchStatement,
        TSAsExpression,
        TSEnumDeclaration,
        TSEnumMember,
        TSExportAssignment,
        TSExternalModuleReference,
        TSImportEqualsDeclaration,
        TSIndexSignature,
        TSInstantiationExpression,
        TSInterfaceDeclaration,
        TSModuleBlock,
        TSModuleDeclaration,
        TSNamespaceExportDeclaration,
        TSNonNullExpression,
        TSParameterProperty,
        TSQualifiedName,
        TSSatisfiesExpression,
        TSTypeAliasDeclaration,
        TSTypeAssertion,
        TaggedTemplateExpression,
        TemplateElement,
        TemplateLiteral,
        ThisExpression,
        ThrowStatement,
        TryStatement,
        TypeNode,
        UnaryExpression,
        UpdateExpression,
        VariableDeclaration,
        VariableDeclarator,
        WhileStatement,
        WithStatement,
        YieldExpression {

  static final int MAX_OFFSET = (1 << 26) - 1;

  private static final int PARENTHESIZED = 1;

  private int startAndFlags;
  private final int endAndFlags;
  private int number = -1;

  /**
   * @param flags 12 bits: bit 0 says that parentheses stand around, the others are the subclass's
   */
  NodeBase(int start, int end, int flags) {
    startAndFlags = start | flags << 26;
    endAndFlags = end | (flags >> 6) << 26;
  }

  public final int start() {
    return startAndFlags & MAX_OFFSET;
  }

  public final int end() {
    return endAndFlags & MAX_OFFSET;
  }

  public final boolean parenthesized() {
    return flag(PARENTHESIZED);
  }

  public final int number() {
    return number;
  }

  final void parenthesize() {
    startAndFlags |= PARENTHESIZED << 26;
  }

  final void number(int preorder) {
    number = preorder;
  }

  final boolean flag(int mask) {
    return ((startAndFlags >>> 26 | endAndFlags >>> 26 << 6) & mask) != 0;
  }

  /** The flags from bit {@code first} on, {@code count} of them, as a number. */
  final int flagBits(int first, int count) {
    return (startAndFlags >>> 26 | endAndFlags >>> 26 << 6) >> first & (1 << count) - 1;
  }

  static void each(List<? extends @Nullable Node> nodes, Consumer<? super Node> action) {
    for (int i = 0, size = nodes.size(); i < size; i++) {
      Node node = nodes.get(i);
      if (node != null) {
        action.accept(node);
      }
    }
  }

  /** {@code KIND[start,end)}, for logs. */
  @Override
  public String toString() {
    return ((Node) this).kind() + "[" + start() + "," + end() + ")";
  }
}
