package dev.emerald.rules.values;

import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.Scopes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses that are written out in code. */
public final class Addresses {

  /** Names that networks keep to themselves, by their last part. */
  private static final Set<String> INNER =
      Set.of(
          "local",
          "localhost",
          "internal",
          "intranet",
          "lan",
          "home",
          "corp",
          "test",
          "invalid",
          "svc",
          "docker",
          "localdomain",
          "onion",
          "cluster");

  /** Documents and names of schemas, which nobody fetches. */
  private static final Set<String> NAMES_ONLY =
      Set.of("www.w3.org", "schemas.xmlsoap.org", "schemas.microsoft.com", "xmlns.com");

  private Addresses() {}

  /**
   * The address that an expression has; of one that is put together, what is written of it, with
   * {@code *} for the rest.
   *
   * @return null if it is not known how it begins
   */
  public static @Nullable String of(@Nullable Expression expression, Scopes scopes) {
    if (expression == null) {
      return null;
    }
    Constant constant = scopes.constantOf(expression);
    if (constant != null) {
      return constant.string();
    }
    StringBuilder text = new StringBuilder();
    Expression origin = scopes.origin(expression);
    if (origin instanceof TemplateLiteral template) {
      for (int i = 0; i < template.quasis().size(); i++) {
        text.append(i == 0 ? "" : "*").append(template.quasis().get(i).cooked());
      }
      return text.toString();
    }
    if (origin instanceof BinaryExpression sum && sum.operator() == BinaryOperator.ADD) {
      add(sum, text, scopes);
      return text.charAt(0) == '*' ? null : text.toString();
    }
    return null;
  }

  /** What is written of a text that is put together of parts. */
  private static void add(BinaryExpression sum, StringBuilder text, Scopes scopes) {
    Deque<Expression> parts = new ArrayDeque<>();
    Expression left = sum;
    while (left instanceof BinaryExpression inner && inner.operator() == BinaryOperator.ADD) {
      parts.push(inner.right());
      left = inner.left();
    }
    parts.push(left);
    for (Expression part : parts) {
      Constant constant = scopes.constantOf(part);
      text.append(constant == null ? "*" : constant.text());
    }
  }

  /**
   * The host of an address of a scheme, if it is one of the open network: no address of the own
   * machine or of a private network, no name that only such a network knows.
   *
   * @param scheme such as {@code http}
   * @return null if the address is of another scheme, or its host is not known or not public
   */
  public static @Nullable String publicHost(@Nullable String address, String scheme) {
    String start = scheme + "://";
    if (address == null || !address.regionMatches(true, 0, start, 0, start.length())) {
      return null;
    }
    int end = start.length();
    while (end < address.length() && "/?#\\ ".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String host = address.substring(start.length(), end).toLowerCase(Locale.ROOT);
    host = host.substring(host.lastIndexOf('@') + 1);
    int port = host.indexOf(':');
    host = port < 0 || host.startsWith("[") ? host : host.substring(0, port);
    return isPublic(host) ? host : null;
  }

  private static boolean isPublic(String host) {
    int dot = host.lastIndexOf('.');
    if (dot < 0
        || host.indexOf('*') >= 0
        || host.indexOf('$') >= 0
        || host.indexOf('{') >= 0
        || host.indexOf('<') >= 0
        || NAMES_ONLY.contains(host)) {
      return false;
    }
    String last = host.substring(dot + 1);
    if (!last.isEmpty() && last.chars().allMatch(Character::isDigit)) {
      return !isPrivateNumber(host);
    }
    return !INNER.contains(last) && last.chars().allMatch(Character::isLetter);
  }

  private static boolean isPrivateNumber(String host) {
    if (host.startsWith("127.")
        || host.startsWith("10.")
        || host.startsWith("192.168.")
        || host.startsWith("169.254.")
        || host.startsWith("0.")) {
      return true;
    }
    if (!host.startsWith("172.")) {
      return false;
    }
    int end = host.indexOf('.', 4);
    String second = end < 0 ? "" : host.substring(4, end);
    return second.length() == 2 && second.compareTo("16") >= 0 && second.compareTo("31") <= 0;
  }
}
