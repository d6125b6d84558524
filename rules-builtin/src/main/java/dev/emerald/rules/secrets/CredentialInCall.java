package dev.emerald.rules.secrets;

import dev.emerald.rules.secrets.Credentials.Likelihood;
import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Constants that a library is given to prove who it speaks for. */
@RuleInfo(
    id = "secret-hardcoded-credential",
    title = "A password or key stands where it is used",
    severity = Severity.HIGH,
    cwe = {798, 259},
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Everybody with the code, a copy or its history opens the database, the mailbox or the"
            + " account. It can't be changed without a release.",
    remedy =
        "Read it from the environment or a secret store, and stop at start if it is missing. Change"
            + " the one that stood here.",
    bad = {
      @Example(
          """
          const { Pool } = require('pg');
          const pool = new Pool({ host: 'db.internal', user: 'shop', password: 'Tr0ub4dor-3' });
          """),
      @Example(
          """
          import stripe from 'stripe';
          const key = 'prod9Kd3Lm5Np7Qr2St4Uv6Wx8Yz';
          export const payments = stripe(key);
          """)
    },
    good =
        @Example(
            """
            const { Pool } = require('pg');
            const pool = new Pool({ user: 'shop', password: process.env.DB_PASSWORD });
            const other = new Pool({ user: 'shop', password: '<your password>' });
            """))
public final class CredentialInCall implements Rule {

  @Override
  public void register(Hooks on) {
    for (CredentialSinks.Sink sink : CredentialSinks.CREDENTIALS) {
      on.call(sink.api(), (call, context) -> check(sink, call, context));
    }
  }

  private static void check(CredentialSinks.Sink sink, Invocation call, FileContext context) {
    Expression value =
        sink.path().isEmpty()
            ? call.argument(sink.argument())
            : Settings.at(
                Settings.argument(call, sink.argument(), context.scopes()),
                context.scopes(),
                sink.path().toArray(String[]::new));
    String text = Values.string(value, context.scopes());
    if (value == null || text == null) {
      return;
    }
    // Here a word that people choose is one, whatever the library calls the place.
    Likelihood likelihood = Credentials.of("password", text);
    if (likelihood == Likelihood.NONE) {
      return;
    }
    Expression origin = context.scopes().origin(value);
    Problem problem =
        Problem.at(
                context.location(Settings.place(call, value, context)),
                "Everybody with the code can use this password or key")
            .withSecret(context.location(origin));
    if (origin != value && !context.tree().contains(call, origin)) {
      problem = problem.withStep(context.location(origin), "it stands here");
    }
    context.report(
        likelihood == Likelihood.WEAK ? problem.withConfidence(Confidence.MEDIUM) : problem);
  }
}
