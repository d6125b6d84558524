package dev.emerald.rules.web;

import dev.emerald.rules.traits.Imported;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A login that keeps the session from before. */
@RuleInfo(
    id = "web-session-fixation",
    title = "A login goes on with the session that was there before",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 384,
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Whoever got a browser to use a session of their own making, or has read its cookie before,"
            + " is logged in together with the user.",
    remedy = "Call req.session.regenerate first, and note the user in the new session.",
    bad =
        @Example(
            """
            const session = require('express-session');
            exports.login = (req, res) => {
              users.check(req.body.name, req.body.password, (error, user) => {
                req.session.userId = user.id;
                res.redirect('/');
              });
            };
            """),
    good =
        @Example(
            """
            const session = require('express-session');
            exports.login = (req, res) => {
              users.check(req.body.name, req.body.password, (error, user) => {
                req.session.regenerate(() => {
                  req.session.userId = user.id;
                  res.redirect('/');
                });
              });
            };
            """))
public final class SessionFixation implements Rule {

  /** Sessions that the server keeps, so that their names can be known before. */
  private static final Set<String> STORES =
      Set.of("express-session", "koa-session", "koa-generic-session", "@fastify/session");

  private static final Set<String> USERS =
      Set.of(
          "user",
          "userId",
          "userid",
          "user_id",
          "uid",
          "username",
          "userName",
          "account",
          "accountId",
          "customerId",
          "loggedIn",
          "loggedin",
          "isLoggedIn",
          "authenticated",
          "isAuthenticated",
          "isAuth");

  private static final Pattern LOGIN =
      Pattern.compile("passw|log_?in|sign_?in", Pattern.CASE_INSENSITIVE);

  private static final int MOST_LOOK = 6_000;

  private record Login(Location at) {}

  @Override
  public void register(Hooks on) {
    on.file((program, context) -> Imported.keep(STORES, context));
    on.node(AssignmentExpression.class, SessionFixation::assigned);
    on.project(SessionFixation::judge);
  }

  private static void assigned(AssignmentExpression assignment, FileContext context) {
    if (context.file().test()
        || !(assignment.left() instanceof MemberExpression user)
        || !(user.object() instanceof MemberExpression session)) {
      return;
    }
    String name = Keys.of(user);
    if (name == null || !USERS.contains(name) || !"session".equals(Keys.of(session))) {
      return;
    }
    Constant value = Values.constant(assignment.right(), context.scopes());
    if (value != null && !value.truthy()) {
      return;
    }
    FunctionLike handler = handler(assignment, context);
    if (handler == null) {
      return;
    }
    Node named = named(handler, context);
    String text = context.source().slice(named.start(), handler.end());
    String seen = text.length() > MOST_LOOK ? text.substring(0, MOST_LOOK) : text;
    boolean[] renewed = {false};
    context
        .tree()
        .forEach(handler, Identifier.class, id -> renewed[0] |= id.name().equals("regenerate"));
    if (LOGIN.matcher(seen).find() && !renewed[0]) {
      context.keep(new Login(context.location(assignment)));
    }
  }

  /** The function around a node that takes a request: the outermost with two parameters. */
  private static @Nullable FunctionLike handler(Node node, FileContext context) {
    FunctionLike found = null;
    FunctionLike at = context.tree().enclosing(node, FunctionLike.class);
    for (int i = 0; at != null && i < 12; i++) {
      if (!at.params().isEmpty()) {
        String first = context.source().slice(at.params().get(0).start(), at.params().get(0).end());
        if (first.startsWith("req") || first.startsWith("ctx") || first.equals("context")) {
          found = at;
        }
      }
      Node parent = context.tree().parent(at);
      at = parent == null ? null : context.tree().enclosing(parent, FunctionLike.class);
    }
    return found;
  }

  /** What gives a function its name, or the route it is for. */
  private static Node named(FunctionLike function, FileContext context) {
    Node parent = context.tree().parent(function);
    return parent == null || parent.end() - function.end() > 200 ? function : parent;
  }

  private static void judge(Project project, RuleContext context) {
    List<Imported> stores = context.kept(Imported.class);
    List<Login> logins = context.kept(Login.class);
    Traits.each(
        project,
        (of, traits) -> {
          if (Imported.first(stores, traits, STORES).isPresent()) {
            for (Login login : logins) {
              if (traits.holds(login.at())) {
                context.report(login.at(), "The session of before the login is kept");
              }
            }
          }
        });
  }
}
