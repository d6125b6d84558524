package dev.emerald.rules.web;

import dev.emerald.rules.naming.Conditions;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SwitchStatement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import org.jspecify.annotations.Nullable;

/** Windows that take any certificate. */
@RuleInfo(
    id = "electron-certificate-error",
    title = "The window takes any certificate",
    severity = Severity.HIGH,
    cwe = 295,
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_7,
    why =
        "Chromium asks when a certificate is not to be trusted; who always says yes lets anybody on"
            + " the way read and change what the window loads, and what it loads runs as the"
            + " program.",
    remedy =
        "Leave the answer to Chromium; where one host has a certificate of its own, compare its"
            + " fingerprint and refuse all else.",
    bad = {
      @Example(
          """
          const { app } = require('electron');
          app.on('certificate-error', (event, contents, url, error, certificate, callback) => {
            event.preventDefault();
            callback(true);
          });
          """),
      @Example(
          """
          const { session } = require('electron');
          session.defaultSession.setCertificateVerifyProc((request, callback) => callback(0));
          """)
    },
    good =
        @Example(
            """
            const { app } = require('electron');
            const { PRINT } = require('./settings.json');
            app.on('certificate-error', (event, contents, url, error, certificate, callback) => {
              if (certificate.fingerprint === PRINT) {
                event.preventDefault();
                callback(true);
              } else {
                callback(false);
              }
            });
            """))
public final class ElectronCertificates implements Rule {

  /** Conditions that say that developers are meant. */
  private static final Words MEANT =
      Words.of("development", "isdev", "dev", "debug", "insecure", "localhost", "packaged");

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, ElectronCertificates::check);
  }

  private static void check(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression member)
        || !context.file().imports().contains("electron")) {
      return;
    }
    String method = String.valueOf(Keys.of(member));
    String first = Values.string(call.argument(0), context.scopes());
    boolean asked =
        (method.equals("on") || method.equals("once")) && "certificate-error".equals(first);
    if (asked) {
      answered(call.argument(1), 5, true, context);
    } else if (method.equals("setCertificateVerifyProc")) {
      answered(call.argument(0), 1, false, context);
    } else if (method.equals("appendSwitch")
        && "ignore-certificate-errors".equals(first)
        && !Conditions.mention(MEANT, call, context.tree())) {
      context.report(call, "All windows take any certificate");
    }
  }

  /**
   * Looks at a function that Chromium asks.
   *
   * @param index which parameter it answers by
   * @param event whether true is the answer that accepts; otherwise it is 0
   */
  private static void answered(
      @Nullable Expression handler, int index, boolean event, FileContext context) {
    FunctionLike function = handler == null ? null : context.scopes().functionOf(handler);
    if (function == null
        || function.params().size() <= index
        || !(function.params().get(index) instanceof Identifier callback)) {
      return;
    }
    CallExpression[] accepting = new CallExpression[1];
    boolean[] refuses = new boolean[1];
    context
        .tree()
        .forEach(
            function,
            CallExpression.class,
            call -> {
              if (call.callee() instanceof Identifier callee
                  && callee.name().equals(callback.name())) {
                Expression answer = call.argument(0);
                boolean accepts =
                    event
                        ? Values.isTrue(answer, context.scopes())
                        : Values.number(answer, context.scopes()) == 0;
                if (accepts && !isConditional(call, function, context)) {
                  accepting[0] = call;
                } else if (!accepts) {
                  refuses[0] = true;
                }
              }
            });
    CallExpression found = accepting[0];
    if (found != null && !refuses[0] && !Conditions.mention(MEANT, found, context.tree())) {
      context.report(found, "Any certificate is accepted");
    }
  }

  private static boolean isConditional(Node place, FunctionLike function, FileContext context) {
    Node at = context.tree().parent(place);
    while (at != null && at != function) {
      if (at instanceof IfStatement
          || at instanceof ConditionalExpression
          || at instanceof LogicalExpression
          || at instanceof SwitchStatement) {
        return true;
      }
      at = context.tree().parent(at);
    }
    return false;
  }
}
