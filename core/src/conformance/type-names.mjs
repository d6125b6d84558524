// Which names the types of a TSESTree refer to, worked out independently of our parser.

/** The names that a type of TSESTree refers to, in order. */
export function references(node) {
  const found = [];
  refer(node, found);
  return found;
}

function refer(node, found) {
  switch (node.type) {
    case 'TSTypeReference':
      if (nameOf(node) !== 'const') {
        found.push(nameOf(node));
      }
      referAll([node.typeArguments], found);
      return;
    case 'TSInterfaceHeritage':
    case 'TSClassImplements':
    case 'TSImportType':
      found.push(nameOf(node));
      referAll([node.typeArguments], found);
      return;
    case 'TSTypeQuery':
      if (node.exprName.type === 'TSImportType') {
        refer(node.exprName, found);
      } else {
        found.push(dotted(node.exprName));
      }
      referAll([node.typeArguments], found);
      return;
    case 'TSTypePredicate':
      if (node.parameterName.type === 'Identifier') {
        found.push(node.parameterName.name);
      }
      referAll([node.typeAnnotation], found);
      return;
    case 'TSTypeParameter':
      referAll([node.constraint, node.default], found);
      return;
    case 'TSMappedType':
      referAll([node.constraint, node.nameType, node.typeAnnotation], found);
      return;
    case 'TSPropertySignature':
    case 'TSMethodSignature': {
      const key = node.computed ? dotted(node.key) : null;
      if (key !== null) {
        found.push(key);
      }
      const { key: _, ...rest } = node;
      referAll(Object.values(rest).flat(), found);
      return;
    }
    case 'Identifier':
    case 'ArrayPattern':
    case 'ObjectPattern':
    case 'RestElement':
      referAll([node.typeAnnotation], found);
      return;
    case 'AssignmentPattern':
      referAll([node.left], found);
      return;
    default: {
      const { parent: _, ...rest } = node;
      referAll(Object.values(rest).flat(), found);
    }
  }
}

function referAll(values, found) {
  values
    .filter((value) => typeof value?.type === 'string' && (value.range || 'start' in value))
    .sort((a, b) => rangeOf(a)[0] - rangeOf(b)[0])
    .forEach((child) => refer(child, found));
}

/** The dotted name of an entity or an expression, or null if it is none. */
function dotted(node) {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'PrivateIdentifier':
      return `#${node.name}`;
    case 'ThisExpression':
      return 'this';
    case 'TSQualifiedName': {
      return `${dotted(node.left)}.${dotted(node.right)}`;
    }
    case 'MemberExpression': {
      const object = node.computed || node.optional ? null : dotted(node.object);
      return object === null ? null : `${object}.${dotted(node.property)}`;
    }
    default:
      return null;
  }
}

/** The name of a type that is one reference, else null. */
export function nameOf(node) {
  switch (node.type) {
    case 'TSTypeReference':
      return dotted(node.typeName);
    case 'TSInterfaceHeritage':
    case 'TSClassImplements':
      return dotted(node.expression);
    case 'TSImportType': {
      const source = node.source?.value ?? node.argument.literal.value;
      const name = `import('${source}')`;
      return node.qualifier ? `${name}.${dotted(node.qualifier)}` : name;
    }
    default:
      return null;
  }
}

/** Both offsets of a node. */
export function rangeOf(node) {
  return node.range ?? [node.start, node.end];
}
