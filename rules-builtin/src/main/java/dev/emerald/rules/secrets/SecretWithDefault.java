package dev.emerald.rules.secrets;

import dev.emerald.rules.naming.Conditions;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.secrets.Credentials.Likelihood;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.ObjectPattern;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Secrets of the environment that a constant takes over from where none is set. */
@RuleInfo(
    id = "secret-default-fallback",
    title = "A constant stands in for a secret that is not set",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {1188, 798},
    owasp = {"A05:2021", "A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Where nobody sets the variable, nobody notices: the program starts with a secret that"
            + " everybody with the code knows.",
    remedy = "Stop at start when the variable is missing, other than in tests.",
    bad = {
      @Example("const jwtSecret = process.env.JWT_SECRET || 'tR7#kPq2vZ-prod';"),
      @Example("const { SESSION_SECRET = 'keyboard cat' } = process.env;")
    },
    good =
        @Example(
            """
            const secret = process.env.JWT_SECRET;
            if (!secret) throw new Error('JWT_SECRET is not set');
            const token = process.env.API_TOKEN || '';
            const file = process.env.DB_PASSWORD_FILE || '/run/secrets/db';
            """))
public final class SecretWithDefault implements Rule {

  private static final String ENVIRONMENT = "process.env";

  private static final Words NOT_PRODUCTION =
      Words.of("test", "testing", "development", "dev", "local", "ci", "mock");

  /** Values that say that there is none. */
  private static final Set<String> NOTHING =
      Set.of("none", "null", "undefined", "false", "true", "off", "on", "no", "yes", "disabled");

  @Override
  public void register(Hooks on) {
    on.node(LogicalExpression.class, SecretWithDefault::check);
    on.node(AssignmentPattern.class, SecretWithDefault::check);
    on.node(ObjectExpression.class, SecretWithDefault::check);
  }

  /** The variable of the environment that an expression reads; null if it is none. */
  static @Nullable String variable(Expression read, FileContext context) {
    String api = context.scopes().apiOf(read);
    return api != null && api.startsWith(ENVIRONMENT + ".")
        ? api.substring(ENVIRONMENT.length() + 1)
        : null;
  }

  private static void check(LogicalExpression choice, FileContext context) {
    if (choice.operator() != LogicalOperator.AND) {
      check(variable(choice.left(), context), choice.right(), choice, context);
    }
  }

  private static void check(AssignmentPattern pattern, FileContext context) {
    Node property = context.tree().parent(pattern);
    if (property instanceof Property member
        && context.tree().parent(member) instanceof ObjectPattern object
        && context.tree().parent(object) instanceof VariableDeclarator declarator
        && declarator.init() != null
        && ENVIRONMENT.equals(context.scopes().apiOf(declarator.init()))) {
      check(Keys.of(member), pattern.right(), pattern, context);
    }
  }

  /** An entry of a schema of settings: {@code { env: 'JWT_SECRET', default: 'secret' }}. */
  private static void check(ObjectExpression entry, FileContext context) {
    Property standsIn = null;
    String name = null;
    for (ObjectMember each : entry.properties()) {
      if (each instanceof Property property) {
        String key = String.valueOf(Keys.of(property));
        if (key.equals("default")) {
          standsIn = property;
        } else if (key.equals("env") && property.value() instanceof StringLiteral variable) {
          name = variable.value();
        }
      }
    }
    if (standsIn != null && standsIn.value() instanceof Expression value) {
      check(name, value, entry, context);
    }
  }

  private static void check(
      @Nullable String name, Expression value, Node whole, FileContext context) {
    if (name == null
        || !(value instanceof StringLiteral literal)
        || !Credentials.isName(name)
        || NOTHING.contains(literal.value().toLowerCase(Locale.ROOT))
        || CredentialSinks.takes(whole instanceof Expression one ? one : value, context)
        || Conditions.mention(NOT_PRODUCTION, whole, context.tree())) {
      return;
    }
    Likelihood likelihood = Credentials.ofDefault(name, literal.value());
    if (likelihood == Likelihood.NONE) {
      return;
    }
    Problem problem =
        Problem.at(
                context.location(literal),
                "Where " + name + " is not set, everybody with the code knows it")
            .withSecret(context.location(literal));
    context.report(
        likelihood == Likelihood.WEAK ? problem.withConfidence(Confidence.LOW) : problem);
  }
}
