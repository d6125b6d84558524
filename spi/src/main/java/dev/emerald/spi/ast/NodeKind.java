package dev.emerald.spi.ast;

/** The types of nodes. Later releases may add constants, in any place. */
public enum NodeKind {
  /** {@link Program}. */
  PROGRAM(Program.class),
  /** {@link ExpressionStatement}. */
  EXPRESSION_STATEMENT(ExpressionStatement.class),
  /** {@link BlockStatement}. */
  BLOCK_STATEMENT(BlockStatement.class),
  /** {@link EmptyStatement}. */
  EMPTY_STATEMENT(EmptyStatement.class),
  /** {@link DebuggerStatement}. */
  DEBUGGER_STATEMENT(DebuggerStatement.class),
  /** {@link WithStatement}. */
  WITH_STATEMENT(WithStatement.class),
  /** {@link ReturnStatement}. */
  RETURN_STATEMENT(ReturnStatement.class),
  /** {@link LabeledStatement}. */
  LABELED_STATEMENT(LabeledStatement.class),
  /** {@link BreakStatement}. */
  BREAK_STATEMENT(BreakStatement.class),
  /** {@link ContinueStatement}. */
  CONTINUE_STATEMENT(ContinueStatement.class),
  /** {@link IfStatement}. */
  IF_STATEMENT(IfStatement.class),
  /** {@link SwitchStatement}. */
  SWITCH_STATEMENT(SwitchStatement.class),
  /** {@link SwitchCase}. */
  SWITCH_CASE(SwitchCase.class),
  /** {@link ThrowStatement}. */
  THROW_STATEMENT(ThrowStatement.class),
  /** {@link TryStatement}. */
  TRY_STATEMENT(TryStatement.class),
  /** {@link CatchClause}. */
  CATCH_CLAUSE(CatchClause.class),
  /** {@link WhileStatement}. */
  WHILE_STATEMENT(WhileStatement.class),
  /** {@link DoWhileStatement}. */
  DO_WHILE_STATEMENT(DoWhileStatement.class),
  /** {@link ForStatement}. */
  FOR_STATEMENT(ForStatement.class),
  /** {@link ForInStatement}. */
  FOR_IN_STATEMENT(ForInStatement.class),
  /** {@link ForOfStatement}. */
  FOR_OF_STATEMENT(ForOfStatement.class),
  /** {@link FunctionDeclaration}. */
  FUNCTION_DECLARATION(FunctionDeclaration.class),
  /** {@link VariableDeclaration}. */
  VARIABLE_DECLARATION(VariableDeclaration.class),
  /** {@link VariableDeclarator}. */
  VARIABLE_DECLARATOR(VariableDeclarator.class),
  /** {@link ClassDeclaration}. */
  CLASS_DECLARATION(ClassDeclaration.class),
  /** {@link ImportDeclaration}. */
  IMPORT_DECLARATION(ImportDeclaration.class),
  /** {@link ImportSpecifier}. */
  IMPORT_SPECIFIER(ImportSpecifier.class),
  /** {@link ImportDefaultSpecifier}. */
  IMPORT_DEFAULT_SPECIFIER(ImportDefaultSpecifier.class),
  /** {@link ImportNamespaceSpecifier}. */
  IMPORT_NAMESPACE_SPECIFIER(ImportNamespaceSpecifier.class),
  /** {@link ImportAttribute}. */
  IMPORT_ATTRIBUTE(ImportAttribute.class),
  /** {@link ExportNamedDeclaration}. */
  EXPORT_NAMED_DECLARATION(ExportNamedDeclaration.class),
  /** {@link ExportSpecifier}. */
  EXPORT_SPECIFIER(ExportSpecifier.class),
  /** {@link ExportDefaultDeclaration}. */
  EXPORT_DEFAULT_DECLARATION(ExportDefaultDeclaration.class),
  /** {@link ExportAllDeclaration}. */
  EXPORT_ALL_DECLARATION(ExportAllDeclaration.class),
  /** {@link Identifier}. */
  IDENTIFIER(Identifier.class),
  /** {@link PrivateIdentifier}. */
  PRIVATE_IDENTIFIER(PrivateIdentifier.class),
  /** {@link StringLiteral}. */
  STRING_LITERAL(StringLiteral.class),
  /** {@link NumericLiteral}. */
  NUMERIC_LITERAL(NumericLiteral.class),
  /** {@link BigIntLiteral}. */
  BIGINT_LITERAL(BigIntLiteral.class),
  /** {@link BooleanLiteral}. */
  BOOLEAN_LITERAL(BooleanLiteral.class),
  /** {@link NullLiteral}. */
  NULL_LITERAL(NullLiteral.class),
  /** {@link RegExpLiteral}. */
  REGEXP_LITERAL(RegExpLiteral.class),
  /** {@link ThisExpression}. */
  THIS_EXPRESSION(ThisExpression.class),
  /** {@link Super}. */
  SUPER(Super.class),
  /** {@link ArrayExpression}. */
  ARRAY_EXPRESSION(ArrayExpression.class),
  /** {@link ObjectExpression}. */
  OBJECT_EXPRESSION(ObjectExpression.class),
  /** {@link Property}. */
  PROPERTY(Property.class),
  /** {@link SpreadElement}. */
  SPREAD_ELEMENT(SpreadElement.class),
  /** {@link FunctionExpression}. */
  FUNCTION_EXPRESSION(FunctionExpression.class),
  /** {@link ArrowFunctionExpression}. */
  ARROW_FUNCTION_EXPRESSION(ArrowFunctionExpression.class),
  /** {@link ClassExpression}. */
  CLASS_EXPRESSION(ClassExpression.class),
  /** {@link UnaryExpression}. */
  UNARY_EXPRESSION(UnaryExpression.class),
  /** {@link UpdateExpression}. */
  UPDATE_EXPRESSION(UpdateExpression.class),
  /** {@link BinaryExpression}. */
  BINARY_EXPRESSION(BinaryExpression.class),
  /** {@link LogicalExpression}. */
  LOGICAL_EXPRESSION(LogicalExpression.class),
  /** {@link AssignmentExpression}. */
  ASSIGNMENT_EXPRESSION(AssignmentExpression.class),
  /** {@link ConditionalExpression}. */
  CONDITIONAL_EXPRESSION(ConditionalExpression.class),
  /** {@link CallExpression}. */
  CALL_EXPRESSION(CallExpression.class),
  /** {@link NewExpression}. */
  NEW_EXPRESSION(NewExpression.class),
  /** {@link MemberExpression}. */
  MEMBER_EXPRESSION(MemberExpression.class),
  /** {@link SequenceExpression}. */
  SEQUENCE_EXPRESSION(SequenceExpression.class),
  /** {@link TemplateLiteral}. */
  TEMPLATE_LITERAL(TemplateLiteral.class),
  /** {@link TemplateElement}. */
  TEMPLATE_ELEMENT(TemplateElement.class),
  /** {@link TaggedTemplateExpression}. */
  TAGGED_TEMPLATE_EXPRESSION(TaggedTemplateExpression.class),
  /** {@link YieldExpression}. */
  YIELD_EXPRESSION(YieldExpression.class),
  /** {@link AwaitExpression}. */
  AWAIT_EXPRESSION(AwaitExpression.class),
  /** {@link ImportExpression}. */
  IMPORT_EXPRESSION(ImportExpression.class),
  /** {@link MetaProperty}. */
  META_PROPERTY(MetaProperty.class),
  /** {@link ObjectPattern}. */
  OBJECT_PATTERN(ObjectPattern.class),
  /** {@link ArrayPattern}. */
  ARRAY_PATTERN(ArrayPattern.class),
  /** {@link AssignmentPattern}. */
  ASSIGNMENT_PATTERN(AssignmentPattern.class),
  /** {@link RestElement}. */
  REST_ELEMENT(RestElement.class),
  /** {@link ClassBody}. */
  CLASS_BODY(ClassBody.class),
  /** {@link MethodDefinition}. */
  METHOD_DEFINITION(MethodDefinition.class),
  /** {@link PropertyDefinition}. */
  PROPERTY_DEFINITION(PropertyDefinition.class),
  /** {@link AccessorProperty}. */
  ACCESSOR_PROPERTY(AccessorProperty.class),
  /** {@link StaticBlock}. */
  STATIC_BLOCK(StaticBlock.class),
  /** {@link TSIndexSignature}. */
  TS_INDEX_SIGNATURE(TSIndexSignature.class),
  /** {@link Decorator}. */
  DECORATOR(Decorator.class),
  /** {@link TypeNode}. */
  TYPE_NODE(TypeNode.class),
  /** {@link TSAsExpression}. */
  TS_AS_EXPRESSION(TSAsExpression.class),
  /** {@link TSSatisfiesExpression}. */
  TS_SATISFIES_EXPRESSION(TSSatisfiesExpression.class),
  /** {@link TSTypeAssertion}. */
  TS_TYPE_ASSERTION(TSTypeAssertion.class),
  /** {@link TSNonNullExpression}. */
  TS_NON_NULL_EXPRESSION(TSNonNullExpression.class),
  /** {@link TSInstantiationExpression}. */
  TS_INSTANTIATION_EXPRESSION(TSInstantiationExpression.class),
  /** {@link TSEnumDeclaration}. */
  TS_ENUM_DECLARATION(TSEnumDeclaration.class),
  /** {@link TSEnumMember}. */
  TS_ENUM_MEMBER(TSEnumMember.class),
  /** {@link TSModuleDeclaration}. */
  TS_MODULE_DECLARATION(TSModuleDeclaration.class),
  /** {@link TSModuleBlock}. */
  TS_MODULE_BLOCK(TSModuleBlock.class),
  /** {@link TSInterfaceDeclaration}. */
  TS_INTERFACE_DECLARATION(TSInterfaceDeclaration.class),
  /** {@link TSTypeAliasDeclaration}. */
  TS_TYPE_ALIAS_DECLARATION(TSTypeAliasDeclaration.class),
  /** {@link TSImportEqualsDeclaration}. */
  TS_IMPORT_EQUALS_DECLARATION(TSImportEqualsDeclaration.class),
  /** {@link TSExternalModuleReference}. */
  TS_EXTERNAL_MODULE_REFERENCE(TSExternalModuleReference.class),
  /** {@link TSQualifiedName}. */
  TS_QUALIFIED_NAME(TSQualifiedName.class),
  /** {@link TSExportAssignment}. */
  TS_EXPORT_ASSIGNMENT(TSExportAssignment.class),
  /** {@link TSNamespaceExportDeclaration}. */
  TS_NAMESPACE_EXPORT_DECLARATION(TSNamespaceExportDeclaration.class),
  /** {@link TSParameterProperty}. */
  TS_PARAMETER_PROPERTY(TSParameterProperty.class),
  /** {@link JSXElement}. */
  JSX_ELEMENT(JSXElement.class),
  /** {@link JSXFragment}. */
  JSX_FRAGMENT(JSXFragment.class),
  /** {@link JSXOpeningElement}. */
  JSX_OPENING_ELEMENT(JSXOpeningElement.class),
  /** {@link JSXClosingElement}. */
  JSX_CLOSING_ELEMENT(JSXClosingElement.class),
  /** {@link JSXOpeningFragment}. */
  JSX_OPENING_FRAGMENT(JSXOpeningFragment.class),
  /** {@link JSXClosingFragment}. */
  JSX_CLOSING_FRAGMENT(JSXClosingFragment.class),
  /** {@link JSXAttribute}. */
  JSX_ATTRIBUTE(JSXAttribute.class),
  /** {@link JSXSpreadAttribute}. */
  JSX_SPREAD_ATTRIBUTE(JSXSpreadAttribute.class),
  /** {@link JSXExpressionContainer}. */
  JSX_EXPRESSION_CONTAINER(JSXExpressionContainer.class),
  /** {@link JSXEmptyExpression}. */
  JSX_EMPTY_EXPRESSION(JSXEmptyExpression.class),
  /** {@link JSXSpreadChild}. */
  JSX_SPREAD_CHILD(JSXSpreadChild.class),
  /** {@link JSXText}. */
  JSX_TEXT(JSXText.class),
  /** {@link JSXIdentifier}. */
  JSX_IDENTIFIER(JSXIdentifier.class),
  /** {@link JSXMemberExpression}. */
  JSX_MEMBER_EXPRESSION(JSXMemberExpression.class),
  /** {@link JSXNamespacedName}. */
  JSX_NAMESPACED_NAME(JSXNamespacedName.class);

  private final Class<? extends Node> type;

  NodeKind(Class<? extends Node> type) {
    this.type = type;
  }

  /** The class of the nodes of this kind. */
  public Class<? extends Node> type() {
    return type;
  }
}
