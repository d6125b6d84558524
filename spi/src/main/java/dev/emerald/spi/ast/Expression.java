package dev.emerald.spi.ast;

/**
 * An expression: a name, a literal, an operator and so on. Also what stands in place of one: {@link
 * Super}, {@link PrivateIdentifier}, {@link SpreadElement}.
 */
public sealed interface Expression extends Node
    permits ArrayExpression,
        ArrowFunctionExpression,
        AssignmentExpression,
        AwaitExpression,
        BinaryExpression,
        CallExpression,
        ClassExpression,
        ConditionalExpression,
        FunctionExpression,
        Identifier,
        ImportExpression,
        Invocation,
        JSXElement,
        JSXFragment,
        Literal,
        LogicalExpression,
        MemberExpression,
        MetaProperty,
        NewExpression,
        ObjectExpression,
        PrivateIdentifier,
        SequenceExpression,
        SpreadElement,
        Super,
        TSAsExpression,
        TSInstantiationExpression,
        TSNonNullExpression,
        TSSatisfiesExpression,
        TSTypeAssertion,
        TaggedTemplateExpression,
        TemplateLiteral,
        ThisExpression,
        UnaryExpression,
        UpdateExpression,
        YieldExpression {}
