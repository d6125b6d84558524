package dev.emerald.rules.auth;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NumericLiteral;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Passwords that are kept as they are: else they could not be compared so. */
@RuleInfo(
    id = "auth-plaintext-password-compare",
    title = "A password is compared with the one that is stored",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = {256, 522},
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "What can be compared with the password itself is the password itself: whoever reads the"
            + " database, a backup or a log of it has the passwords of all users, for other sites"
            + " too.",
    remedy = "Store what bcrypt, argon2 or scrypt makes of it, and let that library compare.",
    bad = {
      @Example(
          """
          exports.login = (user, body) => user.password === body.password;
          """),
      @Example(
          """
          exports.login = (req) =>
            users.findOne({ name: req.body.name, password: req.body.password });
          """)
    },
    good =
        @Example(
            """
            const bcrypt = require('bcrypt');
            exports.login = (user, body) => bcrypt.compare(body.password, user.password);
            """))
public final class PlainPassword implements Rule {

  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?:\\w*[a-z_])?(?:password|passwd|passphrase|pwd)", Pattern.CASE_INSENSITIVE);

  /** Names of what is no password of its own, or none any more. */
  private static final Pattern OTHER =
      Pattern.compile(
          "hash|digest|confirm|repeat|again|verif|retype|crypt|salt|^new|^old|second|2|^c_?pass",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RECORD =
      Pattern.compile(
          "\\w*(?:user|account|admin|member|customer|person|profile|row|doc|record|found|result)s?"
              + "(?:_?[0-9])?|u",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COMPARING =
      Pattern.compile(
          "\\w*(?:compare|check|verify|validate|match)\\w*passw\\w*", Pattern.CASE_INSENSITIVE);

  private static final Pattern FINDING =
      Pattern.compile("find(?:One|All|First|Unique|ByCredentials)?|getOne|where");

  private static final Set<String> REQUESTS = Set.of("body", "query", "params", "payload");

  private static final Set<String> SETTINGS =
      Set.of("options", "opts", "config", "settings", "env", "process", "argv", "basic_auth");

  private static final Set<String> WHO =
      Set.of("username", "user", "email", "login", "name", "mail", "userid", "account");

  @Override
  public void register(Hooks on) {
    on.node(BinaryExpression.class, PlainPassword::compared);
    on.node(Property.class, PlainPassword::lookedUp);
  }

  private static void compared(BinaryExpression comparison, FileContext context) {
    BinaryOperator operator = comparison.operator();
    boolean equality =
        operator == BinaryOperator.STRICT_EQUAL
            || operator == BinaryOperator.EQUAL
            || operator == BinaryOperator.STRICT_NOT_EQUAL
            || operator == BinaryOperator.NOT_EQUAL;
    if (!equality || context.file().test()) {
      return;
    }
    Expression left = comparison.left();
    Expression right = comparison.right();
    if (isPassword(left) && isPassword(right)
        ? isOfRecord(left) != isOfRecord(right)
            && !isOfSettings(left)
            && !isOfSettings(right)
            && !hashed(left, context)
            && !hashed(right, context)
        : isWhole(comparison, context)) {
      context.report(comparison, "The password is compared as it is, so it is stored as it is");
    }
  }

  private static boolean isPassword(Expression expression) {
    String name = name(expression);
    return name != null && PASSWORD.matcher(name).matches() && !OTHER.matcher(name).find();
  }

  private static @Nullable String name(Expression expression) {
    if (expression instanceof Identifier identifier) {
      return identifier.name();
    }
    return expression instanceof MemberExpression member ? Keys.of(member) : null;
  }

  private static boolean isOfRecord(Expression expression) {
    if (!(expression instanceof MemberExpression member)) {
      return false;
    }
    Expression record = member.object();
    if (record instanceof MemberExpression row
        && row.computed()
        && row.property() instanceof NumericLiteral) {
      // The first row of those that were found.
      record = row.object();
    }
    String of = name(record);
    return of != null
        && RECORD.matcher(of).matches()
        && !isOfRequest(member.object())
        && !isOfSettings(member.object());
  }

  /** Whether it is the one password of a service, which its operator has set. */
  private static boolean isOfSettings(Expression expression) {
    Expression at = expression;
    while (at instanceof MemberExpression member) {
      String name = Keys.of(member);
      if (name != null && SETTINGS.contains(name.toLowerCase(Locale.ROOT))) {
        return true;
      }
      at = member.object();
    }
    return at instanceof Identifier root && SETTINGS.contains(root.name().toLowerCase(Locale.ROOT));
  }

  /** Whether a variable holds what a call has made of a password, such as a hash. */
  private static boolean hashed(Expression expression, FileContext context) {
    return expression instanceof Identifier
        && context.scopes().origin(expression) instanceof CallExpression;
  }

  private static boolean isOfRequest(Expression expression) {
    for (Expression at = expression; at instanceof MemberExpression member; at = member.object()) {
      String name = Keys.of(member);
      if (name != null && REQUESTS.contains(name)) {
        return true;
      }
    }
    return expression instanceof Identifier identifier && REQUESTS.contains(identifier.name());
  }

  /** Whether it is all that a function does that by its name compares passwords. */
  private static boolean isWhole(BinaryExpression comparison, FileContext context) {
    if (!(comparison.left() instanceof Identifier left)
        || !(comparison.right() instanceof Identifier right)
        || OTHER.matcher(left.name() + " " + right.name()).find()) {
      return false;
    }
    FunctionLike function = context.tree().enclosing(comparison, FunctionLike.class);
    if (function == null || function.params().size() != 2) {
      return false;
    }
    String first = parameter(function.params().get(0));
    String second = parameter(function.params().get(1));
    boolean both =
        left.name().equals(first) && right.name().equals(second)
            || left.name().equals(second) && right.name().equals(first);
    Node parent = context.tree().parent(function);
    String named =
        parent == null
            ? ""
            : context.source().slice(parent.start(), Math.min(parent.end(), parent.start() + 80));
    int end = named.indexOf('(');
    return both && COMPARING.matcher(firstName(end < 0 ? named : named.substring(0, end))).find();
  }

  private static String firstName(String text) {
    return text.toLowerCase(Locale.ROOT).replace("function", " ");
  }

  private static @Nullable String parameter(Node parameter) {
    return parameter instanceof Identifier identifier ? identifier.name() : null;
  }

  /** A password of a request among what a user is looked up by. */
  private static void lookedUp(Property property, FileContext context) {
    String key = Keys.of(property);
    if (key == null
        || !PASSWORD.matcher(key).matches()
        || OTHER.matcher(key).find()
        || context.file().test()
        || !(property.value() instanceof MemberExpression value)
        || !isPassword(value)
        || !isOfRequest(value.object())
        || !(context.tree().parent(property) instanceof ObjectExpression filter)) {
      return;
    }
    boolean who = false;
    for (Node member : filter.properties()) {
      String other = member instanceof Property each ? Keys.of(each) : null;
      who |= other != null && WHO.contains(other.toLowerCase(Locale.ROOT));
    }
    Node at = filter;
    for (int i = 0; i < 3 && who && at != null; i++) {
      at = context.tree().parent(at);
      if (at instanceof CallExpression call) {
        String method = name(call.callee());
        if (method != null && FINDING.matcher(method).matches()) {
          context.report(property, "Users are found by the password as it is, so it is stored so");
        }
        return;
      }
      if (at instanceof Property outer && !"where".equals(Keys.of(outer))) {
        return;
      }
    }
  }
}
