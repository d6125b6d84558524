package dev.emerald.rules.deploy;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrowFunctionExpression;
import dev.emerald.spi.ast.BooleanLiteral;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shells on other machines that are opened without a look at who answers, or as root. */
@RuleInfo(
    id = "deploy-ssh-root-password",
    title = "A shell is opened as root with a password, or on a host that is not checked",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {322, 250},
    owasp = {"A07:2021"},
    roadmap = {RoadmapItem.DEP_6},
    why =
        "Who does not check the key of the host hands the password and the release to whoever sits"
            + " between. As root, one guessed password is the whole machine.",
    remedy =
        "Keep the key of the host in known_hosts, and log in with a key as a user that may do what"
            + " the task needs.",
    bad = {
      @Example(
          file = "deploy.sh",
          value =
              """
              scp -o StrictHostKeyChecking=no dist.tgz deploy@shop.example:/srv
              """),
      @Example(
          """
          const { Client } = require('ssh2');
          new Client().connect({ host, username: 'root', password });
          """)
    },
    good = {
      @Example(
          file = "deploy.sh",
          value =
              """
              # StrictHostKeyChecking=no is not needed: the key of the host is known
              scp -o StrictHostKeyChecking=yes dist.tgz deploy@shop.example:/srv
              """),
      @Example(
          """
          const { Client } = require('ssh2');
          new Client().connect({ host, username: 'deploy', privateKey: process.env.KEY });
          """)
    })
public final class UncheckedShell implements Rule {

  private static final Pattern UNCHECKED =
      Pattern.compile("StrictHostKeyChecking[\\s=]{1,3}[\"']?(?:no|off)\\b");

  private static final String WORD = "StrictHostKeyChecking";

  private static final int LONGEST_LINE = 2_000;

  @Override
  public void register(Hooks on) {
    on.text(UncheckedShell::check);
    on.call(
        api("{ssh2.Client(),node-ssh.NodeSSH(),ssh2-sftp-client()}.connect"),
        UncheckedShell::connect);
  }

  private static boolean isScript(TextFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".sh")
        || name.endsWith(".yml")
        || name.endsWith(".yaml")
        || name.equals("package.json")
        || name.contains("dockerfile")
        || name.equals("jenkinsfile")
        || name.equals("makefile");
  }

  private static void check(TextFile file, RuleContext context) {
    String text = file.source().text();
    if (file.test() || !isScript(file) || !text.contains(WORD)) {
      return;
    }
    for (int line = 1; line <= file.source().lineCount(); line++) {
      String written = file.source().lineText(line);
      int comment = written.strip().startsWith("#") ? 0 : written.length();
      Matcher found = UNCHECKED.matcher(written);
      if (comment > 0 && written.length() <= LONGEST_LINE && found.find()) {
        int start = file.source().lineStart(line);
        context.report(
            file.source().location(start + found.start(), start + found.end()),
            "Whoever answers is taken for the host");
      }
    }
  }

  private static void connect(Invocation call, FileContext context) {
    ObjectView options = Settings.argument(call, 0, context.scopes());
    if (options == null) {
      return;
    }
    Expression user = options.get("username");
    Expression password = options.get("password");
    if ("root".equals(Values.string(user, context.scopes())) && password != null) {
      context.report(
          Problem.at(
                  context.location(Settings.place(call, password, context)),
                  "The shell is opened as root with a password")
              .withSecret(context.location(context.scopes().origin(password))));
    }
    Expression verifier = options.get("hostVerifier");
    FunctionLike function = verifier == null ? null : context.scopes().functionOf(verifier);
    if (function instanceof ArrowFunctionExpression arrow
        && arrow.body() instanceof BooleanLiteral answer
        && answer.value()) {
      context.report(function, "Whoever answers is taken for the host");
    }
  }
}
