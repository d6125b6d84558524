package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.links.Value;
import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.TSInterfaceDeclaration;
import dev.emerald.spi.ast.TSTypeAliasDeclaration;
import dev.emerald.spi.ast.TypeNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of declared types, where the type is one name. */
final class TypeValues {

  private static final int MAX_TEXT = 200;

  /** Types of the platform; other undeclared names may be type parameters. */
  private static final Set<String> PLATFORM =
      Set.of(
          "Buffer",
          "URL",
          "URLSearchParams",
          "Request",
          "Response",
          "Headers",
          "FormData",
          "Blob",
          "File",
          "WebSocket",
          "EventSource",
          "Worker",
          "XMLHttpRequest",
          "Document",
          "Window",
          "Storage",
          "Express",
          "TextDecoder",
          "TextEncoder",
          "EventTarget");

  /** What a type query starts with: the type of a value, not of its instances. */
  private static final String QUERY = "typeof ";

  private final Evaluator evaluator;

  TypeValues(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** A value of a type, or null. */
  @Nullable Value declared(TypeNode type) {
    String name = name(type);
    return name == null ? null : evaluator.guarded(type, () -> named(name, type.number()));
  }

  /** The value that is known of something with a declared type: a global says less than a type. */
  @Nullable Value better(@Nullable Value value, @Nullable TypeNode type) {
    if (type == null) {
      return value;
    }
    if (value != null && value != LocalValue.Special.ITSELF) {
      String name = value instanceof LocalValue ? null : evaluator.linkage.name(value);
      if (name == null || !name.startsWith("globalThis.")) {
        return value;
      }
    }
    Value declared = declared(type);
    return declared == null ? value : declared;
  }

  /** The one name that a type is made of: alone, or absent, or promised. */
  private @Nullable String name(TypeNode type) {
    String name = type.name();
    if (name != null && !name.equals("Promise")) {
      return name;
    }
    if (type.references().isEmpty() || type.end() - type.start() > MAX_TEXT) {
      return null;
    }
    String text = evaluator.tree.program().source().slice(type.start(), type.end()).strip();
    if (text.startsWith(":")) {
      text = text.substring(1).strip();
    }
    if (text.startsWith("Promise<") && text.endsWith(">")) {
      text = text.substring(8, text.length() - 1).strip();
    }
    String only = null;
    for (String part : text.split("\\|", -1)) {
      String option = part.strip();
      if (!option.isEmpty() && !option.equals("null") && !option.equals("undefined")) {
        if (only != null) {
          return null;
        }
        only = option;
      }
    }
    return only != null && type.references().contains(named(only)) ? only : null;
  }

  /** The name in a type query, or the name that is given. */
  private static String named(String type) {
    return type.startsWith(QUERY) ? type.substring(QUERY.length()).strip() : type;
  }

  private @Nullable Value named(String written, int place) {
    String name = named(written);
    boolean query = written.startsWith(QUERY);
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    FileSymbol symbol = evaluator.names.lookupAt(place, first);
    if (symbol == null || symbol.ambient()) {
      return PLATFORM.contains(first) && !query
          ? evaluator.members.instance(path(evaluator.variables.free(first), name, dot))
          : null;
    }
    if (dot < 0 && !query) {
      for (int i = 0; i < symbol.declarationCount(); i++) {
        Node declaration = evaluator.tree.parent(evaluator.tree.node(symbol.declaration(i)));
        if (declaration instanceof ClassLike type) {
          return new LocalValue.OfInstance(type);
        }
        if (declaration instanceof TSTypeAliasDeclaration alias) {
          return declared(alias.typeAnnotation());
        }
        if (declaration instanceof TSInterfaceDeclaration extended) {
          return extended.extendedTypes().isEmpty()
              ? null
              : declared(extended.extendedTypes().get(0));
        }
      }
    }
    Value value = path(evaluator.variables.of(symbol), name, dot);
    return value == null || query ? value : evaluator.members.instance(value);
  }

  private @Nullable Value path(@Nullable Value root, String name, int dot) {
    Value value = root;
    int from = dot;
    while (value != null && from >= 0) {
      int next = name.indexOf('.', from + 1);
      String step = name.substring(from + 1, next < 0 ? name.length() : next);
      value = evaluator.members.member(value, step);
      from = next;
    }
    return value;
  }
}
