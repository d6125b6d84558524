package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.traits.Imported;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.StringLiteral;
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
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Sessions in cookies, changes by forms, and nothing that tells whose form it is. */
@RuleInfo(
    id = "web-csrf-missing",
    title = "Requests that other sites send in a user's name are obeyed",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 352,
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "Browsers send the session cookie along with every request, also with one that the form of"
            + " another site makes: whoever visits that site changes things here without knowing.",
    remedy =
        "Set sameSite on the session cookie, and check a token in requests that change something,"
            + " as csrf-csrf or @fastify/csrf-protection do.",
    bad =
        @Example(
            """
            const express = require('express');
            const session = require('express-session');
            const app = express();
            app.use(session({ secret: process.env.SECRET }));
            app.post('/mail', (req, res) => res.send(change(req.session.user, req.body.mail)));
            """),
    good = {
      @Example(
          """
          const express = require('express');
          const session = require('express-session');
          const app = express();
          app.use(session({ secret: process.env.SECRET, cookie: { sameSite: 'lax' } }));
          app.post('/mail', (req, res) => res.send(change(req.session.user, req.body.mail)));
          """),
      @Example(
          """
          const express = require('express');
          const session = require('express-session');
          const { doubleCsrf } = require('csrf-csrf');
          const app = express();
          app.use(session({ secret: process.env.SECRET }));
          app.use(doubleCsrf({ getSecret: () => process.env.SECRET }).doubleCsrfProtection);
          app.post('/mail', (req, res) => res.send(change(req.session.user, req.body.mail)));
          """)
    })
public final class CsrfMissing implements Rule {

  private static final Set<String> GUARDING =
      Set.of(
          "csurf",
          "csrf",
          "csrf-csrf",
          "csrf-sync",
          "tiny-csrf",
          "lusca",
          "koa-csrf",
          "koa-lusca",
          "@fastify/csrf-protection",
          "@fastify/csrf",
          "fastify-csrf",
          "@hapi/crumb",
          "crumb");

  private static final ApiPattern SESSIONS =
      anyOf("{express-session,cookie-session,client-sessions,koa-session,koa-generic-session}");

  private static final ApiPattern CHANGES =
      anyOf(
          "{express(),express.Router(),express().route(),express.Router().route()}"
              + ".{post,put,patch,delete}",
          "{koa-router(),@koa/router()}.{post,put,patch,delete}");

  /** What headers, cookies and fields of forms with a token are called. */
  private static final Pattern NAME_OF_TOKEN =
      Pattern.compile("(?:x[-_]|_)?[cx]srf(?:[-_]?token)?");

  private record Session(Location at) {}

  private record Change(Location at) {}

  private record Token(Location at) {}

  @Override
  public void register(Hooks on) {
    on.file((program, context) -> Imported.keep(GUARDING, context));
    on.call(SESSIONS, CsrfMissing::session);
    on.call(CHANGES, (call, context) -> keep(new Change(context.location(call)), context));
    on.node(Identifier.class, (name, context) -> token(name, name.name(), false, context));
    on.node(StringLiteral.class, (text, context) -> token(text, text.value(), true, context));
    on.project(CsrfMissing::judge);
  }

  private static void keep(Object fact, FileContext context) {
    if (!context.file().test()) {
      context.keep(fact);
    }
  }

  private static void session(Invocation call, FileContext context) {
    for (int i = 0; i < 2; i++) {
      for (String[] path : new String[][] {{"cookie", "sameSite"}, {"sameSite"}}) {
        Expression sameSite =
            Settings.at(Settings.argument(call, i, context.scopes()), context.scopes(), path);
        if (sameSite != null) {
          String value = Values.string(sameSite, context.scopes());
          if (value == null
              ? !Values.isFalse(sameSite, context.scopes())
              : !value.equalsIgnoreCase("none")) {
            return;
          }
        }
      }
    }
    keep(new Session(context.location(call)), context);
  }

  /** Something that is named so makes or checks a token of its own. */
  private static void token(Node node, String name, boolean whole, FileContext context) {
    if (name.length() >= 4 && name.length() < 60 && mayBeToken(name)) {
      String lower = name.toLowerCase(Locale.ROOT);
      if ((lower.contains("csrf") || lower.contains("xsrf"))
          && (!whole || NAME_OF_TOKEN.matcher(lower).matches())) {
        keep(new Token(context.location(node)), context);
      }
    }
  }

  /** Whether {@code srf} stands in a name, in whatever case: all names of a file are asked. */
  private static boolean mayBeToken(String name) {
    for (int i = 3; i < name.length(); i++) {
      if ((name.charAt(i) | 0x20) == 'f'
          && (name.charAt(i - 1) | 0x20) == 'r'
          && (name.charAt(i - 2) | 0x20) == 's') {
        return true;
      }
    }
    return false;
  }

  private static void judge(Project project, RuleContext context) {
    List<Session> sessions = context.kept(Session.class);
    List<Change> changes = context.kept(Change.class);
    List<Token> tokens = context.kept(Token.class);
    List<Imported> guards = context.kept(Imported.class);
    Traits.each(
        project,
        (of, traits) -> {
          boolean guarded =
              Imported.first(guards, traits, GUARDING).isPresent()
                  || tokens.stream().anyMatch(token -> traits.holds(token.at()));
          if (!guarded && changes.stream().anyMatch(change -> traits.holds(change.at()))) {
            sessions.stream()
                .filter(session -> traits.holds(session.at()))
                .findFirst()
                .ifPresent(
                    session ->
                        context.report(
                            session.at(),
                            "Its cookie comes with requests of other sites too, and nothing tells"
                                + " these apart"));
          }
        });
  }
}
