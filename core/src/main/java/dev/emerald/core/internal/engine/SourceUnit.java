package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.bind.Binder;
import dev.emerald.core.internal.bind.Binding;
import dev.emerald.core.internal.files.RelativePaths;
import dev.emerald.core.internal.files.SourceFile;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.ParseOptions.Goal;
import dev.emerald.core.internal.parse.ParseResult;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.core.internal.parse.SyntaxDiagnostic;
import dev.emerald.spi.ast.SourceType;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import java.util.function.Consumer;

/** A source file that was parsed and whose names are resolved. For use by one thread at a time. */
record SourceUnit(SyntaxTree tree, Binding binding) {

  /** Parses a text and resolves its names. */
  static SourceUnit of(SourceFile file, SourceText text, Consumer<Notice> notices) {
    ParseResult result = Parser.parse(text, new ParseOptions(language(file), goal(file)));
    if (!result.diagnostics().isEmpty() || result.limitReached()) {
      notices.accept(notice(text, result));
    }
    SyntaxTree tree = SyntaxTree.of(result.program());
    return new SourceUnit(tree, Binder.bind(tree));
  }

  private static Notice notice(SourceText text, ParseResult result) {
    List<SyntaxDiagnostic> diagnostics = result.diagnostics();
    NoticeKind kind = result.limitReached() ? NoticeKind.LIMIT_REACHED : NoticeKind.SYNTAX_ERROR;
    if (diagnostics.isEmpty()) {
      return Notice.of(kind, "too long or too deeply nested; part of it is left out", text.path());
    }
    SyntaxDiagnostic first = diagnostics.get(0);
    int more = diagnostics.size() - 1;
    String message =
        first.message()
            + " in column "
            + text.position(first.offset()).column()
            + (more == 0 ? "" : "; " + more + " more such " + (more == 1 ? "place" : "places"));
    return Notice.of(kind, message, text.path(), text.lineAt(first.offset()));
  }

  private static Language language(SourceFile file) {
    return switch (file.language()) {
      case JAVASCRIPT -> file.path().endsWith(".jsx") ? Language.JSX : Language.JS;
      case TYPESCRIPT -> Language.TS;
      case TSX -> Language.TSX;
      case DECLARATION -> Language.DTS;
    };
  }

  /**
   * A package.json that says CommonJS is not believed: bundlers and compilers take import
   * statements all the same.
   */
  private static Goal goal(SourceFile file) {
    if (file.sourceType().orElse(null) == SourceType.MODULE) {
      return Goal.MODULE;
    }
    String name = RelativePaths.nameOf(file.path());
    return name.endsWith(".cjs") || name.endsWith(".cts") ? Goal.COMMONJS : Goal.UNAMBIGUOUS;
  }
}
