package dev.emerald.rules.web;

import dev.emerald.rules.naming.Conditions;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.traits.Imported;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UnaryOperator;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Details of an error are sent to the client. */
@RuleInfo(
    id = "web-stack-trace-response",
    title = "Details of an error are sent to the client",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {209},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_4, RoadmapItem.DEP_5},
    why =
        "Stacks and error objects tell an attacker paths, versions, queries and "
            + "which guess came near.",
    remedy = "Log the error, and answer a status with a sentence of your own.",
    bad =
        @Example(
            file = "example.js",
            value =
                """
                const express = require('express');
                express().use((err, req, res, next) => {
                  res.status(500).send(err.stack);
                });
                """),
    good =
        @Example(
            file = "example.js",
            value =
                """
                const express = require('express');
                express().use((err, req, res, next) => {
                  log.error(err);
                  res.status(500).send('sorry');
                });
                """))
public final class ErrorDetailsSent implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, ErrorDetailsSent::call);
    on.node(Property.class, ErrorDetailsSent::body);
    on.file((program, context) -> Imported.keep(PROTECTING, context));
    on.project(ErrorDetailsSent::measures);
  }

  /** What checks data from outside, or keeps passwords well. */
  private static final Set<String> PROTECTING =
      Set.of(
          "joi",
          "@hapi/joi",
          "celebrate",
          "zod",
          "ajv",
          "yup",
          "superstruct",
          "valibot",
          "class-validator",
          "express-validator",
          "validator",
          "secure-json-parse",
          "bcrypt",
          "bcryptjs",
          "argon2",
          "dompurify",
          "isomorphic-dompurify",
          "sanitize-html",
          "xss",
          "@middy/validator",
          "@sinclair/typebox");

  /** Says which measures against the usual flaws are in use. */
  private static void measures(Project project, RuleContext context) {
    List<Imported> seen = context.kept(Imported.class);
    Traits.each(
        project,
        (of, traits) ->
            Imported.first(seen, traits, PROTECTING)
                .ifPresent(
                    each ->
                        context.satisfied(
                            RoadmapItem.DEP_5,
                            each.location(),
                            each.library() + " checks or protects data")));
  }

  private static final Set<String> SENDING =
      Set.of("send", "json", "render", "end", "write", "jsonp");

  private static final Set<String> RESPONSE = Set.of("res", "response", "reply", "ctx");

  /** Where code asks for these, nobody but its developers looks at what it answers. */
  private static final Words DEVELOPMENT = Words.of("development", "dev", "debug", "production");

  private static final Set<String> ERROR = Set.of("err", "error", "e", "ex", "exception");

  private static void call(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression member)
        || !SENDING.contains(String.valueOf(Keys.of(member)))) {
      return;
    }
    Expression object = member.object();
    while (object instanceof CallExpression inner
        && inner.callee() instanceof MemberExpression outer) {
      object = outer.object();
    }
    if (!(object instanceof Identifier response) || !RESPONSE.contains(response.name())) {
      return;
    }
    if (Conditions.mention(DEVELOPMENT, call, context.tree())) {
      return;
    }
    // To Fastify an error is passed on like this, and answered without details.
    boolean passesOn = response.name().equals("reply");
    boolean shown = "render".equals(Keys.of(member));
    for (Expression argument : call.arguments()) {
      if (!(passesOn && argument instanceof Identifier)) {
        report(argument, argument, shown, context);
      }
    }
  }

  /**
   * Reports an error that is sent. A whole one that is sent as JSON has neither message nor stack:
   * the properties that remain tell something where the system itself failed.
   *
   * @param shown whether a page is made of it, which may show its stack
   */
  private static void report(Expression sent, Node place, boolean shown, FileContext context) {
    Held held = held(sent, context);
    if (held == Held.STACK) {
      context.report(place, "The stack of an error is sent to the client");
    } else if (held != Held.NOTHING) {
      Problem problem =
          Problem.at(context.location(place), "This tells the client the details of an error");
      boolean sure = shown || held == Held.PART;
      context.report(sure ? problem : problem.withConfidence(Confidence.LOW));
    }
  }

  /**
   * What a function of a platform answers: {@code { statusCode: 500, body: JSON.stringify(error)
   * }}.
   */
  private static void body(Property property, FileContext context) {
    if ("body".equals(Keys.of(property))
        && property.value() instanceof CallExpression text
        && text.callee() instanceof MemberExpression member
        && "stringify".equals(Keys.of(member))
        && context.tree().parent(property) instanceof ObjectExpression answer
        && answer.properties().stream()
            .anyMatch(
                each -> each instanceof Property status && "statusCode".equals(Keys.of(status)))
        && text.argument(0) != null) {
      report(text.argument(0), text, false, context);
    }
  }

  /** What of an error an expression holds. */
  private enum Held {
    NOTHING,
    WHOLE,
    /** As a property of what is sent: somebody wants it to be seen. */
    PART,
    STACK
  }

  private static Held asPart(Held held) {
    return held == Held.WHOLE ? Held.PART : held;
  }

  /** What an expression is or has as a property: an error as a whole, its stack. */
  private static Held held(Expression sent, FileContext context) {
    if (sent instanceof Identifier whole) {
      // An answer that is put together first: const answer = { error: err }.
      if (context.scopes().origin(whole) instanceof ObjectExpression answer) {
        return held(answer, deletedFrom(whole, context), context);
      }
      return ERROR.contains(whole.name()) && isCaught(whole, context) ? Held.WHOLE : Held.NOTHING;
    }
    if (sent instanceof MemberExpression member) {
      boolean stack = "stack".equals(Keys.of(member)) && member.object() instanceof Identifier;
      return stack ? Held.STACK : Held.NOTHING;
    }
    return sent instanceof ObjectExpression object ? held(object, Set.of(), context) : Held.NOTHING;
  }

  private static Held held(ObjectExpression object, Set<String> deleted, FileContext context) {
    Held most = Held.NOTHING;
    for (ObjectMember each : object.properties()) {
      if (each instanceof Property property
          && !deleted.contains(String.valueOf(Keys.of(property)))
          && property.value() instanceof Expression value
          && (value instanceof Identifier || value instanceof MemberExpression)) {
        Held held = asPart(held(value, context));
        most = held.compareTo(most) > 0 ? held : most;
      }
    }
    return most;
  }

  /** What is taken out of an answer again before it is sent, if only in production. */
  private static Set<String> deletedFrom(Identifier answer, FileContext context) {
    Symbol symbol = context.scopes().symbolOf(answer);
    Set<String> deleted = new HashSet<>();
    for (Identifier each : symbol == null ? List.<Identifier>of() : symbol.references()) {
      if (context.tree().parent(each) instanceof MemberExpression member
          && member.object() == each
          && context.tree().parent(member) instanceof UnaryExpression operation
          && operation.operator() == UnaryOperator.DELETE) {
        deleted.add(String.valueOf(Keys.of(member)));
      }
    }
    return deleted;
  }

  /** Whether a name is that of a parameter: of a catch clause, a callback or an error handler. */
  private static boolean isCaught(Identifier name, FileContext context) {
    Symbol symbol = context.scopes().symbolOf(name);
    return symbol != null
        && (symbol.kind() == Symbol.Kind.CATCH || symbol.kind() == Symbol.Kind.PARAMETER);
  }
}
