package dev.emerald.core.internal.parse;

/** The parts of the grammar, which call one another. Made once for each file. */
final class Grammar {

  final Expressions expressions;
  final Operands operands;
  final Literals literals;
  final Arrows arrows;
  final Patterns patterns;
  final Functions functions;
  final Classes classes;
  final ClassMembers members;
  final Statements statements;
  final Loops loops;
  final Modules modules;
  final Jsx jsx;
  final Recovery recovery;
  final TypeParser types;
  final TypeScriptDeclarations declarations;

  Grammar(ParserCore core) {
    expressions = new Expressions(core, this);
    operands = new Operands(core, this);
    literals = new Literals(core, this);
    arrows = new Arrows(core, this);
    patterns = new Patterns(core, this);
    functions = new Functions(core, this);
    classes = new Classes(core, this);
    members = new ClassMembers(core, this);
    statements = new Statements(core, this);
    loops = new Loops(core, this);
    modules = new Modules(core, this);
    jsx = new Jsx(core, this);
    recovery = new Recovery(core);
    types = new TypeParser(core, this);
    declarations = new TypeScriptDeclarations(core, this);
  }
}
