package dev.emerald.rules.async;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.CatchClause;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.NewExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.TryStatement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Symbol;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Callbacks and responses that are used up and then used again. */
@RuleInfo(
    id = "async-callback-twice",
    title = "A callback is called, or a request answered, twice",
    severity = Severity.MEDIUM,
    cwe = 675,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_4,
    why =
        "After the failure was passed on the function goes on as if there were none: what comes"
            + " after a callback runs twice, and a response that is sent again throws, which nobody"
            + " catches.",
    remedy = "Leave the function with the call: return next(error), return res.send(...).",
    bad = {
      @Example(
          """
          const fs = require('fs');
          exports.size = (path, callback) => {
            fs.stat(path, (err, stats) => {
              if (err) {
                callback(err);
              }
              callback(null, stats.size);
            });
          };
          """),
      @Example(
          """
          exports.show = (req, res) => {
            if (!req.query.id) {
              res.status(400).send('which one?');
            }
            res.json({ id: req.query.id });
          };
          """)
    },
    good = {
      @Example(
          """
          const fs = require('fs');
          exports.size = (path, callback) => {
            fs.stat(path, (err, stats) => {
              if (err) {
                return callback(err);
              }
              callback(null, stats.size);
            });
          };
          """),
      @Example(
          """
          exports.show = (req, res) => {
            if (!req.query.id) {
              res.status(400).send('which one?');
            } else {
              res.json({ id: req.query.id });
            }
          };
          """)
    })
public final class AnsweredTwice implements Rule {

  private static final Set<String> CALLBACKS = Set.of("callback", "cb", "done", "next");

  private static final Set<String> ERRORS = Set.of("err", "error", "er", "e", "ex");

  private static final Set<String> REQUESTS = Set.of("req", "request");

  private static final Set<String> RESPONSES = Set.of("res", "response");

  private static final Set<String> ENDING =
      Set.of("send", "json", "jsonp", "end", "render", "redirect", "sendFile", "sendStatus");

  @Override
  public void register(Hooks on) {
    on.node(BlockStatement.class, AnsweredTwice::list);
  }

  /**
   * What uses a callback or response up.
   *
   * @param symbol the callback or the response
   * @param call the call
   * @param response whether it is a response
   * @param first whether a second use after this one is sure to be a mistake
   */
  private record Use(Symbol symbol, CallExpression call, boolean response, boolean first) {}

  /** One list of statements; those within are lists of their own. */
  private static void list(BlockStatement block, FileContext context) {
    Use pending = null;
    for (Statement statement : block.body()) {
      Use use = sure(statement, context);
      if (use != null) {
        if (pending != null && repeats(pending, use)) {
          context.report(
              Problem.at(
                      context.location(pending.call()),
                      pending.symbol().name() + " is used again after this: nothing leaves here")
                  .withStep(context.location(use.call()), "the second time"));
          return;
        }
        pending = use.first() ? use : pending;
      } else if (statement instanceof IfStatement choice) {
        pending = afterChoice(choice, pending, context);
      } else if (statement instanceof TryStatement attempt && attempt.handler() != null) {
        CatchClause handler = attempt.handler();
        Use caught = handler == null ? null : last(handler.body(), context);
        pending = caught != null ? caught : pending;
      }
    }
  }

  /** What is pending when a statement that may or may not be left has been passed. */
  private static @Nullable Use afterChoice(
      IfStatement choice, @Nullable Use pending, FileContext context) {
    Use within = last(choice.consequent(), context);
    if (within == null && choice.alternate() != null) {
      within = last(choice.alternate(), context);
    }
    if (within != null) {
      return within;
    }
    // A way out that answers nothing may be the one that is taken after the first use.
    return pending != null && leavesSilently(choice, context) ? null : pending;
  }

  private static boolean leavesSilently(IfStatement choice, FileContext context) {
    boolean[] silent = new boolean[1];
    context
        .tree()
        .forEach(
            choice,
            ReturnStatement.class,
            exit -> silent[0] |= exit.argument() == null || use(exit.argument(), context) == null);
    return silent[0];
  }

  /** The use that a branch ends with without being left. */
  private static @Nullable Use last(Statement branch, FileContext context) {
    List<Statement> body = branch instanceof BlockStatement block ? block.body() : List.of(branch);
    if (body.isEmpty()) {
      return null;
    }
    Statement end = body.get(body.size() - 1);
    Use use = end instanceof ReturnStatement ? null : sure(end, context);
    return use != null && use.first() ? use : null;
  }

  private static boolean repeats(Use first, Use second) {
    // To end what has ended does nothing.
    if (second.response()
        && second.call().arguments().isEmpty()
        && second.call().callee() instanceof MemberExpression member
        && "end".equals(Keys.of(member))) {
      return false;
    }
    if (first.symbol() == second.symbol()) {
      return true;
    }
    // What was handed on is answered by somebody else.
    return second.response() && first.symbol().name().equals("next");
  }

  /** The use that a statement always is; null if it is none, or not sure to be. */
  private static @Nullable Use sure(Statement statement, FileContext context) {
    if (statement instanceof ExpressionStatement expression) {
      return use(expression.expression(), context);
    }
    return statement instanceof ReturnStatement exit && exit.argument() != null
        ? use(exit.argument(), context)
        : null;
  }

  private static @Nullable Use use(@Nullable Expression expression, FileContext context) {
    Expression value = expression instanceof AwaitExpression await ? await.argument() : expression;
    if (!(value instanceof CallExpression call)) {
      return null;
    }
    if (call.callee() instanceof Identifier name && CALLBACKS.contains(name.name())) {
      Symbol symbol = parameter(name, context);
      return symbol == null ? null : new Use(symbol, call, false, tellsOfFailure(call, context));
    }
    if (call.callee() instanceof MemberExpression member
        && ENDING.contains(String.valueOf(Keys.of(member)))
        && call.arguments().stream().noneMatch(FunctionLike.class::isInstance)) {
      Symbol symbol = response(member.object(), context);
      return symbol == null ? null : new Use(symbol, call, true, true);
    }
    return null;
  }

  private static @Nullable Symbol parameter(Identifier name, FileContext context) {
    Symbol symbol = context.scopes().symbolOf(name);
    return symbol != null && symbol.kind() == Symbol.Kind.PARAMETER && !symbol.reassigned()
        ? symbol
        : null;
  }

  /** Whether a callback is told of a failure: whoever called expects no result after that. */
  private static boolean tellsOfFailure(CallExpression call, FileContext context) {
    if (call.arguments().isEmpty()) {
      return false;
    }
    Expression told = call.arguments().get(0);
    if (told instanceof NewExpression made) {
      return made.callee() instanceof Identifier type && type.name().endsWith("Error");
    }
    return told instanceof Identifier error
        && ERRORS.contains(error.name())
        && context.scopes().symbolOf(error) != null;
  }

  /** The response that a chain such as {@code res.status(404)} begins with. */
  private static @Nullable Symbol response(Expression chain, FileContext context) {
    Expression at = chain;
    while (!(at instanceof Identifier)) {
      if (at instanceof MemberExpression member) {
        at = member.object();
      } else if (at instanceof CallExpression call && call.callee() instanceof MemberExpression) {
        at = call.callee();
      } else {
        return null;
      }
    }
    Identifier name = (Identifier) at;
    Symbol symbol = RESPONSES.contains(name.name()) ? parameter(name, context) : null;
    if (symbol == null) {
      return null;
    }
    Node declared = context.tree().parent(symbol.declarations().get(0));
    List<Pattern> parameters =
        declared instanceof FunctionLike function ? function.params() : List.of();
    return parameters.size() >= 2
            && parameters.get(0) instanceof Identifier request
            && REQUESTS.contains(request.name())
        ? symbol
        : null;
  }
}
