package dev.emerald.rules.secrets;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.secrets.Credentials.Likelihood;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyDefinition;
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
import org.jspecify.annotations.Nullable;

/** Constants of the code that are secrets by the name they are given. */
@RuleInfo(
    id = "secret-name-assignment",
    title = "A secret stands in the code",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {798, 259, 321},
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Everybody with the code has it, and it can't be changed without a new version. One that"
            + " stands behind || or ?? takes over silently when nothing is configured.",
    remedy =
        "Read it from the environment or a secret store, and stop at start if it is missing."
            + " Change the one that stood here.",
    bad = {
      @Example("module.exports = { apiKey: 'v9dn0balpqas1pcc281tn5ood1' };"),
      @Example("const jwtSecret = config.jwtSecret || 'tR7#kPq2vZ-prod';")
    },
    good =
        @Example(
            """
            module.exports = {
              apiKey: process.env.API_KEY,
              password: 'Please enter your password',
              token: 'identifier',
              tokenHeader: 'x-csrf-9f8a7b',
              secret: '',
            };
            """))
public final class SecretUnderItsName implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(
        VariableDeclarator.class,
        (node, context) -> check(Surroundings.lastName(node.id()), node.init(), context));
    on.node(
        AssignmentExpression.class,
        (node, context) -> check(Surroundings.lastName(node.left()), node.right(), context));
    on.node(
        Property.class,
        (node, context) -> {
          if (node.value() instanceof Expression value) {
            check(Keys.of(node), value, context);
          }
        });
    on.node(
        PropertyDefinition.class,
        (node, context) -> check(Surroundings.lastName(node.key()), node.value(), context));
  }

  private static void check(
      @Nullable String name, @Nullable Expression value, FileContext context) {
    Expression at = value;
    boolean fallback = false;
    while (at instanceof LogicalExpression choice && choice.operator() != LogicalOperator.AND) {
      String variable = SecretWithDefault.variable(choice.left(), context);
      if (variable != null && Credentials.isName(variable)) {
        return;
      }
      at = choice.right();
      fallback = true;
    }
    if (name == null
        || value == null
        || !(at instanceof StringLiteral literal)
        || !Credentials.isName(name)
        || CredentialSinks.takes(value, context)) {
      return;
    }
    Likelihood likelihood = Credentials.of(name, literal.value());
    if (likelihood == Likelihood.NONE) {
      return;
    }
    String message =
        fallback
            ? "Where nothing is configured, everybody with the code knows '" + name + "'"
            : "Everybody with the code knows '" + name + "'";
    Problem problem =
        Problem.at(context.location(literal), message).withSecret(context.location(literal));
    context.report(
        likelihood == Likelihood.WEAK ? problem.withConfidence(Confidence.LOW) : problem);
  }
}
