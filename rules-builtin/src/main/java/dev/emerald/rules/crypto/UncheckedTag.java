package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Symbol;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Enciphered texts that are read without asking who wrote them. */
@RuleInfo(
    id = "crypto-gcm-tag",
    title = "The tag of an enciphered text is not checked",
    severity = Severity.HIGH,
    cwe = {354, 347},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "GCM enciphers by adding a stream of bits: whoever changes a bit of the text changes that"
            + " bit of what is read. The tag alone shows it, and it is checked when final is called"
            + " after setAuthTag was.",
    remedy =
        "Store the tag beside the text, call setAuthTag with it, and use nothing before final.",
    bad = {
      @Example(
          """
          const crypto = require('crypto');
          module.exports = (key, iv, text) => {
            const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv);
            return decipher.update(text, 'base64', 'utf8');
          };
          """),
      @Example(
          """
          const crypto = require('crypto');
          module.exports = (key, iv, text, tag) => {
            const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv);
            decipher.setAuthTag(tag);
            return decipher.update(text, 'base64', 'utf8');
          };
          """)
    },
    good =
        @Example(
            """
            const crypto = require('crypto');
            module.exports = (key, iv, text, tag) => {
              const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv);
              decipher.setAuthTag(tag);
              return decipher.update(text, 'base64', 'utf8') + decipher.final('utf8');
            };
            """))
public final class UncheckedTag implements Rule {

  private static final int MOST_USES = 100;

  @Override
  public void register(Hooks on) {
    on.call(api("crypto.createDecipheriv"), UncheckedTag::check);
  }

  private static void check(Invocation call, FileContext context) {
    String algorithm = Values.string(call.argument(0), context.scopes());
    if (algorithm == null || !tagged(algorithm.toLowerCase(Locale.ROOT))) {
      return;
    }
    Set<String> used = uses(call, context);
    if (used == null) {
      return;
    }
    if (!used.contains("setAuthTag")) {
      context.report(call, "The tag is never set: whoever changes the text is not noticed");
    } else if (!used.contains("final")) {
      context.report(call, "The tag is never checked: final is not called");
    }
  }

  private static boolean tagged(String algorithm) {
    return algorithm.endsWith("-gcm")
        || algorithm.endsWith("-ocb")
        || algorithm.equals("chacha20-poly1305");
  }

  /**
   * The methods that are called on a value; null if it goes where they can't be seen.
   *
   * @param made the call that makes the value
   */
  private static @Nullable Set<String> uses(Expression made, FileContext context) {
    Node parent = context.tree().parent(made);
    Node name =
        parent instanceof VariableDeclarator declarator
            ? declarator.id()
            : parent instanceof AssignmentExpression assignment && assignment.right() == made
                ? assignment.left()
                : null;
    if (!(name instanceof Identifier variable)) {
      return null;
    }
    Symbol symbol = context.scopes().symbolOf(variable);
    if (symbol == null || symbol.references().size() > MOST_USES) {
      return null;
    }
    Set<String> used = new HashSet<>();
    for (Identifier reference : symbol.references()) {
      Node around = context.tree().parent(reference);
      if (around instanceof MemberExpression member && member.object() == reference) {
        String key = Keys.of(member);
        if (key == null
            || !(context.tree().parent(member) instanceof CallExpression call)
            || call.callee() != member) {
          return null;
        }
        used.add(key);
        // Calls are chained: setAuthTag gives back the decipher.
        chained(call, context, used);
      } else if (!(around instanceof AssignmentExpression assignment)
          || assignment.left() != reference) {
        return null;
      }
    }
    return used;
  }

  private static void chained(CallExpression call, FileContext context, Set<String> used) {
    Expression at = call;
    for (int i = 0; i < 5; i++) {
      if (!(context.tree().parent(at) instanceof MemberExpression member)
          || member.object() != at
          || !(context.tree().parent(member) instanceof CallExpression next)) {
        return;
      }
      String key = Surroundings.lastName(member);
      if (key != null) {
        used.add(key);
      }
      at = next;
    }
  }
}
