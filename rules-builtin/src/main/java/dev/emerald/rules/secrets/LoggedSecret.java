package dev.emerald.rules.secrets;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.Locale;
import java.util.Set;

/** Passwords and keys in lines that many people read. */
@RuleInfo(
    id = "secret-cleartext-logging",
    title = "A password or key is written to the log",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {532, 312},
    owasp = {"A09:2021"},
    roadmap = {RoadmapItem.DEP_1, RoadmapItem.DEP_3},
    why =
        "Logs are kept for long, copied to other services and read by people who must not have the"
            + " passwords of users or the keys of the server.",
    remedy = "Leave it out, or have the logger redact the field.",
    bad = {
      @Example("app.post('/login', (req) => { console.log('login', req.body.password); });"),
      @Example("console.log('starting with', process.env);")
    },
    good =
        @Example(
            """
            console.log('login of', req.body.user, 'password:', mask(req.body.password));
            console.log(`hasPassword: ${Boolean(user.password)}, length ${user.password.length}`);
            console.log('Enter your password');
            """))
public final class LoggedSecret implements Rule {

  private static final ApiPattern CONSOLE = api("console.{log,error,warn,info,debug,trace,dir}");

  private static final ApiPattern ENVIRONMENT = api("process.env");

  private static final Set<String> LOGGERS =
      Set.of("logger", "log", "winston", "pino", "log4js", "bunyan");

  private static final Set<String> LEVELS =
      Set.of("log", "info", "warn", "error", "debug", "trace", "verbose", "fatal", "silly");

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, LoggedSecret::check);
  }

  private static void check(CallExpression call, FileContext context) {
    // A script that sets something up shows who runs it what it has made.
    if (!(call.callee() instanceof MemberExpression member)
        || !isLog(member, context)
        || Traits.isAround(context.file().path())) {
      return;
    }
    for (Expression argument : call.arguments()) {
      for (Expression shown : SensitiveNames.shown(argument, context)) {
        if (ENVIRONMENT.matches(context.scopes().apiOf(shown))) {
          context.report(shown, "The whole environment, with its secrets, is written to the log");
        } else if (SensitiveNames.isSensitive(shown, context)) {
          context.report(
              shown, "'" + Surroundings.lastName(shown) + "' is written to the log as it is");
        }
      }
    }
  }

  private static boolean isLog(MemberExpression callee, FileContext context) {
    String level = Keys.of(callee);
    if (level == null || !LEVELS.contains(level) && !level.equals("dir")) {
      return false;
    }
    if (CONSOLE.matches(context.scopes().apiOf(callee))) {
      return true;
    }
    String receiver = Surroundings.lastName(callee.object());
    return receiver != null && LOGGERS.contains(receiver.toLowerCase(Locale.ROOT));
  }
}
