package dev.emerald.spi.ast;

import dev.emerald.spi.source.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes nodes. For the engine's parser alone, and no part of the stable interface: methods come and
 * go with the parts of nodes.
 *
 * <p>Spans are offsets in UTF-16 code units, at most {@link #MAX_OFFSET}. Lists are taken as they
 * are and must not change afterwards.
 */
public final class NodeFactory {

  /** The greatest offset a node can have. */
  public static final int MAX_OFFSET = NodeBase.MAX_OFFSET;

  private NodeFactory() {}

  /** Notes that parentheses stand around an expression, before the tree is handed out. */
  public static <N extends Node> N parenthesize(N node) {
    ((NodeBase) (Object) node).parenthesize();
    return node;
  }

  /** A {@link Program}. */
  public static Program program(
      int start,
      int end,
      List<Statement> body,
      SourceType sourceType,
      List<Comment> comments,
      SourceText source) {
    return new Program(start, end, body, sourceType, comments, source);
  }

  /** A {@link ExpressionStatement}. */
  public static ExpressionStatement expressionStatement(
      int start, int end, Expression expression, @Nullable String directive) {
    return new ExpressionStatement(start, end, expression, directive);
  }

  /** A {@link BlockStatement}. */
  public static BlockStatement blockStatement(int start, int end, List<Statement> body) {
    return new BlockStatement(start, end, body);
  }

  /** A {@link EmptyStatement}. */
  public static EmptyStatement emptyStatement(int start, int end) {
    return new EmptyStatement(start, end);
  }

  /** A {@link DebuggerStatement}. */
  public static DebuggerStatement debuggerStatement(int start, int end) {
    return new DebuggerStatement(start, end);
  }

  /** A {@link WithStatement}. */
  public static WithStatement withStatement(int start, int end, Expression object, Statement body) {
    return new WithStatement(start, end, object, body);
  }

  /** A {@link ReturnStatement}. */
  public static ReturnStatement returnStatement(int start, int end, @Nullable Expression argument) {
    return new ReturnStatement(start, end, argument);
  }

  /** A {@link LabeledStatement}. */
  public static LabeledStatement labeledStatement(
      int start, int end, Identifier label, Statement body) {
    return new LabeledStatement(start, end, label, body);
  }

  /** A {@link BreakStatement}. */
  public static BreakStatement breakStatement(int start, int end, @Nullable Identifier label) {
    return new BreakStatement(start, end, label);
  }

  /** A {@link ContinueStatement}. */
  public static ContinueStatement continueStatement(
      int start, int end, @Nullable Identifier label) {
    return new ContinueStatement(start, end, label);
  }

  /** A {@link IfStatement}. */
  public static IfStatement ifStatement(
      int start, int end, Expression test, Statement consequent, @Nullable Statement alternate) {
    return new IfStatement(start, end, test, consequent, alternate);
  }

  /** A {@link SwitchStatement}. */
  public static SwitchStatement switchStatement(
      int start, int end, Expression discriminant, List<SwitchCase> cases) {
    return new SwitchStatement(start, end, discriminant, cases);
  }

  /** A {@link SwitchCase}. */
  public static SwitchCase switchCase(
      int start, int end, @Nullable Expression test, List<Statement> consequent) {
    return new SwitchCase(start, end, test, consequent);
  }

  /** A {@link ThrowStatement}. */
  public static ThrowStatement throwStatement(int start, int end, Expression argument) {
    return new ThrowStatement(start, end, argument);
  }

  /** A {@link TryStatement}. */
  public static TryStatement tryStatement(
      int start,
      int end,
      BlockStatement block,
      @Nullable CatchClause handler,
      @Nullable BlockStatement finalizer) {
    return new TryStatement(start, end, block, handler, finalizer);
  }

  /** A {@link CatchClause}. */
  public static CatchClause catchClause(
      int start, int end, @Nullable Pattern param, BlockStatement body) {
    return new CatchClause(start, end, param, body);
  }

  /** A {@link WhileStatement}. */
  public static WhileStatement whileStatement(int start, int end, Expression test, Statement body) {
    return new WhileStatement(start, end, test, body);
  }

  /** A {@link DoWhileStatement}. */
  public static DoWhileStatement doWhileStatement(
      int start, int end, Statement body, Expression test) {
    return new DoWhileStatement(start, end, body, test);
  }

  /** A {@link ForStatement}. */
  public static ForStatement forStatement(
      int start,
      int end,
      @Nullable Node init,
      @Nullable Expression test,
      @Nullable Expression update,
      Statement body) {
    return new ForStatement(start, end, init, test, update, body);
  }

  /** A {@link ForInStatement}. */
  public static ForInStatement forInStatement(
      int start, int end, Node left, Expression right, Statement body) {
    return new ForInStatement(start, end, left, right, body);
  }

  /** A {@link ForOfStatement}. */
  public static ForOfStatement forOfStatement(
      int start, int end, Node left, Expression right, Statement body, boolean await) {
    return new ForOfStatement(start, end, left, right, body, await);
  }

  /** A {@link FunctionDeclaration}. */
  public static FunctionDeclaration functionDeclaration(
      int start,
      int end,
      @Nullable Identifier id,
      @Nullable TypeNode typeParameters,
      List<Pattern> params,
      @Nullable TypeNode returnType,
      @Nullable BlockStatement body,
      boolean async,
      boolean generator,
      boolean declare) {
    return new FunctionDeclaration(
        start, end, id, typeParameters, params, returnType, body, async, generator, declare);
  }

  /** A {@link VariableDeclaration}. */
  public static VariableDeclaration variableDeclaration(
      int start,
      int end,
      VariableKind declarationKind,
      List<VariableDeclarator> declarations,
      boolean declare) {
    return new VariableDeclaration(start, end, declarationKind, declarations, declare);
  }

  /** A {@link VariableDeclarator}. */
  public static VariableDeclarator variableDeclarator(
      int start, int end, Pattern id, @Nullable Expression init, boolean definite) {
    return new VariableDeclarator(start, end, id, init, definite);
  }

  /** A {@link ClassDeclaration}. */
  public static ClassDeclaration classDeclaration(
      int start,
      int end,
      List<Decorator> decorators,
      @Nullable Identifier id,
      @Nullable TypeNode typeParameters,
      @Nullable Expression superClass,
      @Nullable TypeNode superTypeArguments,
      List<TypeNode> implementedTypes,
      ClassBody body,
      boolean isAbstract,
      boolean declare) {
    return new ClassDeclaration(
        start,
        end,
        decorators,
        id,
        typeParameters,
        superClass,
        superTypeArguments,
        implementedTypes,
        body,
        isAbstract,
        declare);
  }

  /** A {@link ImportDeclaration}. */
  public static ImportDeclaration importDeclaration(
      int start,
      int end,
      List<ImportBinding> specifiers,
      StringLiteral source,
      List<ImportAttribute> attributes,
      ImportPhase phase,
      boolean typeOnly) {
    return new ImportDeclaration(start, end, specifiers, source, attributes, phase, typeOnly);
  }

  /** A {@link ImportSpecifier}. */
  public static ImportSpecifier importSpecifier(
      int start, int end, Node imported, Identifier local, boolean typeOnly) {
    return new ImportSpecifier(start, end, imported, local, typeOnly);
  }

  /** A {@link ImportDefaultSpecifier}. */
  public static ImportDefaultSpecifier importDefaultSpecifier(
      int start, int end, Identifier local) {
    return new ImportDefaultSpecifier(start, end, local);
  }

  /** A {@link ImportNamespaceSpecifier}. */
  public static ImportNamespaceSpecifier importNamespaceSpecifier(
      int start, int end, Identifier local) {
    return new ImportNamespaceSpecifier(start, end, local);
  }

  /** A {@link ImportAttribute}. */
  public static ImportAttribute importAttribute(int start, int end, Node key, Expression value) {
    return new ImportAttribute(start, end, key, value);
  }

  /** A {@link ExportNamedDeclaration}. */
  public static ExportNamedDeclaration exportNamedDeclaration(
      int start,
      int end,
      @Nullable Statement declaration,
      List<ExportSpecifier> specifiers,
      @Nullable StringLiteral source,
      List<ImportAttribute> attributes,
      boolean typeOnly) {
    return new ExportNamedDeclaration(
        start, end, declaration, specifiers, source, attributes, typeOnly);
  }

  /** A {@link ExportSpecifier}. */
  public static ExportSpecifier exportSpecifier(
      int start, int end, Node local, Node exported, boolean typeOnly) {
    return new ExportSpecifier(start, end, local, exported, typeOnly);
  }

  /** A {@link ExportDefaultDeclaration}. */
  public static ExportDefaultDeclaration exportDefaultDeclaration(
      int start, int end, Node declaration) {
    return new ExportDefaultDeclaration(start, end, declaration);
  }

  /** A {@link ExportAllDeclaration}. */
  public static ExportAllDeclaration exportAllDeclaration(
      int start,
      int end,
      @Nullable Node exported,
      StringLiteral source,
      List<ImportAttribute> attributes,
      boolean typeOnly) {
    return new ExportAllDeclaration(start, end, exported, source, attributes, typeOnly);
  }

  /** A {@link Identifier}. */
  public static Identifier identifier(
      int start,
      int end,
      String name,
      Identifier.Role role,
      @Nullable BindingAnnotation annotation) {
    return new Identifier(start, end, name, role, annotation);
  }

  /** A {@link PrivateIdentifier}. */
  public static PrivateIdentifier privateIdentifier(int start, int end, String name) {
    return new PrivateIdentifier(start, end, name);
  }

  /** A {@link StringLiteral}. */
  public static StringLiteral stringLiteral(int start, int end, String value) {
    return new StringLiteral(start, end, value);
  }

  /** A {@link NumericLiteral}. */
  public static NumericLiteral numericLiteral(int start, int end, double value) {
    return new NumericLiteral(start, end, value);
  }

  /** A {@link BigIntLiteral}. */
  public static BigIntLiteral bigIntLiteral(int start, int end, String value) {
    return new BigIntLiteral(start, end, value);
  }

  /** A {@link BooleanLiteral}. */
  public static BooleanLiteral booleanLiteral(int start, int end, boolean value) {
    return new BooleanLiteral(start, end, value);
  }

  /** A {@link NullLiteral}. */
  public static NullLiteral nullLiteral(int start, int end) {
    return new NullLiteral(start, end);
  }

  /** A {@link RegExpLiteral}. */
  public static RegExpLiteral regExpLiteral(int start, int end, String pattern, String flags) {
    return new RegExpLiteral(start, end, pattern, flags);
  }

  /** A {@link ThisExpression}. */
  public static ThisExpression thisExpression(int start, int end) {
    return new ThisExpression(start, end);
  }

  /** A {@link Super}. */
  public static Super superNode(int start, int end) {
    return new Super(start, end);
  }

  /** A {@link ArrayExpression}. */
  public static ArrayExpression arrayExpression(
      int start, int end, List<@Nullable Expression> elements) {
    return new ArrayExpression(start, end, elements);
  }

  /** A {@link ObjectExpression}. */
  public static ObjectExpression objectExpression(
      int start, int end, List<ObjectMember> properties) {
    return new ObjectExpression(start, end, properties);
  }

  /** A {@link Property}. */
  public static Property property(
      int start,
      int end,
      Expression key,
      Node value,
      PropertyKind propertyKind,
      boolean computed,
      boolean method,
      boolean shorthand) {
    return new Property(start, end, key, value, propertyKind, computed, method, shorthand);
  }

  /** A {@link SpreadElement}. */
  public static SpreadElement spreadElement(int start, int end, Expression argument) {
    return new SpreadElement(start, end, argument);
  }

  /** A {@link FunctionExpression}. */
  public static FunctionExpression functionExpression(
      int start,
      int end,
      @Nullable Identifier id,
      @Nullable TypeNode typeParameters,
      List<Pattern> params,
      @Nullable TypeNode returnType,
      @Nullable BlockStatement body,
      boolean async,
      boolean generator) {
    return new FunctionExpression(
        start, end, id, typeParameters, params, returnType, body, async, generator);
  }

  /** A {@link ArrowFunctionExpression}. */
  public static ArrowFunctionExpression arrowFunctionExpression(
      int start,
      int end,
      @Nullable TypeNode typeParameters,
      List<Pattern> params,
      @Nullable TypeNode returnType,
      Node body,
      boolean async) {
    return new ArrowFunctionExpression(start, end, typeParameters, params, returnType, body, async);
  }

  /** A {@link ClassExpression}. */
  public static ClassExpression classExpression(
      int start,
      int end,
      List<Decorator> decorators,
      @Nullable Identifier id,
      @Nullable TypeNode typeParameters,
      @Nullable Expression superClass,
      @Nullable TypeNode superTypeArguments,
      List<TypeNode> implementedTypes,
      ClassBody body,
      boolean isAbstract) {
    return new ClassExpression(
        start,
        end,
        decorators,
        id,
        typeParameters,
        superClass,
        superTypeArguments,
        implementedTypes,
        body,
        isAbstract);
  }

  /** A {@link UnaryExpression}. */
  public static UnaryExpression unaryExpression(
      int start, int end, UnaryOperator operator, Expression argument) {
    return new UnaryExpression(start, end, operator, argument);
  }

  /** A {@link UpdateExpression}. */
  public static UpdateExpression updateExpression(
      int start, int end, UpdateOperator operator, Expression argument, boolean prefix) {
    return new UpdateExpression(start, end, operator, argument, prefix);
  }

  /** A {@link BinaryExpression}. */
  public static BinaryExpression binaryExpression(
      int start, int end, BinaryOperator operator, Expression left, Expression right) {
    return new BinaryExpression(start, end, operator, left, right);
  }

  /** A {@link LogicalExpression}. */
  public static LogicalExpression logicalExpression(
      int start, int end, LogicalOperator operator, Expression left, Expression right) {
    return new LogicalExpression(start, end, operator, left, right);
  }

  /** A {@link AssignmentExpression}. */
  public static AssignmentExpression assignmentExpression(
      int start, int end, AssignmentOperator operator, Pattern left, Expression right) {
    return new AssignmentExpression(start, end, operator, left, right);
  }

  /** A {@link ConditionalExpression}. */
  public static ConditionalExpression conditionalExpression(
      int start, int end, Expression test, Expression consequent, Expression alternate) {
    return new ConditionalExpression(start, end, test, consequent, alternate);
  }

  /** A {@link CallExpression}. */
  public static CallExpression callExpression(
      int start,
      int end,
      Expression callee,
      @Nullable TypeNode typeArguments,
      List<Expression> arguments,
      boolean optional) {
    return new CallExpression(start, end, callee, typeArguments, arguments, optional);
  }

  /** A {@link NewExpression}. */
  public static NewExpression newExpression(
      int start,
      int end,
      Expression callee,
      @Nullable TypeNode typeArguments,
      List<Expression> arguments) {
    return new NewExpression(start, end, callee, typeArguments, arguments);
  }

  /** A {@link MemberExpression}. */
  public static MemberExpression memberExpression(
      int start,
      int end,
      Expression object,
      Expression property,
      boolean computed,
      boolean optional) {
    return new MemberExpression(start, end, object, property, computed, optional);
  }

  /** A {@link SequenceExpression}. */
  public static SequenceExpression sequenceExpression(
      int start, int end, List<Expression> expressions) {
    return new SequenceExpression(start, end, expressions);
  }

  /** A {@link TemplateLiteral}. */
  public static TemplateLiteral templateLiteral(
      int start, int end, List<TemplateElement> quasis, List<Expression> expressions) {
    return new TemplateLiteral(start, end, quasis, expressions);
  }

  /** A {@link TemplateElement}. */
  public static TemplateElement templateElement(
      int start, int end, @Nullable String cooked, boolean tail) {
    return new TemplateElement(start, end, cooked, tail);
  }

  /** A {@link TaggedTemplateExpression}. */
  public static TaggedTemplateExpression taggedTemplateExpression(
      int start, int end, Expression tag, @Nullable TypeNode typeArguments, TemplateLiteral quasi) {
    return new TaggedTemplateExpression(start, end, tag, typeArguments, quasi);
  }

  /** A {@link YieldExpression}. */
  public static YieldExpression yieldExpression(
      int start, int end, @Nullable Expression argument, boolean delegate) {
    return new YieldExpression(start, end, argument, delegate);
  }

  /** A {@link AwaitExpression}. */
  public static AwaitExpression awaitExpression(int start, int end, Expression argument) {
    return new AwaitExpression(start, end, argument);
  }

  /** A {@link ImportExpression}. */
  public static ImportExpression importExpression(
      int start, int end, Expression source, @Nullable Expression options, ImportPhase phase) {
    return new ImportExpression(start, end, source, options, phase);
  }

  /** A {@link MetaProperty}. */
  public static MetaProperty metaProperty(
      int start, int end, Identifier meta, Identifier property) {
    return new MetaProperty(start, end, meta, property);
  }

  /** A {@link ObjectPattern}. */
  public static ObjectPattern objectPattern(
      int start, int end, List<PatternMember> properties, @Nullable BindingAnnotation annotation) {
    return new ObjectPattern(start, end, properties, annotation);
  }

  /** A {@link ArrayPattern}. */
  public static ArrayPattern arrayPattern(
      int start,
      int end,
      List<@Nullable Pattern> elements,
      @Nullable BindingAnnotation annotation) {
    return new ArrayPattern(start, end, elements, annotation);
  }

  /** A {@link AssignmentPattern}. */
  public static AssignmentPattern assignmentPattern(
      int start, int end, Pattern left, Expression right) {
    return new AssignmentPattern(start, end, left, right);
  }

  /** A {@link RestElement}. */
  public static RestElement restElement(
      int start, int end, Pattern argument, @Nullable BindingAnnotation annotation) {
    return new RestElement(start, end, argument, annotation);
  }

  /** A {@link ClassBody}. */
  public static ClassBody classBody(int start, int end, List<ClassMember> body) {
    return new ClassBody(start, end, body);
  }

  /** A {@link MethodDefinition}. */
  public static MethodDefinition methodDefinition(
      int start,
      int end,
      List<Decorator> decorators,
      Expression key,
      FunctionExpression value,
      MethodKind methodKind,
      @Nullable Accessibility accessibility,
      boolean isStatic,
      boolean computed,
      boolean isAbstract,
      boolean override,
      boolean optional) {
    return new MethodDefinition(
        start,
        end,
        decorators,
        key,
        value,
        methodKind,
        accessibility,
        isStatic,
        computed,
        isAbstract,
        override,
        optional);
  }

  /** A {@link PropertyDefinition}. */
  public static PropertyDefinition propertyDefinition(
      int start,
      int end,
      List<Decorator> decorators,
      Expression key,
      @Nullable TypeNode typeAnnotation,
      @Nullable Expression value,
      @Nullable Accessibility accessibility,
      boolean isStatic,
      boolean computed,
      boolean isAbstract,
      boolean override,
      boolean optional,
      boolean definite,
      boolean readonly,
      boolean declare) {
    return new PropertyDefinition(
        start,
        end,
        decorators,
        key,
        typeAnnotation,
        value,
        accessibility,
        isStatic,
        computed,
        isAbstract,
        override,
        optional,
        definite,
        readonly,
        declare);
  }

  /** A {@link AccessorProperty}. */
  public static AccessorProperty accessorProperty(
      int start,
      int end,
      List<Decorator> decorators,
      Expression key,
      @Nullable TypeNode typeAnnotation,
      @Nullable Expression value,
      @Nullable Accessibility accessibility,
      boolean isStatic,
      boolean computed,
      boolean isAbstract,
      boolean override,
      boolean definite,
      boolean readonly,
      boolean declare) {
    return new AccessorProperty(
        start,
        end,
        decorators,
        key,
        typeAnnotation,
        value,
        accessibility,
        isStatic,
        computed,
        isAbstract,
        override,
        definite,
        readonly,
        declare);
  }

  /** A {@link StaticBlock}. */
  public static StaticBlock staticBlock(int start, int end, List<Statement> body) {
    return new StaticBlock(start, end, body);
  }

  /** A {@link TSIndexSignature}. */
  public static TSIndexSignature tsIndexSignature(
      int start, int end, TypeNode typeAnnotation, boolean isStatic, boolean readonly) {
    return new TSIndexSignature(start, end, typeAnnotation, isStatic, readonly);
  }

  /** A {@link Decorator}. */
  public static Decorator decorator(int start, int end, Expression expression) {
    return new Decorator(start, end, expression);
  }

  /** A {@link TypeNode}. */
  public static TypeNode typeNode(
      int start, int end, @Nullable String name, List<String> references) {
    return new TypeNode(start, end, name, references);
  }

  /** A {@link TSAsExpression}. */
  public static TSAsExpression tsAsExpression(
      int start, int end, Expression expression, TypeNode typeAnnotation) {
    return new TSAsExpression(start, end, expression, typeAnnotation);
  }

  /** A {@link TSSatisfiesExpression}. */
  public static TSSatisfiesExpression tsSatisfiesExpression(
      int start, int end, Expression expression, TypeNode typeAnnotation) {
    return new TSSatisfiesExpression(start, end, expression, typeAnnotation);
  }

  /** A {@link TSTypeAssertion}. */
  public static TSTypeAssertion tsTypeAssertion(
      int start, int end, TypeNode typeAnnotation, Expression expression) {
    return new TSTypeAssertion(start, end, typeAnnotation, expression);
  }

  /** A {@link TSNonNullExpression}. */
  public static TSNonNullExpression tsNonNullExpression(int start, int end, Expression expression) {
    return new TSNonNullExpression(start, end, expression);
  }

  /** A {@link TSInstantiationExpression}. */
  public static TSInstantiationExpression tsInstantiationExpression(
      int start, int end, Expression expression, TypeNode typeArguments) {
    return new TSInstantiationExpression(start, end, expression, typeArguments);
  }

  /** A {@link TSEnumDeclaration}. */
  public static TSEnumDeclaration tsEnumDeclaration(
      int start,
      int end,
      Identifier id,
      List<TSEnumMember> members,
      boolean isConst,
      boolean declare) {
    return new TSEnumDeclaration(start, end, id, members, isConst, declare);
  }

  /** A {@link TSEnumMember}. */
  public static TSEnumMember tsEnumMember(
      int start, int end, Expression id, @Nullable Expression initializer, boolean computed) {
    return new TSEnumMember(start, end, id, initializer, computed);
  }

  /** A {@link TSModuleDeclaration}. */
  public static TSModuleDeclaration tsModuleDeclaration(
      int start,
      int end,
      Node id,
      @Nullable TSModuleBlock body,
      ModuleKeyword moduleKind,
      boolean declare) {
    return new TSModuleDeclaration(start, end, id, body, moduleKind, declare);
  }

  /** A {@link TSModuleBlock}. */
  public static TSModuleBlock tsModuleBlock(int start, int end, List<Statement> body) {
    return new TSModuleBlock(start, end, body);
  }

  /** A {@link TSInterfaceDeclaration}. */
  public static TSInterfaceDeclaration tsInterfaceDeclaration(
      int start,
      int end,
      Identifier id,
      @Nullable TypeNode typeParameters,
      List<TypeNode> extendedTypes,
      TypeNode body,
      boolean declare) {
    return new TSInterfaceDeclaration(start, end, id, typeParameters, extendedTypes, body, declare);
  }

  /** A {@link TSTypeAliasDeclaration}. */
  public static TSTypeAliasDeclaration tsTypeAliasDeclaration(
      int start,
      int end,
      Identifier id,
      @Nullable TypeNode typeParameters,
      TypeNode typeAnnotation,
      boolean declare) {
    return new TSTypeAliasDeclaration(start, end, id, typeParameters, typeAnnotation, declare);
  }

  /** A {@link TSImportEqualsDeclaration}. */
  public static TSImportEqualsDeclaration tsImportEqualsDeclaration(
      int start, int end, Identifier id, Node moduleReference, boolean typeOnly, boolean exported) {
    return new TSImportEqualsDeclaration(start, end, id, moduleReference, typeOnly, exported);
  }

  /** A {@link TSExternalModuleReference}. */
  public static TSExternalModuleReference tsExternalModuleReference(
      int start, int end, Expression expression) {
    return new TSExternalModuleReference(start, end, expression);
  }

  /** A {@link TSQualifiedName}. */
  public static TSQualifiedName tsQualifiedName(int start, int end, Node left, Identifier right) {
    return new TSQualifiedName(start, end, left, right);
  }

  /** A {@link TSExportAssignment}. */
  public static TSExportAssignment tsExportAssignment(int start, int end, Expression expression) {
    return new TSExportAssignment(start, end, expression);
  }

  /** A {@link TSNamespaceExportDeclaration}. */
  public static TSNamespaceExportDeclaration tsNamespaceExportDeclaration(
      int start, int end, Identifier id) {
    return new TSNamespaceExportDeclaration(start, end, id);
  }

  /** A {@link TSParameterProperty}. */
  public static TSParameterProperty tsParameterProperty(
      int start,
      int end,
      List<Decorator> decorators,
      Pattern parameter,
      @Nullable Accessibility accessibility,
      boolean readonly,
      boolean override) {
    return new TSParameterProperty(
        start, end, decorators, parameter, accessibility, readonly, override);
  }

  /** A {@link JSXElement}. */
  public static JSXElement jsxElement(
      int start,
      int end,
      JSXOpeningElement openingElement,
      List<JSXChild> children,
      @Nullable JSXClosingElement closingElement) {
    return new JSXElement(start, end, openingElement, children, closingElement);
  }

  /** A {@link JSXFragment}. */
  public static JSXFragment jsxFragment(
      int start,
      int end,
      JSXOpeningFragment openingFragment,
      List<JSXChild> children,
      JSXClosingFragment closingFragment) {
    return new JSXFragment(start, end, openingFragment, children, closingFragment);
  }

  /** A {@link JSXOpeningElement}. */
  public static JSXOpeningElement jsxOpeningElement(
      int start,
      int end,
      JSXName name,
      @Nullable TypeNode typeArguments,
      List<JSXAttributeLike> attributes,
      boolean selfClosing) {
    return new JSXOpeningElement(start, end, name, typeArguments, attributes, selfClosing);
  }

  /** A {@link JSXClosingElement}. */
  public static JSXClosingElement jsxClosingElement(int start, int end, JSXName name) {
    return new JSXClosingElement(start, end, name);
  }

  /** A {@link JSXOpeningFragment}. */
  public static JSXOpeningFragment jsxOpeningFragment(int start, int end) {
    return new JSXOpeningFragment(start, end);
  }

  /** A {@link JSXClosingFragment}. */
  public static JSXClosingFragment jsxClosingFragment(int start, int end) {
    return new JSXClosingFragment(start, end);
  }

  /** A {@link JSXAttribute}. */
  public static JSXAttribute jsxAttribute(int start, int end, JSXName name, @Nullable Node value) {
    return new JSXAttribute(start, end, name, value);
  }

  /** A {@link JSXSpreadAttribute}. */
  public static JSXSpreadAttribute jsxSpreadAttribute(int start, int end, Expression argument) {
    return new JSXSpreadAttribute(start, end, argument);
  }

  /** A {@link JSXExpressionContainer}. */
  public static JSXExpressionContainer jsxExpressionContainer(int start, int end, Node expression) {
    return new JSXExpressionContainer(start, end, expression);
  }

  /** A {@link JSXEmptyExpression}. */
  public static JSXEmptyExpression jsxEmptyExpression(int start, int end) {
    return new JSXEmptyExpression(start, end);
  }

  /** A {@link JSXSpreadChild}. */
  public static JSXSpreadChild jsxSpreadChild(int start, int end, Expression expression) {
    return new JSXSpreadChild(start, end, expression);
  }

  /** A {@link JSXText}. */
  public static JSXText jsxText(int start, int end, String value) {
    return new JSXText(start, end, value);
  }

  /** A {@link JSXIdentifier}. */
  public static JSXIdentifier jsxIdentifier(int start, int end, String name) {
    return new JSXIdentifier(start, end, name);
  }

  /** A {@link JSXMemberExpression}. */
  public static JSXMemberExpression jsxMemberExpression(
      int start, int end, JSXName object, JSXIdentifier property) {
    return new JSXMemberExpression(start, end, object, property);
  }

  /** A {@link JSXNamespacedName}. */
  public static JSXNamespacedName jsxNamespacedName(
      int start, int end, JSXIdentifier namespace, JSXIdentifier localName) {
    return new JSXNamespacedName(start, end, namespace, localName);
  }
}
