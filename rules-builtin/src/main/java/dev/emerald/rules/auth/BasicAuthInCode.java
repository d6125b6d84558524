package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;

/** Users and passwords in the code. */
@RuleInfo(
    id = "auth-basic-hardcoded",
    title = "Users of basic authentication stand in the code",
    severity = Severity.HIGH,
    cwe = 798,
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why = "Whoever has the code can log in, and a password can't be changed without a release.",
    remedy = "Check users against a store, or read the password from the environment.",
    bad = {
      @Example(
          """
          const basicAuth = require('express-basic-auth');
          module.exports = basicAuth({ users: { admin: 'supersecret' } });
          """),
      @Example(
          """
          const connectBasic = require('basic-auth-connect');
          module.exports = connectBasic('admin', 'supersecret');
          """)
    },
    good =
        @Example(
            """
            const basicAuth = require('express-basic-auth');
            module.exports = basicAuth({ users: { admin: process.env.ADMIN_PASSWORD } });
            """))
public final class BasicAuthInCode implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        api("express-basic-auth"),
        (call, context) -> {
          Expression users =
              Settings.at(Settings.argument(call, 0, context.scopes()), context.scopes(), "users");
          ObjectView view = users == null ? null : context.scopes().objectOf(users);
          if (view == null) {
            return;
          }
          for (String name : view.names()) {
            Expression password = view.get(name);
            String text = Values.string(password, context.scopes());
            if (password != null && text != null && !text.isEmpty()) {
              context.report(
                  Settings.place(call, password, context),
                  "The password of '" + name + "' stands in the code");
            }
          }
        });
    on.call(
        api("basic-auth-connect"),
        (call, context) -> {
          Expression password = call.argument(1);
          if (password != null && Values.string(password, context.scopes()) != null) {
            context.report(password, "The password stands in the code");
          }
        });
  }
}
