package dev.emerald.rules.crypto;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.naming.Words;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.rule.FileContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which names are those of values that nobody must be able to guess. */
final class SecretNames {

  /** The last words of such names; the word alone says enough. */
  private static final Pattern LAST =
      Pattern.compile(
          ".{0,60}(?:password|passwd|passphrase|secret|otp|csrf|salt|apikey|privatekey|secretkey"
              + "|encryptionkey|sessionid|sessionkey|sessiontoken|passcode|pincode"
              + "|(?:access|auth|refresh|reset|csrf|xsrf|login|api|verification|verify|invite|user"
              + "|confirm|confirmation|activation|session|security|bearer|jwt|password)token"
              + "|(?:verification|verify|reset|auth|otp|confirmation|activation|login|security"
              + "|recovery|backup|invite|pairing)code)");

  /** Words that go before them where a value is looked for, counted or made up. */
  private static final Words HARMLESS =
      Words.of(
          "fake",
          "mock",
          "sample",
          "dummy",
          "example",
          "test",
          "masked",
          "length",
          "delay",
          "expiry",
          "placeholder");

  private SecretNames() {}

  /** Whether a name is that of a value that nobody must guess. */
  static boolean isSecret(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), 80); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        plain.append(name.charAt(i));
      }
    }
    return LAST.matcher(plain.toString().toLowerCase(Locale.ROOT)).matches() && !HARMLESS.in(name);
  }

  /**
   * The name of a secret that a value is given: by its statement, or by the function whose result
   * it is part of.
   *
   * @return null if no name says so
   */
  static @Nullable String of(Expression value, FileContext context) {
    Node inner = value;
    for (int i = 0; i < 20; i++) {
      Node outer = context.tree().parent(inner);
      if (outer == null) {
        return null;
      }
      if (outer instanceof FunctionLike function) {
        String name = nameOf(function, context);
        // A callback has no name of its own; what it works for has.
        if (name != null || !(context.tree().parent(function) instanceof CallExpression)) {
          return name == null || !made(name) ? null : name;
        }
      }
      String given = given(outer, inner);
      if (given != null && isSecret(given)) {
        return given;
      }
      inner = outer;
    }
    return null;
  }

  private static @Nullable String given(Node outer, Node inner) {
    String name = null;
    if (outer instanceof VariableDeclarator declarator && declarator.init() == inner) {
      name = Surroundings.lastName(declarator.id());
    } else if (outer instanceof AssignmentExpression assignment && assignment.right() == inner) {
      name = Surroundings.lastName(assignment.left());
    } else if (outer instanceof Property property && property.value() == inner) {
      name = Surroundings.lastName(property.key());
    } else if (outer instanceof PropertyDefinition field) {
      name = Surroundings.lastName(field.key());
    }
    return name;
  }

  /** Whether a function makes a secret, by its name: {@code generateResetToken}. */
  private static boolean made(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean makes =
        lower.startsWith("gen")
            || lower.startsWith("make")
            || lower.startsWith("create")
            || lower.startsWith("random")
            || lower.startsWith("new")
            || lower.startsWith("build");
    return makes && (isSecret(name) || lower.endsWith("token"));
  }

  private static @Nullable String nameOf(FunctionLike function, FileContext context) {
    if (function.id() != null) {
      return function.id().name();
    }
    if (function instanceof FunctionDeclaration) {
      return null;
    }
    Node parent = context.tree().parent(function);
    if (parent instanceof VariableDeclarator declarator) {
      return Surroundings.lastName(declarator.id());
    }
    if (parent instanceof Property property) {
      return Surroundings.lastName(property.key());
    }
    return parent instanceof MethodDefinition method ? Surroundings.lastName(method.key()) : null;
  }
}
