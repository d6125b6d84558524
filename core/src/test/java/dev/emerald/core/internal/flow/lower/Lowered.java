package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.bind.Binder;
import dev.emerald.core.internal.bind.Binding;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.source.SourceText;

/** Lowers sources for tests, each a project of its own. */
final class Lowered {

  private Lowered() {}

  static FileFlow of(String path, String source) {
    Language language =
        path.endsWith(".tsx")
            ? Language.TSX
            : path.endsWith(".ts")
                ? Language.TS
                : path.endsWith(".jsx") ? Language.JSX : Language.JS;
    ParseOptions options = new ParseOptions(language, ParseOptions.Goal.UNAMBIGUOUS);
    SyntaxTree tree = SyntaxTree.of(Parser.parse(SourceText.of(path, source), options).program());
    Binding binding = Binder.bind(tree);
    return Lowering.lower(binding.names(), binding.scopes(ApiLinks.alone(binding.facts())));
  }
}
