package dev.emerald.rules.secrets;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.ApiPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which values must not be shown as they are, by their names; and what a text is made of. */
final class SensitiveNames {

  private static final int DEEPEST = 12;

  private static final int MOST = 100;

  private static final ApiPattern TEXT =
      ApiPattern.anyOf("globalThis.JSON.stringify", "globalThis.String", "util.{inspect,format}");

  /** Names that end so; what is only a token may be one of a text. */
  private static final Pattern NAME =
      Pattern.compile(
          ".{0,40}(?:password|passwd|passphrase|clientsecret|appsecret|apisecret|jwtsecret"
              + "|sessionsecret|secretkey|secretaccesskey|privatekey|encryptionkey|apikey"
              + "|accesstoken|refreshtoken|authtoken|sessiontoken|bearertoken|resettoken"
              + "|creditcard(?:number)?|cardnumber|cvv|socialsecuritynumber)");

  /** Names that begin so say whether or how many there are, or how one looks. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:has|is|no|need|require|required|show|hide|wants|use|with|without|num|min|max|valid"
              + "|invalid|wrong|missing|encrypted|hashed|hash|masked|redacted|public|forgot|test"
              + "|fake|mock|sample|example|obfuscated|on|set|get|check|verify).*");

  private SensitiveNames() {}

  /** Whether a name is that of a value that must not be shown. */
  static boolean isSensitive(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), 60); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        plain.append(name.charAt(i));
      }
    }
    String lower = plain.toString().toLowerCase(Locale.ROOT);
    return NAME.matcher(lower).matches() && !ABOUT.matcher(lower).matches();
  }

  /** The names and accesses that a text is put together of; what calls make of them is not. */
  static List<Expression> shown(Expression text, FileContext context) {
    List<Expression> found = new ArrayList<>();
    gather(text, context, DEEPEST, found);
    return found;
  }

  private static void gather(
      Expression text, FileContext context, int deep, List<Expression> into) {
    if (deep == 0 || into.size() > MOST) {
      return;
    }
    if (text instanceof Identifier || text instanceof MemberExpression) {
      into.add(text);
    } else if (text instanceof TemplateLiteral template) {
      template.expressions().forEach(part -> gather(part, context, deep - 1, into));
    } else if (text instanceof BinaryExpression sum && sum.operator() == BinaryOperator.ADD) {
      gather(sum.left(), context, deep - 1, into);
      gather(sum.right(), context, deep - 1, into);
    } else if (text instanceof ObjectExpression object) {
      for (ObjectMember member : object.properties()) {
        if (member instanceof Property property && property.value() instanceof Expression value) {
          gather(value, context, deep - 1, into);
        }
      }
    } else if (text instanceof CallExpression call
        && TEXT.matches(context.scopes().apiOf(call.callee()))) {
      call.arguments().forEach(argument -> gather(argument, context, deep - 1, into));
    }
  }

  /** Whether an expression is a name or an access whose last name is that of such a value. */
  static boolean isSensitive(Expression expression, FileContext context) {
    String name = Surroundings.lastName(expression);
    if (name == null || !isSensitive(name)) {
      return false;
    }
    // A constant that only bears the name is a label, or another rule's finding.
    return context.scopes().constantOf(expression) == null
        && (expression instanceof MemberExpression
            || name.chars().anyMatch(Character::isLowerCase));
  }
}
