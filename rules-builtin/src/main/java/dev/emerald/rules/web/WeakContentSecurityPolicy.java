package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A content security policy that lets scripts in. */
@RuleInfo(
    id = "web-csp-weak",
    title = "Content security policy that allows foreign scripts",
    severity = Severity.MEDIUM,
    cwe = {693, 79},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "A policy is the second line against cross-site scripting. With 'unsafe-inline',"
            + " 'unsafe-eval', a wildcard or data: for scripts, injected code runs as if there were"
            + " none.",
    remedy = "Allow scripts by nonce or hash, with 'strict-dynamic' where they load others.",
    bad = {
      @Example(
          """
          const helmet = require('helmet');
          module.exports = helmet({
            contentSecurityPolicy: {
              directives: { scriptSrc: ["'self'", "'unsafe-inline'"] },
            },
          });
          """),
      @Example(
          """
          const express = require('express');
          express().use((req, res, next) => {
            res.setHeader('Content-Security-Policy', "default-src *; object-src 'none'");
            next();
          });
          """)
    },
    good = {
      @Example(
          """
          const helmet = require('helmet');
          module.exports = helmet.contentSecurityPolicy({
            directives: { scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"] },
          });
          """),
      @Example(
          value =
              """
              const helmet = require('helmet');
              module.exports = helmet.contentSecurityPolicy({
                directives: { 'script-src': ["'nonce-abc'", "'strict-dynamic'", "'unsafe-inline'"] },
              });
              """,
          note = "A nonce makes browsers ignore 'unsafe-inline'.")
    })
public final class WeakContentSecurityPolicy implements Rule {

  private static final List<String> DIRECTIVES =
      List.of("scriptSrc", "script-src", "defaultSrc", "default-src", "objectSrc", "object-src");

  private static final Set<String> OPEN = Set.of("*", "data:", "http:", "https:");

  @Override
  public void register(Hooks on) {
    on.call(
        api("{helmet,koa-helmet}"),
        (call, context) ->
            directives(
                Settings.at(
                    Settings.argument(call, 0, context.scopes()),
                    context.scopes(),
                    "contentSecurityPolicy",
                    "directives"),
                call,
                context));
    on.call(
        api("{helmet,koa-helmet}.contentSecurityPolicy"),
        (call, context) ->
            directives(
                Settings.at(
                    Settings.argument(call, 0, context.scopes()), context.scopes(), "directives"),
                call,
                context));
    on.call(
        anyOf(
            "express.Response().{set,setHeader,header}",
            "http.ServerResponse().setHeader",
            "fastify.Reply().header",
            "koa.Context().set"),
        this::header);
  }

  private static void directives(
      @Nullable Expression argument, Invocation call, FileContext context) {
    ObjectView view = argument == null ? null : context.scopes().objectOf(argument);
    if (view == null) {
      return;
    }
    for (String name : DIRECTIVES) {
      Expression value = view.get(name);
      if (value == null || !(context.scopes().origin(value) instanceof ArrayExpression array)) {
        continue;
      }
      List<String> sources = new ArrayList<>();
      for (Expression element : array.elements()) {
        String source = Values.string(element, context.scopes());
        sources.add(source == null ? "" : source);
      }
      String weakness = weakness(sources);
      if (weakness != null) {
        context.report(Settings.place(call, value, context), "'" + name + "' allows " + weakness);
      }
    }
  }

  private void header(Invocation call, FileContext context) {
    String name = Values.string(call.argument(0), context.scopes());
    Expression value = call.argument(1);
    String policy = Values.string(value, context.scopes());
    if (name == null
        || value == null
        || policy == null
        || !name.equalsIgnoreCase("content-security-policy")) {
      return;
    }
    for (String directive : policy.split(";", -1)) {
      List<String> parts = List.of(directive.strip().split("\\s+", -1));
      if (DIRECTIVES.contains(parts.get(0).toLowerCase(Locale.ROOT))) {
        String weakness = weakness(parts.subList(1, parts.size()));
        if (weakness != null) {
          context.report(value, "'" + parts.get(0) + "' allows " + weakness);
        }
      }
    }
  }

  private static @Nullable String weakness(List<String> sources) {
    boolean pinned =
        sources.stream().anyMatch(s -> s.startsWith("'nonce-") || s.startsWith("'sha"));
    for (String source : sources) {
      if (source.equals("'unsafe-eval'") || source.equals("'unsafe-inline'") && !pinned) {
        return source;
      }
      if (OPEN.contains(source) && !pinned) {
        return source.equals("*") ? "every site" : "all of " + source;
      }
    }
    return null;
  }
}
