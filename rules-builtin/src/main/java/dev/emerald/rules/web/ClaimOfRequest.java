package dev.emerald.rules.web;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.ThrowStatement;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UnaryOperator;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Constant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rights that a request gives itself. */
@RuleInfo(
    id = "web-user-controlled-bypass",
    title = "A request says itself what it may do",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {807, 290},
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Cookies, headers and parameters are what the sender writes into them: whoever sets"
            + " isAdmin=true is let in.",
    remedy =
        "Keep who is logged in, and what they may do, in a session or a signed token, or look it"
            + " up.",
    bad = {
      @Example(
          """
          const app = require('express')();
          app.get('/admin', (req, res) => {
            if (req.cookies.isAdmin !== 'true') return res.sendStatus(403);
            return res.render('admin');
          });
          """),
      @Example(
          """
          const app = require('express')();
          app.get('/orders/:user', (req, res) => {
            if (req.cookies.user === req.params.user) {
              res.json(orders(req.params.user));
            }
          });
          """)
    },
    good = {
      @Example(
          """
          const app = require('express')();
          app.get('/admin', (req, res) => {
            if (!req.session.user.isAdmin) return res.sendStatus(403);
            return res.render('admin');
          });
          """),
      @Example(
          """
          const app = require('express')();
          app.get('/admin', (req, res) => {
            if (req.signedCookies.isAdmin !== 'true') return res.sendStatus(403);
            return res.render('admin');
          });
          """)
    })
public final class ClaimOfRequest implements Rule {

  /** A property of a request that its sender writes, of whatever framework. */
  private static final Pattern OF_REQUEST =
      Pattern.compile(
          ".*(?:Request|IncomingMessage|Context)\\(\\)(?:\\.(?:request|req|raw|ctx))?"
              + "\\.(cookies|query|headers|header|params|body)\\.([\\w$-]+)");

  /** A method that gives a cookie or a header by its name. */
  private static final Pattern GETTER =
      Pattern.compile(".*(?:Request|Context)\\(\\)(?:\\.request)?(\\.cookies)?\\.(?:get|header)");

  /** What says by its name that its sender has rights, when it is there. */
  private static final Set<String> RIGHTS =
      Set.of(
          "admin",
          "isadmin",
          "superuser",
          "issuperuser",
          "isroot",
          "isstaff",
          "ismoderator",
          "authenticated",
          "isauthenticated",
          "isauth",
          "authorized",
          "isauthorized",
          "loggedin",
          "isloggedin");

  /** What says it by its value. */
  private static final Set<String> ROLES =
      Set.of(
          "role", "userrole", "usertype", "accounttype", "permission", "privilege", "accesslevel");

  private static final Set<String> MIGHTY =
      Set.of(
          "admin",
          "administrator",
          "root",
          "superuser",
          "superadmin",
          "owner",
          "staff",
          "moderator");

  private static final Set<String> YES = Set.of("true", "1", "yes", "on", "admin");

  private static final Set<String> USERS =
      Set.of(
          "user",
          "userid",
          "uid",
          "username",
          "account",
          "accountid",
          "owner",
          "ownerid",
          "email",
          "useremail");

  private static final Set<String> OF_SENDER = Set.of("cookies", "headers", "header");

  private static final Set<String> OF_TARGET = Set.of("params", "query", "body");

  private static final int MAX_DEPTH = 8;

  /** A property of a request, and the part of it that it is of. */
  private record Part(String of, String name) {}

  @Override
  public void register(Hooks on) {
    on.node(IfStatement.class, ClaimOfRequest::decided);
  }

  private static void decided(IfStatement statement, FileContext context) {
    if (context.file().test()) {
      return;
    }
    boolean rejects = rejects(statement.consequent(), context);
    Expression claim = claim(statement.test(), !rejects, context, 0);
    if (claim != null && (rejects || !isNothing(statement.consequent()))) {
      context.report(claim, "Whoever sends the request says so");
    }
  }

  private static boolean isNothing(Statement branch) {
    return branch instanceof BlockStatement block && block.body().isEmpty();
  }

  /** Whether a branch turns the request away. */
  private static boolean rejects(Statement branch, FileContext context) {
    Statement last = branch;
    if (branch instanceof BlockStatement block) {
      if (block.body().isEmpty()) {
        return false;
      }
      last = block.body().get(block.body().size() - 1);
    }
    if (last instanceof ThrowStatement) {
      return true;
    }
    if (!(last instanceof ReturnStatement) && !(last instanceof ExpressionStatement)) {
      return false;
    }
    boolean[] away = {false};
    context
        .tree()
        .forEach(branch, CallExpression.class, call -> away[0] |= turnsAway(call, context));
    return away[0]
        || last instanceof ReturnStatement end
            && (end.argument() == null || isNo(end.argument(), context));
  }

  private static boolean isNo(@Nullable Expression value, FileContext context) {
    Constant constant = Values.constant(value, context.scopes());
    return constant != null && !constant.truthy();
  }

  private static boolean turnsAway(CallExpression call, FileContext context) {
    String name =
        call.callee() instanceof MemberExpression member
            ? Keys.of(member)
            : call.callee() instanceof Identifier id ? id.name() : null;
    if (name == null) {
      return false;
    }
    for (Expression argument : call.arguments()) {
      double status = Values.number(argument, context.scopes());
      if (status >= 400 && status < 500) {
        return true;
      }
    }
    return switch (name) {
      case "redirect", "forbidden", "unauthorized", "badRequest", "notFound", "throw" -> true;
      case "next" -> !call.arguments().isEmpty();
      default -> false;
    };
  }

  /**
   * What of a request makes a condition come out in some way, if that is a claim of rights; null if
   * there is none, or if more than the claim is asked for.
   */
  private static @Nullable Expression claim(
      Expression condition, boolean truth, FileContext context, int depth) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    if (condition instanceof UnaryExpression unary && unary.operator() == UnaryOperator.NOT) {
      return claim(unary.argument(), !truth, context, depth + 1);
    }
    if (condition instanceof LogicalExpression logical) {
      Expression left = claim(logical.left(), truth, context, depth + 1);
      Expression right = claim(logical.right(), truth, context, depth + 1);
      boolean both = logical.operator() == LogicalOperator.AND == truth;
      if (both) {
        return left != null && right != null ? right : null;
      }
      return left != null ? left : right;
    }
    if (condition instanceof BinaryExpression comparison) {
      return compared(comparison, truth, context);
    }
    Part part = truth ? part(condition, context) : null;
    return part != null && isRight(part) ? condition : null;
  }

  /** Whether a part says by its name that its sender may do more than others. */
  private static boolean isRight(Part part) {
    return RIGHTS.contains(part.name())
        && (OF_SENDER.contains(part.of())
            || part.of().equals("query") && !part.name().equals("admin"));
  }

  private static @Nullable Expression compared(
      BinaryExpression comparison, boolean truth, FileContext context) {
    boolean equal =
        switch (comparison.operator()) {
          case EQUAL, STRICT_EQUAL -> truth;
          case NOT_EQUAL, STRICT_NOT_EQUAL -> !truth;
          default -> false;
        };
    if (!equal) {
      return null;
    }
    Expression left = comparison.left();
    Expression right = comparison.right();
    Part one = part(left, context);
    Part other = part(right, context);
    if (one != null && other != null) {
      boolean same = isOwnOf(one, other) || isOwnOf(other, one);
      return same ? comparison : null;
    }
    Part part = one != null ? one : other;
    Constant constant = Values.constant(one != null ? right : left, context.scopes());
    return part != null && constant != null && isGranted(part, constant) ? comparison : null;
  }

  /** Whether a sender says who they are, and asks for what is that user's. */
  private static boolean isOwnOf(Part sender, Part target) {
    return OF_SENDER.contains(sender.of())
        && USERS.contains(sender.name())
        && OF_TARGET.contains(target.of());
  }

  private static boolean isGranted(Part part, Constant constant) {
    String value = constant.text().toLowerCase(Locale.ROOT);
    return isRight(part) && YES.contains(value)
        || OF_SENDER.contains(part.of()) && ROLES.contains(part.name()) && MIGHTY.contains(value);
  }

  private static @Nullable Part part(Expression expression, FileContext context) {
    if (expression instanceof CallExpression call) {
      return fetched(call, context);
    }
    String api = context.scopes().apiOf(expression);
    if (api == null) {
      return written(expression);
    }
    Matcher matcher = OF_REQUEST.matcher(api);
    return matcher.matches() ? new Part(matcher.group(1), plain(matcher.group(2))) : null;
  }

  private static @Nullable Part fetched(CallExpression call, FileContext context) {
    String name = Values.string(call.argument(0), context.scopes());
    String api = context.scopes().apiOf(call.callee());
    if (name == null || api == null) {
      return null;
    }
    Matcher matcher = GETTER.matcher(api);
    return matcher.matches()
        ? new Part(matcher.group(1) == null ? "headers" : "cookies", plain(name))
        : null;
  }

  /** A property of what is called a request. */
  private static @Nullable Part written(Expression expression) {
    if (!(expression instanceof MemberExpression property)
        || !(property.object() instanceof MemberExpression part)
        || !(part.object() instanceof Identifier request)
        || !request.name().equals("req") && !request.name().equals("request")) {
      return null;
    }
    String of = Keys.of(part);
    String name = Keys.of(property);
    return of == null || name == null || !PARTS.contains(of) ? null : new Part(of, plain(name));
  }

  private static final List<String> PARTS =
      List.of("cookies", "query", "headers", "params", "body");

  /** A name without case, separators and the prefix of headers. */
  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String bare = lower.startsWith("x-") ? lower.substring(2) : lower;
    return bare.replace("-", "").replace("_", "");
  }
}
