package dev.emerald.core.internal.engine;

import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.Comment;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.PrivateIdentifier;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TSModuleDeclaration;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.manifest.JsonManifest;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a finding the same as one of another run, although lines were added elsewhere: the
 * names around it and the code it flags. Rule, path and an ordinal come to that in {@link #digest}.
 */
final class Fingerprints {

  /** Of flagged code, this much counts: a function that is flagged as a whole may be edited. */
  private static final int MOST_UNITS = 160;

  /** Names further out do not count. */
  private static final int MOST_NAMES = 16;

  /** How far outwards names are looked for. */
  private static final int FURTHEST = 2_000;

  private Fingerprints() {}

  /** The names around a place of a source file and the code there. */
  static String context(SyntaxTree tree, Span span) {
    SourceText source = tree.program().source();
    return String.join(".", names(tree, span))
        + "\n"
        + code(source, span, tree.program().comments());
  }

  /** The names around a place of a manifest and the text there. */
  static String context(Manifest manifest, Span span) {
    Deque<String> names = new ArrayDeque<>();
    if (manifest instanceof JsonManifest json) {
      JsonValue value = json.json();
      while (value != null) {
        value = inner(value, span, names);
      }
    }
    return String.join(".", names) + "\n" + code(manifest.source(), span, List.of());
  }

  /** The text of a place of which nothing else is known. */
  static String context(SourceText source, Span span) {
    return "\n" + code(source, span, List.of());
  }

  /**
   * The fingerprint: 32 hexadecimal digits.
   *
   * @param ordinal how many findings before it are the same but for this number
   */
  static String digest(String rule, String path, String context, int ordinal) {
    MessageDigest sha = sha256();
    String whole = rule + "\n" + path + "\n" + context + "\n" + ordinal;
    byte[] hash = sha.digest(whole.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static @Nullable JsonValue inner(JsonValue value, Span span, Deque<String> names) {
    for (JsonMember member : value.members()) {
      if (member.nameSpan().start() <= span.start() && span.end() <= member.value().span().end()) {
        names.addLast(member.name());
        return member.value();
      }
    }
    for (JsonValue element : value.elements()) {
      if (element.span().contains(span)) {
        return element;
      }
    }
    return null;
  }

  /** The names of functions, classes, members and variables around a place, the outermost first. */
  private static Deque<String> names(SyntaxTree tree, Span span) {
    Deque<String> names = new ArrayDeque<>();
    int at = lastStartingAtOrBefore(tree, span.start());
    for (int steps = 0; at >= 0 && steps < FURTHEST; steps++) {
      Node node = tree.node(at);
      boolean around = node.start() <= span.start() && span.end() <= node.end();
      String name = around ? name(node) : null;
      if (name != null) {
        names.addFirst(name);
        if (names.size() == MOST_NAMES) {
          break;
        }
      }
      at = tree.parentNumber(at);
    }
    return names;
  }

  private static int lastStartingAtOrBefore(SyntaxTree tree, int offset) {
    int low = 0;
    int high = tree.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (tree.node(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static @Nullable String name(Node node) {
    if (node instanceof FunctionLike function) {
      return text(function.id());
    }
    if (node instanceof ClassLike type) {
      return text(type.id());
    }
    if (node instanceof MethodDefinition method) {
      return text(method.key());
    }
    if (node instanceof PropertyDefinition field) {
      return text(field.key());
    }
    if (node instanceof Property property) {
      return text(property.key());
    }
    if (node instanceof TSModuleDeclaration namespace) {
      return text(namespace.id());
    }
    return node instanceof VariableDeclarator variable ? text(variable.id()) : null;
  }

  private static @Nullable String text(@Nullable Object key) {
    if (key instanceof Identifier identifier) {
      return identifier.name();
    }
    if (key instanceof PrivateIdentifier identifier) {
      return "#" + identifier.name();
    }
    return key instanceof Expression && key instanceof StringLiteral literal
        ? literal.value()
        : null;
  }

  /** Code without comments, and with space only where it separates words. */
  private static String code(SourceText source, Span span, List<Comment> comments) {
    String text = source.text();
    StringBuilder code = new StringBuilder(Math.min(span.length(), MOST_UNITS));
    int comment = firstEndingAfter(comments, span.start());
    boolean space = false;
    int at = span.start();
    while (at < span.end() && code.length() < MOST_UNITS) {
      if (comment < comments.size() && comments.get(comment).start() <= at) {
        at = Math.max(at, comments.get(comment).end());
        comment++;
        space = true;
        continue;
      }
      char unit = text.charAt(at++);
      if (unit <= ' ' || SourceText.isLineTerminator(unit)) {
        space = true;
        continue;
      }
      boolean words =
          code.length() > 0
              && Character.isJavaIdentifierPart(unit)
              && Character.isJavaIdentifierPart(code.charAt(code.length() - 1));
      if (space && words) {
        code.append(' ');
      }
      space = false;
      code.append(unit);
    }
    return code.toString();
  }

  private static int firstEndingAfter(List<Comment> comments, int offset) {
    int low = 0;
    int high = comments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (comments.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
