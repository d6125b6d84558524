package dev.emerald.core.internal.parse;

import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parses texts for tests and writes trees as text. */
final class Trees {

  private Trees() {}

  static ParseResult parse(String text, Language language, ParseOptions.Goal goal) {
    return Parser.parse(SourceText.of("file", text), new ParseOptions(language, goal));
  }

  static ParseResult parse(String text, Language language) {
    return parse(text, language, ParseOptions.Goal.UNAMBIGUOUS);
  }

  /** The statements of a text that has to be valid, separated by blanks. */
  static String tree(String text, Language language) {
    ParseResult result = parse(text, language);
    if (!result.diagnostics().isEmpty()) {
      return result.diagnostics().toString();
    }
    return statements(result.program());
  }

  static String js(String text) {
    return tree(text, Language.JS);
  }

  static String ts(String text) {
    return tree(text, Language.TS);
  }

  /** {@code Kind(child child)}; a leaf is its text. Expression statements are left out. */
  static String statements(Program program) {
    return program.body().stream()
        .map(statement -> text(statement, program.source()))
        .collect(Collectors.joining(" "));
  }

  static String text(Node node, SourceText source) {
    List<Node> children = new ArrayList<>();
    node.forEachChild(children::add);
    if (node.kind() == NodeKind.EXPRESSION_STATEMENT) {
      return text(children.get(0), source);
    }
    String flag = node.parenthesized() ? "'" : "";
    if (children.isEmpty()) {
      return source.slice(node.start(), node.end()) + flag;
    }
    return node.getClass().getSimpleName()
        + flag
        + children.stream()
            .map(child -> text(child, source))
            .collect(Collectors.joining(" ", "(", ")"));
  }
}
