package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.Set;

/** Secrets made of what others know or can try out. */
@RuleInfo(
    id = "crypto-predictable-token",
    title = "A secret is made of the time or of an identifier",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {340, 330},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "The time of a request is known to the second, and UUIDs of version 1, 3 and 5 are made of"
            + " the time, the machine or a name. What is left to guess is tried out in minutes.",
    remedy = "Use crypto.randomUUID or crypto.randomBytes.",
    bad = {
      @Example(
          """
          const crypto = require('crypto');
          const resetToken = crypto.createHash('sha256').update(email + Date.now()).digest('hex');
          """),
      @Example(
          """
          const { v1 } = require('uuid');
          const sessionToken = v1();
          """)
    },
    good =
        @Example(
            """
            const crypto = require('crypto');
            const { v4 } = require('uuid');
            const resetToken = v4();
            const sessionToken = `${Date.now()}-${crypto.randomUUID()}`;
            const user = { resetTokenExpires: Date.now() + 3600000 };
            """))
public final class PredictableToken implements Rule {

  private static final ApiPattern RANDOM =
      anyOf(
          "crypto.{randomBytes,randomUUID,randomInt,webcrypto.getRandomValues}",
          "globalThis.crypto.{randomUUID,getRandomValues}",
          "globalThis.Math.random",
          "uuid",
          "uuid.v4",
          "uuid/v4",
          "{nanoid,nanoid.nanoid,cuid,@paralleldrive/cuid2.createId}");

  private static final Set<String> TEXT = Set.of("toString", "update", "digest");

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf("uuid.{v1,v3,v5,v6,v7}", "uuid/{v1,v3,v5}", "node-uuid.v1"), PredictableToken::id);
    on.call(api("globalThis.Date.now"), PredictableToken::time);
  }

  private static void id(Invocation call, FileContext context) {
    String name = SecretNames.of(call, context);
    if (name != null && !mixed(call, context)) {
      context.report(call, "'" + name + "' is made of what others know");
    }
  }

  /** The time as a number is a time; as a text, or in one, it is taken for something to guess. */
  private static void time(Invocation call, FileContext context) {
    String name = SecretNames.of(call, context);
    if (name != null && inText(call, context) && !mixed(call, context)) {
      context.report(call, "'" + name + "' is made of the time");
    }
  }

  private static boolean inText(Expression value, FileContext context) {
    SyntaxTree tree = context.tree();
    Node inner = value;
    for (int i = 0; i < 10; i++) {
      Node outer = tree.parent(inner);
      if (outer instanceof TemplateLiteral) {
        return true;
      }
      if (outer instanceof CallExpression call) {
        String callee = Surroundings.lastName(call.callee());
        if (callee != null && TEXT.contains(callee)) {
          return true;
        }
      }
      if (outer == null || outer instanceof Statement || outer instanceof FunctionLike) {
        return false;
      }
      if (outer instanceof BinaryExpression sum
          && sum.operator() == BinaryOperator.ADD
          && (Values.string(sum.left(), context.scopes()) != null
              || Values.string(sum.right(), context.scopes()) != null)) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  /** Whether something that nobody can guess goes into the same value. */
  private static boolean mixed(Invocation call, FileContext context) {
    Node statement = context.tree().enclosing(call, Statement.class);
    if (statement == null) {
      return false;
    }
    boolean[] found = new boolean[1];
    context
        .tree()
        .forEach(
            statement,
            CallExpression.class,
            other ->
                found[0] |=
                    other != call && RANDOM.matches(context.scopes().apiOf(other.callee())));
    return found[0];
  }
}
