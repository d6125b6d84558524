// Turns a tree of ESTree or TSESTree into the normal form that two trees are compared in: the shape
// of our own nodes, as TreeJson.java writes them. All departures of our tree are stated here.
//
//   - Literals are split by type; comments and raw texts are not nodes' parts.
//   - ChainExpression is dropped; parentheses are a flag (unknown where the other tree lacks it).
//   - Every type of TypeScript is one TypeNode with the names it refers to, parentheses included.
//   - TSDeclareFunction, TSEmptyBodyFunctionExpression and TSAbstract* are the usual nodes with a
//     null body or a flag. A decorated parameter with a default has its decorators on its left side.
//   - A class starts with its decorators, and so does its export if they stand before it.
//   - `export import a = b` is one TSImportEqualsDeclaration.
//   - The spans of template elements leave out the delimiters; the program spans the whole text.
//
// An identifier's role is worked out from its place.

import { nameOf, rangeOf, references } from './type-names.mjs';

const KEYWORD_OF_MODULE = new Set(['namespace', 'module', 'global']);

export function toNormalForm({ program, comments, parenthesesKnown = false }, source) {
  return new Normalizer(source, comments, parenthesesKnown).program(program);
}

class Normalizer {
  constructor(source, comments, parenthesesKnown) {
    this.source = source;
    this.parenthesesKnown = parenthesesKnown;
    this.commentEnds = new Map();
    this.commentStarts = new Map();
    for (const comment of comments) {
      const [start, end] = rangeOf(comment);
      this.commentEnds.set(end, start);
      this.commentStarts.set(start, end);
    }
  }

  program(node) {
    return {
      type: 'Program',
      start: 0,
      end: this.source.length,
      body: this.all(node.body),
      sourceType: undefined,
    };
  }

  make(type, node, parts) {
    const [start, end] = rangeOf(node);
    const made = { type, start, end, ...parts };
    if (this.parenthesesKnown) {
      made.parenthesized = Boolean(node.extra?.parenthesized);
    }
    return made;
  }

  all(nodes) {
    return nodes.map((node) => this.node(node));
  }

  node(node) {
    if (node === null || node === undefined) {
      return null;
    }
    const convert = NODES[node.type];
    if (convert === undefined) {
      throw new Error(`no normal form of ${node.type}`);
    }
    return convert(this, node);
  }

  identifier(node, role) {
    return this.make('Identifier', node, {
      name: node.name,
      role,
      typeAnnotation: this.annotation(node.typeAnnotation),
      decorators: this.all(node.decorators ?? []),
      optional: Boolean(node.optional),
    });
  }

  /** A name that is nothing a scope resolves, or a string in its place. */
  name(node) {
    if (node === null || node === undefined) {
      return null;
    }
    return node.type === 'Identifier' ? this.identifier(node, 'name') : this.node(node);
  }

  key(node, computed) {
    return computed ? this.node(node) : this.name(node);
  }

  label(node) {
    return node ? this.identifier(node, 'label') : null;
  }

  binding(node) {
    return this.pattern(node, 'binding');
  }

  target(node) {
    return this.pattern(node, 'reference');
  }

  pattern(node, role) {
    if (node === null || node === undefined) {
      return null;
    }
    const parts = () => ({
      typeAnnotation: this.annotation(node.typeAnnotation),
      decorators: this.all(node.decorators ?? []),
      optional: Boolean(node.optional),
    });
    switch (node.type) {
      case 'Identifier':
        return this.identifier(node, role);
      case 'ArrayPattern':
        return this.make('ArrayPattern', node, {
          elements: node.elements.map((element) => this.pattern(element, role)),
          ...parts(),
        });
      case 'ObjectPattern':
        return this.make('ObjectPattern', node, {
          properties: node.properties.map((property) => this.pattern(property, role)),
          ...parts(),
        });
      case 'Property':
        return this.make('Property', node, {
          key: this.key(node.key, node.computed),
          value: this.pattern(node.value, role),
          propertyKind: 'init',
          computed: node.computed,
          method: false,
          shorthand: node.shorthand,
        });
      case 'RestElement':
        return this.make('RestElement', node, {
          argument: this.pattern(node.argument, role),
          ...parts(),
        });
      case 'AssignmentPattern': {
        const left = this.pattern(node.left, role);
        if (node.decorators?.length > 0) {
          left.decorators = this.all(node.decorators);
        }
        return this.make('AssignmentPattern', node, { left, right: this.node(node.right) });
      }
      case 'TSParameterProperty':
        return this.make('TSParameterProperty', node, {
          decorators: this.all(node.decorators ?? []),
          parameter: this.pattern(node.parameter, role),
          accessibility: node.accessibility ?? null,
          readonly: Boolean(node.readonly),
          override: Boolean(node.override),
        });
      default:
        return this.node(node);
    }
  }

  params(node) {
    return node.params.map((param) => this.binding(param));
  }

  functionParts(node) {
    return {
      id: node.id ? this.identifier(node.id, 'binding') : null,
      typeParameters: this.type(node.typeParameters),
      params: this.params(node),
      returnType: this.annotation(node.returnType),
      body: this.node(node.body),
      async: node.async,
      generator: node.generator,
    };
  }

  classParts(node) {
    return {
      decorators: this.all(node.decorators ?? []),
      id: node.id ? this.identifier(node.id, 'binding') : null,
      typeParameters: this.type(node.typeParameters),
      superClass: this.node(node.superClass),
      superTypeArguments: this.type(node.superTypeArguments),
      implementedTypes: (node.implements ?? []).map((type) => this.type(type)),
      body: this.node(node.body),
      isAbstract: Boolean(node.abstract),
    };
  }

  memberParts(node) {
    return {
      decorators: this.all(node.decorators ?? []),
      key: this.key(node.key, node.computed),
      accessibility: node.accessibility ?? null,
      isStatic: node.static,
      computed: node.computed,
      isAbstract: node.type.startsWith('TSAbstract'),
      override: Boolean(node.override),
    };
  }

  fieldParts(node) {
    return {
      ...this.memberParts(node),
      typeAnnotation: this.annotation(node.typeAnnotation),
      value: this.node(node.value),
      definite: Boolean(node.definite),
      readonly: Boolean(node.readonly),
      declare: Boolean(node.declare),
    };
  }

  /** The object or callee of a chain: whether parentheses end an optional chain is known. */
  chained(node) {
    const converted = this.node(node);
    if (node.type === 'ChainExpression') {
      converted.parenthesized = true;
    } else if (converted.parenthesized === undefined && isChainPart(node)) {
      converted.parenthesized = false;
    }
    return converted;
  }

  // Types.

  annotation(node) {
    return node ? this.type(node.typeAnnotation) : null;
  }

  type(node) {
    if (node === null || node === undefined) {
      return null;
    }
    let [start, end] = rangeOf(node);
    for (;;) {
      const before = this.skipBack(start);
      const after = this.skipForward(end);
      if (this.source[before - 1] !== '(' || this.source[after] !== ')') {
        break;
      }
      start = before - 1;
      end = after + 1;
    }
    return { type: 'TypeNode', start, end, name: nameOf(node), references: references(node) };
  }

  skipBack(from) {
    let at = from;
    for (;;) {
      if (this.commentEnds.has(at)) {
        at = this.commentEnds.get(at);
      } else if (at > 0 && /\s/.test(this.source[at - 1])) {
        at--;
      } else {
        return at;
      }
    }
  }

  skipForward(from) {
    let at = from;
    for (;;) {
      if (this.commentStarts.has(at)) {
        at = this.commentStarts.get(at);
      } else if (at < this.source.length && /\s/.test(this.source[at])) {
        at++;
      } else {
        return at;
      }
    }
  }
}

function isChainPart(node) {
  let at = node;
  for (;;) {
    if (at.type === 'MemberExpression') {
      if (at.optional) {
        return true;
      }
      at = at.object;
    } else if (at.type === 'CallExpression') {
      if (at.optional) {
        return true;
      }
      at = at.callee;
    } else if (at.type === 'TSNonNullExpression') {
      at = at.expression;
    } else {
      return false;
    }
  }
}

const same = (...parts) => (n, node) => {
  const made = {};
  for (const part of parts) {
    const value = node[part];
    if (Array.isArray(value)) {
      made[part] = n.all(value);
    } else if (value !== null && typeof value === 'object') {
      made[part] = n.node(value);
    } else {
      made[part] = value ?? null;
    }
  }
  return n.make(node.type, node, made);
};

const binary = (n, node) =>
  n.make(node.type, node, {
    operator: node.operator,
    left: n.node(node.left),
    right: n.node(node.right),
  });

const functionDeclaration = (n, node) =>
  n.make('FunctionDeclaration', node, {
    ...n.functionParts(node),
    declare: Boolean(node.declare),
  });

const functionExpression = (n, node) =>
  n.make('FunctionExpression', node, n.functionParts(node));

const method = (n, node) =>
  n.make('MethodDefinition', node, {
    ...n.memberParts(node),
    value: n.node(node.value),
    methodKind: node.kind,
    optional: Boolean(node.optional),
  });

const field = (n, node) =>
  n.make('PropertyDefinition', node, {
    ...n.fieldParts(node),
    optional: Boolean(node.optional),
  });

const accessor = (n, node) => n.make('AccessorProperty', node, n.fieldParts(node));

const loopHead = (n, node) =>
  node.type === 'VariableDeclaration' ? n.node(node) : n.target(node);

const NODES = {
  ExpressionStatement: (n, node) =>
    n.make('ExpressionStatement', node, {
      expression: n.node(node.expression),
      directive: node.directive ?? null,
    }),
  BlockStatement: same('body'),
  EmptyStatement: same(),
  DebuggerStatement: same(),
  WithStatement: same('object', 'body'),
  ReturnStatement: same('argument'),
  LabeledStatement: (n, node) =>
    n.make('LabeledStatement', node, { label: n.label(node.label), body: n.node(node.body) }),
  BreakStatement: (n, node) => n.make('BreakStatement', node, { label: n.label(node.label) }),
  ContinueStatement: (n, node) =>
    n.make('ContinueStatement', node, { label: n.label(node.label) }),
  IfStatement: same('test', 'consequent', 'alternate'),
  SwitchStatement: same('discriminant', 'cases'),
  SwitchCase: same('test', 'consequent'),
  ThrowStatement: same('argument'),
  TryStatement: same('block', 'handler', 'finalizer'),
  CatchClause: (n, node) =>
    n.make('CatchClause', node, { param: n.binding(node.param), body: n.node(node.body) }),
  WhileStatement: same('test', 'body'),
  DoWhileStatement: same('body', 'test'),
  ForStatement: same('init', 'test', 'update', 'body'),
  ForInStatement: (n, node) =>
    n.make('ForInStatement', node, {
      left: loopHead(n, node.left),
      right: n.node(node.right),
      body: n.node(node.body),
    }),
  ForOfStatement: (n, node) =>
    n.make('ForOfStatement', node, {
      left: loopHead(n, node.left),
      right: n.node(node.right),
      body: n.node(node.body),
      await: node.await,
    }),
  FunctionDeclaration: functionDeclaration,
  TSDeclareFunction: functionDeclaration,
  VariableDeclaration: (n, node) =>
    n.make('VariableDeclaration', node, {
      declarationKind: node.kind.replace(' ', '_'),
      declarations: n.all(node.declarations),
      declare: Boolean(node.declare),
    }),
  VariableDeclarator: (n, node) =>
    n.make('VariableDeclarator', node, {
      id: n.binding(node.id),
      init: n.node(node.init),
      definite: Boolean(node.definite),
    }),
  ClassDeclaration: (n, node) =>
    n.make('ClassDeclaration', node, { ...n.classParts(node), declare: Boolean(node.declare) }),
  ImportDeclaration: (n, node) =>
    n.make('ImportDeclaration', node, {
      specifiers: n.all(node.specifiers),
      source: n.node(node.source),
      attributes: n.all(node.attributes ?? []),
      typeOnly: node.importKind === 'type',
      phase: node.phase ?? 'evaluation',
    }),
  ImportSpecifier: (n, node) =>
    n.make('ImportSpecifier', node, {
      imported: n.name(node.imported),
      local: n.identifier(node.local, 'binding'),
      typeOnly: node.importKind === 'type',
    }),
  ImportDefaultSpecifier: (n, node) =>
    n.make('ImportDefaultSpecifier', node, { local: n.identifier(node.local, 'binding') }),
  ImportNamespaceSpecifier: (n, node) =>
    n.make('ImportNamespaceSpecifier', node, { local: n.identifier(node.local, 'binding') }),
  ImportAttribute: (n, node) =>
    n.make('ImportAttribute', node, { key: n.name(node.key), value: n.node(node.value) }),
  ExportNamedDeclaration: (n, node) => {
    if (node.declaration?.type === 'TSImportEqualsDeclaration') {
      const { start, end } = n.make('', node, {});
      return { ...n.node(node.declaration), start, end, exported: true };
    }
    return exportOf(n, 'ExportNamedDeclaration', node, {
      declaration: n.node(node.declaration),
      specifiers: node.specifiers.map((specifier) => exportSpecifier(n, specifier, node.source)),
      source: n.node(node.source),
      attributes: n.all(node.attributes ?? []),
      typeOnly: node.exportKind === 'type',
    });
  },
  ExportDefaultDeclaration: (n, node) =>
    exportOf(n, 'ExportDefaultDeclaration', node, { declaration: n.node(node.declaration) }),
  ExportAllDeclaration: (n, node) =>
    n.make('ExportAllDeclaration', node, {
      exported: n.name(node.exported),
      source: n.node(node.source),
      attributes: n.all(node.attributes ?? []),
      typeOnly: node.exportKind === 'type',
    }),
  Identifier: (n, node) => n.identifier(node, 'reference'),
  PrivateIdentifier: same('name'),
  Literal: (n, node) => {
    if (node.regex) {
      return n.make('RegExpLiteral', node, {
        pattern: node.regex.pattern,
        flags: node.regex.flags,
      });
    }
    if (typeof node.bigint === 'string') {
      return n.make('BigIntLiteral', node, { value: BigInt(node.bigint).toString() });
    }
    switch (typeof node.value) {
      case 'string':
        return n.make('StringLiteral', node, { value: node.value });
      case 'number':
        return n.make('NumericLiteral', node, {
          value: Number.isFinite(node.value) ? node.value : String(node.value),
        });
      case 'boolean':
        return n.make('BooleanLiteral', node, { value: node.value });
      default:
        return n.make('NullLiteral', node, {});
    }
  },
  ThisExpression: same(),
  Super: same(),
  ArrayExpression: same('elements'),
  ObjectExpression: same('properties'),
  Property: (n, node) =>
    n.make('Property', node, {
      key: n.key(node.key, node.computed),
      value: n.node(node.value),
      propertyKind: node.kind,
      computed: node.computed,
      method: node.method,
      shorthand: node.shorthand,
    }),
  SpreadElement: same('argument'),
  FunctionExpression: functionExpression,
  TSEmptyBodyFunctionExpression: functionExpression,
  ArrowFunctionExpression: (n, node) =>
    n.make('ArrowFunctionExpression', node, {
      ...n.functionParts({ ...node, id: null, generator: false }),
      expression: node.body.type !== 'BlockStatement',
    }),
  ClassExpression: (n, node) => n.make('ClassExpression', node, n.classParts(node)),
  UnaryExpression: same('operator', 'argument'),
  UpdateExpression: (n, node) =>
    n.make('UpdateExpression', node, {
      operator: node.operator,
      argument: n.node(node.argument),
      prefix: node.prefix,
    }),
  BinaryExpression: binary,
  LogicalExpression: binary,
  AssignmentExpression: (n, node) =>
    n.make('AssignmentExpression', node, {
      operator: node.operator,
      left: n.target(node.left),
      right: n.node(node.right),
    }),
  ConditionalExpression: same('test', 'consequent', 'alternate'),
  ChainExpression: (n, node) => {
    const { parenthesized } = n.make('', node, {});
    return { ...n.node(node.expression), ...(n.parenthesesKnown ? { parenthesized } : {}) };
  },
  CallExpression: (n, node) =>
    n.make('CallExpression', node, {
      callee: n.chained(node.callee),
      typeArguments: n.type(node.typeArguments),
      arguments: n.all(node.arguments),
      optional: Boolean(node.optional),
    }),
  NewExpression: (n, node) =>
    n.make('NewExpression', node, {
      callee: n.node(node.callee),
      typeArguments: n.type(node.typeArguments),
      arguments: n.all(node.arguments),
    }),
  MemberExpression: (n, node) =>
    n.make('MemberExpression', node, {
      object: n.chained(node.object),
      property: n.key(node.property, node.computed),
      computed: node.computed,
      optional: Boolean(node.optional),
    }),
  SequenceExpression: same('expressions'),
  TemplateLiteral: same('quasis', 'expressions'),
  TemplateElement: (n, node) => {
    const made = n.make('TemplateElement', node, {
      cooked: node.value.cooked ?? null,
      tail: node.tail,
    });
    if (node.range && made.end - made.start > node.value.raw.length) {
      made.start += 1;
      made.end -= node.tail ? 1 : 2;
    }
    return made;
  },
  TaggedTemplateExpression: (n, node) =>
    n.make('TaggedTemplateExpression', node, {
      tag: n.chained(node.tag),
      typeArguments: n.type(node.typeArguments),
      quasi: n.node(node.quasi),
    }),
  YieldExpression: (n, node) =>
    n.make('YieldExpression', node, {
      argument: n.node(node.argument),
      delegate: node.delegate,
    }),
  AwaitExpression: same('argument'),
  ImportExpression: (n, node) =>
    n.make('ImportExpression', node, {
      source: n.node(node.source),
      options: n.node(node.options),
      phase: node.phase ?? 'evaluation',
    }),
  MetaProperty: (n, node) =>
    n.make('MetaProperty', node, { meta: n.name(node.meta), property: n.name(node.property) }),
  ClassBody: same('body'),
  MethodDefinition: method,
  TSAbstractMethodDefinition: method,
  PropertyDefinition: field,
  TSAbstractPropertyDefinition: field,
  AccessorProperty: accessor,
  TSAbstractAccessorProperty: accessor,
  StaticBlock: same('body'),
  TSIndexSignature: (n, node) => {
    const bracket = n.source.lastIndexOf('[', rangeOf(node.parameters[0])[0]);
    const { end } = n.make('', node.typeAnnotation ?? node.parameters[0], {});
    return n.make('TSIndexSignature', node, {
      typeAnnotation: {
        type: 'TypeNode',
        start: bracket,
        end: node.typeAnnotation ? end : undefined,
        name: null,
        references: references(node),
      },
      isStatic: Boolean(node.static),
      readonly: Boolean(node.readonly),
    });
  },
  Decorator: same('expression'),
  TSAsExpression: (n, node) =>
    n.make('TSAsExpression', node, {
      expression: n.node(node.expression),
      typeAnnotation: n.type(node.typeAnnotation),
    }),
  TSSatisfiesExpression: (n, node) =>
    n.make('TSSatisfiesExpression', node, {
      expression: n.node(node.expression),
      typeAnnotation: n.type(node.typeAnnotation),
    }),
  TSTypeAssertion: (n, node) =>
    n.make('TSTypeAssertion', node, {
      typeAnnotation: n.type(node.typeAnnotation),
      expression: n.node(node.expression),
    }),
  TSNonNullExpression: (n, node) =>
    n.make('TSNonNullExpression', node, { expression: n.chained(node.expression) }),
  TSInstantiationExpression: (n, node) =>
    n.make('TSInstantiationExpression', node, {
      expression: n.node(node.expression),
      typeArguments: n.type(node.typeArguments),
    }),
  TSEnumDeclaration: (n, node) =>
    n.make('TSEnumDeclaration', node, {
      id: n.identifier(node.id, 'binding'),
      members: n.all((node.body ?? node).members),
      isConst: Boolean(node.const),
      declare: Boolean(node.declare),
    }),
  TSEnumMember: (n, node) =>
    n.make('TSEnumMember', node, {
      id: n.key(node.id, false),
      initializer: n.node(node.initializer),
      computed: Boolean(node.computed),
    }),
  TSModuleDeclaration: (n, node) => {
    if (!KEYWORD_OF_MODULE.has(node.kind)) {
      throw new Error(`no such module keyword: ${node.kind}`);
    }
    return n.make('TSModuleDeclaration', node, {
      id: entity(n, node.id, node.kind === 'global' ? 'name' : 'binding'),
      body: n.node(node.body),
      moduleKind: node.kind,
      declare: Boolean(node.declare),
    });
  },
  TSModuleBlock: same('body'),
  TSInterfaceDeclaration: (n, node) =>
    n.make('TSInterfaceDeclaration', node, {
      id: n.identifier(node.id, 'binding'),
      typeParameters: n.type(node.typeParameters),
      extendedTypes: node.extends.map((type) => n.type(type)),
      body: n.type(node.body),
      declare: Boolean(node.declare),
    }),
  TSTypeAliasDeclaration: (n, node) =>
    n.make('TSTypeAliasDeclaration', node, {
      id: n.identifier(node.id, 'binding'),
      typeParameters: n.type(node.typeParameters),
      typeAnnotation: n.type(node.typeAnnotation),
      declare: Boolean(node.declare),
    }),
  TSImportEqualsDeclaration: (n, node) =>
    n.make('TSImportEqualsDeclaration', node, {
      id: n.identifier(node.id, 'binding'),
      moduleReference: entity(n, node.moduleReference, 'reference'),
      typeOnly: node.importKind === 'type',
      exported: false,
    }),
  TSExternalModuleReference: same('expression'),
  TSExportAssignment: same('expression'),
  TSNamespaceExportDeclaration: (n, node) =>
    n.make('TSNamespaceExportDeclaration', node, { id: n.identifier(node.id, 'name') }),
  JSXElement: same('openingElement', 'children', 'closingElement'),
  JSXFragment: same('openingFragment', 'children', 'closingFragment'),
  JSXOpeningElement: (n, node) =>
    n.make('JSXOpeningElement', node, {
      name: n.node(node.name),
      typeArguments: n.type(node.typeArguments),
      attributes: n.all(node.attributes),
      selfClosing: node.selfClosing,
    }),
  JSXClosingElement: same('name'),
  JSXOpeningFragment: (n, node) => n.make('JSXOpeningFragment', node, {}),
  JSXClosingFragment: (n, node) => n.make('JSXClosingFragment', node, {}),
  JSXAttribute: same('name', 'value'),
  JSXSpreadAttribute: same('argument'),
  JSXExpressionContainer: same('expression'),
  JSXEmptyExpression: same(),
  JSXSpreadChild: same('expression'),
  JSXText: same('value'),
  JSXIdentifier: same('name'),
  JSXMemberExpression: same('object', 'property'),
  JSXNamespacedName: (n, node) =>
    n.make('JSXNamespacedName', node, {
      namespace: n.node(node.namespace),
      localName: n.node(node.name),
    }),
};

/** An export that starts with the decorators of its class, if they stand before it. */
function exportOf(n, type, node, parts) {
  const made = n.make(type, node, parts);
  const first = made.declaration?.decorators?.[0];
  if (first !== undefined && first.start < made.start) {
    made.start = first.start;
    made.declaration.start = first.start;
  }
  return made;
}

/** What a specifier exports is a variable of this file, unless it comes from another module. */
function exportSpecifier(n, node, source) {
  const local =
    source || node.local.type !== 'Identifier'
      ? n.name(node.local)
      : n.identifier(node.local, 'reference');
  return n.make('ExportSpecifier', node, {
    local,
    exported: n.name(node.exported),
    typeOnly: node.exportKind === 'type',
  });
}

function entity(n, node, role) {
  switch (node.type) {
    case 'Identifier':
      return n.identifier(node, role);
    case 'TSQualifiedName':
      return n.make('TSQualifiedName', node, {
        left: entity(n, node.left, role),
        right: n.identifier(node.right, 'name'),
      });
    default:
      return n.node(node);
  }
}
