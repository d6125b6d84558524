package dev.emerald.core.internal.bind;

import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.bind.links.ModuleTargets;
import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.JSXIdentifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A small project whose sources hold marks: {@code «a.b»} is the expression that is asked about,
 * {@code ‹a›} a declaring name. Files start with a line {@code // file: path}; a source without
 * such lines is one file, {@code main.js}, or {@code main.ts} if told so.
 */
final class MarkedProject {

  private static final String MODELS =
      """
      module express
      alias   Application() = express()
      alias   Router().{use,get,post}() = express.Router()
      handler {express(),express.Router(),express().route()}.{get,post,use}  -1  Request() Response() _
      handler {express(),express.Router()}.use  -1  _ Request() Response() _
      module koa
      handler {koa(),@koa/router()}.{use,get}  -1  Context() _
      module @hapi/hapi
      alias server() = @hapi/hapi.Server()
      handler @hapi/hapi.Server().route 0.handler Request() ResponseToolkit()
      """;

  private final Map<String, Marked> files = new LinkedHashMap<>();
  private final ApiLinks links;

  /** A file without its marks. */
  private static final class Marked {
    private final Binding binding;
    private final SyntaxTree tree;
    private final int from;
    private final int to;
    private final int declared;
    private @Nullable Scopes scopes;

    Marked(String path, String text) {
      StringBuilder plain = new StringBuilder();
      int start = -1;
      int end = -1;
      int declaration = -1;
      for (int i = 0; i < text.length(); i++) {
        switch (text.charAt(i)) {
          case '«' -> start = plain.length();
          case '»' -> end = plain.length();
          case '‹' -> declaration = plain.length();
          case '›' -> {
            // ends what '‹' starts
          }
          default -> plain.append(text.charAt(i));
        }
      }
      from = start;
      to = end;
      declared = declaration;
      tree = parse(path, plain.toString());
      binding = Binder.bind(tree);
    }
  }

  private MarkedProject(Map<String, String> sources) {
    List<ModuleFacts> facts = new ArrayList<>();
    sources.forEach(
        (path, text) -> {
          Marked marked = new Marked(path, text);
          files.put(path, marked);
          facts.add(marked.binding.facts());
        });
    links =
        ApiLinks.link(facts, this::target, ApiModels.parse(List.of(ApiModel.of("test", MODELS))));
  }

  /** A project of a marked source. */
  static MarkedProject of(String source) {
    return of("main.js", source);
  }

  /** A project of a marked source; {@code path} is that of its file if it names none. */
  static MarkedProject of(String path, String source) {
    Map<String, String> sources = new LinkedHashMap<>();
    String at = path;
    StringBuilder text = new StringBuilder();
    for (String line : source.split("\n", -1)) {
      if (line.startsWith("// file: ")) {
        if (!text.toString().isBlank()) {
          sources.put(at, text.toString());
        }
        at = line.substring(9).strip();
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    sources.put(at, text.toString());
    return new MarkedProject(sources);
  }

  /** The tree of a source. */
  static SyntaxTree parse(String path, String text) {
    Language language =
        path.endsWith(".tsx")
            ? Language.TSX
            : path.endsWith(".d.ts")
                ? Language.DTS
                : path.endsWith("ts") ? Language.TS : Language.JS;
    ParseOptions.Goal goal =
        path.endsWith(".mjs")
            ? ParseOptions.Goal.MODULE
            : path.endsWith(".cjs")
                ? ParseOptions.Goal.COMMONJS
                : path.endsWith(".script.js")
                    ? ParseOptions.Goal.SCRIPT
                    : ParseOptions.Goal.UNAMBIGUOUS;
    var result = Parser.parse(SourceText.of(path, text), new ParseOptions(language, goal));
    return SyntaxTree.of(result.program());
  }

  ApiLinks links() {
    return links;
  }

  Scopes scopes() {
    return scopes(asked());
  }

  Binding binding() {
    return asked().binding;
  }

  SyntaxTree tree() {
    return asked().tree;
  }

  /** The expression between {@code «} and {@code »}. */
  Expression expression() {
    Marked marked = asked();
    for (int i = 0; i < marked.tree.size(); i++) {
      Node node = marked.tree.node(i);
      if (node instanceof Expression expression
          && node.start() == marked.from
          && node.end() == marked.to
          && !(node instanceof Identifier id && id.role() == Identifier.Role.NAME)) {
        return expression;
      }
    }
    throw new NoSuchElementException(
        "no expression from "
            + marked.from
            + " to "
            + marked.to
            + " in "
            + marked.tree.program().source().text());
  }

  /** The name between {@code «} and {@code »}; where one text is two names, the one that refers. */
  Node nameNode() {
    Marked marked = asked();
    Node name = null;
    for (int i = 0; i < marked.tree.size(); i++) {
      Node node = marked.tree.node(i);
      if (node.start() == marked.from && node.end() == marked.to) {
        if (node instanceof Identifier || node instanceof JSXIdentifier) {
          name =
              node instanceof Identifier id && id.role() == Identifier.Role.NAME && name != null
                  ? name
                  : node;
        }
      }
    }
    if (name == null) {
      throw new NoSuchElementException("no name from " + marked.from + " to " + marked.to);
    }
    return name;
  }

  /** The declaring identifier that starts at {@code ‹}. */
  @Nullable Identifier declaration() {
    Marked marked = asked();
    Identifier found = null;
    for (int i = 0; i < marked.tree.size() && marked.declared >= 0; i++) {
      if (marked.tree.node(i) instanceof Identifier id && id.start() == marked.declared) {
        found = found == null || id.role() == Identifier.Role.BINDING ? id : found;
      }
    }
    return found;
  }

  private Marked asked() {
    for (Marked marked : files.values()) {
      if (marked.from >= 0) {
        return marked;
      }
    }
    return files.values().iterator().next();
  }

  private Scopes scopes(Marked marked) {
    if (marked.scopes == null) {
      marked.scopes = marked.binding.scopes(links);
    }
    return marked.scopes;
  }

  /** Relative paths with their extension left out, packages, and {@code ~/} for the root. */
  private ModuleTargets.Target target(String from, String specifier) {
    String name = specifier.startsWith("~/") ? "./" + specifier.substring(2) : specifier;
    if (!name.startsWith(".")) {
      return ModuleTargets.packagesAlone().resolve(from, name);
    }
    Path folder = specifier.startsWith("~/") ? null : Path.of(from).getParent();
    Path path = (folder == null ? Path.of(name) : folder.resolve(name)).normalize();
    for (String suffix : List.of("", ".js", ".ts", ".mjs", "/index.js", "/index.ts")) {
      String candidate = path.toString().replace('\\', '/') + suffix;
      if (files.containsKey(candidate)) {
        return ModuleTargets.Target.file(candidate);
      }
    }
    String script = path.toString().replace('\\', '/').replaceAll("\\.js$", ".ts");
    return files.containsKey(script)
        ? ModuleTargets.Target.file(script)
        : ModuleTargets.Target.nowhere();
  }
}
