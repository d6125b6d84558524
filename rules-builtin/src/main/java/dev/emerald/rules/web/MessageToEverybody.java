package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Secrets in messages to whatever page is there. */
@RuleInfo(
    id = "web-postmessage-star",
    title = "A secret is sent to whatever page is there",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 201,
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "With '*' as its target a message goes to the page that happens to be in the other window:"
            + " whoever opened this page, or navigated that one, reads it.",
    remedy = "Name the origin that the message is for.",
    bad = @Example("window.parent.postMessage({ token }, '*');"),
    good = {
      @Example("window.parent.postMessage({ token }, 'https://app.example.com');"),
      @Example("window.parent.postMessage({ height: document.body.scrollHeight }, '*');")
    })
public final class MessageToEverybody implements Rule {

  private static final Words SECRET =
      Words.of(
          "token",
          "jwt",
          "password",
          "passwd",
          "secret",
          "apikey",
          "accesskey",
          "credential",
          "credentials",
          "cookie",
          "session",
          "sessionid",
          "authorization");

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf(
            "globalThis.{parent,top,opener}.postMessage",
            "globalThis.window.{parent,top,opener}.postMessage"),
        (call, context) -> {
          Expression data = call.argument(0);
          if (data != null
              && "*".equals(Values.string(call.argument(1), context.scopes()))
              && hasSecret(data, context)) {
            context.report(call, "The message goes to any page that is there");
          }
        });
  }

  private static boolean hasSecret(Expression data, FileContext context) {
    for (int i = data.number(), end = context.tree().subtreeEnd(i); i < end; i++) {
      if (context.tree().node(i) instanceof Identifier name && SECRET.in(name.name())) {
        return true;
      }
    }
    return false;
  }
}
