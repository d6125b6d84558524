package dev.emerald.core.internal.parse;

import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.ast.SourceType;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.source.SourceText;
import java.util.List;

/**
 * Reads a text of JavaScript or TypeScript: ECMAScript 2026 with Annex B and decorators, TypeScript
 * 5.9, JSX. Early errors, those that a program has beyond its grammar, are not looked for.
 *
 * <p>Nothing is ever thrown. The work is bounded by the length of the text, the depth of recursion
 * by a counter; what is beyond a limit is left out and said.
 */
public final class Parser {

  private Parser() {}

  /**
   * Reads a text.
   *
   * @param source the text
   * @param options how to read it
   */
  public static ParseResult parse(SourceText source, ParseOptions options) {
    for (int maxDepth = ParserCore.MAX_DEPTH; maxDepth > 20; maxDepth /= 2) {
      try {
        return parse(source, options, maxDepth);
      } catch (StackOverflowError tooDeep) {
        // The caller has left less stack than the limit counts on: once more, with half the limit.
      }
    }
    return new ParseResult(
        program(source, options, List.of(), new CommentList(), false),
        List.of(new SyntaxDiagnostic(0, "no stack left to read this file")),
        true);
  }

  private static ParseResult parse(SourceText source, ParseOptions options, int maxDepth) {
    String text = source.text();
    boolean tooLong = text.length() > NodeFactory.MAX_OFFSET;
    if (tooLong) {
      text = text.substring(0, NodeFactory.MAX_OFFSET);
    }
    ParserCore core = new ParserCore(text, options, maxDepth);
    core.context = context(options);
    Grammar grammar = new Grammar(core);
    core.next();
    List<Statement> body = grammar.statements.program();
    if (core.comments.endsUnterminated(core.text, core.length)) {
      core.report(text.length(), "unterminated comment");
    }
    if (core.exhausted || tooLong) {
      core.report(core.end, "too much to read; the rest is left out");
    }
    boolean limitReached = core.limitReached || core.exhausted || tooLong;
    Program program = program(source, options, body, core.comments.trim(), core.moduleSyntax);
    return new ParseResult(program, core.diagnostics(), limitReached);
  }

  private static int context(ParseOptions options) {
    int context = ParserCore.TOP_LEVEL;
    if (options.goal() == ParseOptions.Goal.MODULE) {
      context |= ParserCore.ASYNC | ParserCore.STRICT;
    }
    if (options.language() == Language.DTS) {
      context |= ParserCore.AMBIENT;
    }
    return context;
  }

  private static Program program(
      SourceText source,
      ParseOptions options,
      List<Statement> body,
      CommentList comments,
      boolean moduleSyntax) {
    SourceType type =
        switch (options.goal()) {
          case SCRIPT -> SourceType.SCRIPT;
          case COMMONJS -> SourceType.COMMONJS;
          case MODULE -> SourceType.MODULE;
          case UNAMBIGUOUS -> moduleSyntax ? SourceType.MODULE : SourceType.COMMONJS;
        };
    int end = Math.min(source.length(), NodeFactory.MAX_OFFSET);
    return NodeFactory.program(0, end, body, type, comments, source);
  }
}
