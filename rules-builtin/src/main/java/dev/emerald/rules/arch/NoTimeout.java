package dev.emerald.rules.arch;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Property;
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
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.ObjectView;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Requests to others that may take for ever. */
@RuleInfo(
    id = "arch-no-timeout-external",
    title = "A request to another service without a time-out",
    severity = Severity.MEDIUM,
    cwe = {1088, 400},
    roadmap = {RoadmapItem.DEV_2, RoadmapItem.DEP_5},
    why =
        "This client waits for as long as the other side likes. When that hangs, every request that"
            + " needs it stays open, until memory or connections have run out.",
    remedy = "Set a time-out where the client is made, or pass signal: AbortSignal.timeout(ms).",
    bad =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node example.js" } }
                """,
            value =
                """
                const axios = require('axios');
                const express = require('express');
                const rates = async (currency) =>
                  (await axios.get('https://rates.shop.example/' + currency)).data;
                express().get('/', async (req, res) => res.json(await rates('EUR'))).listen(3000);
                """),
    good =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node example.js" } }
                """,
            value =
                """
                const axios = require('axios');
                const express = require('express');
                const client = axios.create({ timeout: 3000 });
                const rates = async (currency) =>
                  (await client.get('https://rates.shop.example/' + currency)).data;
                express().get('/', async (req, res) => res.json(await rates('EUR'))).listen(3000);
                """))
public final class NoTimeout implements Rule {

  /** Clients that wait for ever unless they are told not to. */
  private static final ApiPattern REQUESTS =
      anyOf(
          "axios",
          "axios.{get,delete,head,options,post,put,patch,request}",
          "got",
          "got.{get,post,put,patch,head,delete}",
          "request",
          "request.{get,post,put,patch,head,del,delete}",
          "request-promise",
          "request-promise.{get,post,put,patch,head,del,delete}",
          "request-promise-native",
          "request-promise-native.{get,post,put,patch,head,del,delete}",
          "node-fetch",
          "{http,https}.{get,request}");

  private static final ApiPattern MADE =
      anyOf(
          "axios.create().{get,delete,head,options,post,put,patch,request}",
          "axios.create()",
          "got.extend()",
          "got.extend().{get,post,put,patch,head,delete}");

  private static final ApiPattern MAKING = anyOf("axios.create", "got.extend");

  private static final Set<String> LIMITS = Set.of("timeout", "signal", "cancelToken", "agent");

  private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");

  private static final Set<String> WITHOUT_BODY = Set.of("get", "delete", "head", "options");

  /** What else may hold a limit: an object that was made elsewhere, or an interceptor. */
  private static final Set<String> ELSEWHERE = Set.of("axios-retry", "axios-timeout");

  private static final Pattern LIMITING =
      Pattern.compile("(?i)\\w{0,60}timeout\\w{0,60}|AbortController|AbortSignal|race");

  private static final int SHOWN = 6;

  @Override
  public void register(Hooks on) {
    on.call(REQUESTS, NoTimeout::request);
    on.call(MADE, NoTimeout::request);
    on.call(MAKING, NoTimeout::making);
    on.node(AssignmentExpression.class, NoTimeout::assigned);
    on.node(Property.class, NoTimeout::configured);
    on.project(NoTimeout::check);
  }

  /** A request that may take for ever. */
  private record Endless(Location location, String library) {}

  /** A library that is told of a limit for all its requests, or may be. */
  private record Limited(Location location, String library) {}

  private static String library(String api) {
    int end = 0;
    while (end < api.length() && ".(".indexOf(api.charAt(end)) < 0) {
      end++;
    }
    return api.substring(0, end);
  }

  private static void request(Invocation call, FileContext context) {
    String api = context.scopes().apiOf(call.callee());
    if (api == null || context.file().test()) {
      return;
    }
    if (!setsNoLimit(api, call, context) || isLimitedAround(call, context)) {
      return;
    }
    context.keep(new Endless(context.location(call.callee()), library(api)));
  }

  /** Whether a request is sure to set no limit of its own: what is not seen may. */
  private static boolean setsNoLimit(String api, Invocation call, FileContext context) {
    String method = api.substring(api.lastIndexOf('.') + 1);
    int from = 0;
    if (api.startsWith("axios") && WITH_BODY.contains(method)) {
      from = 2;
    } else if (api.startsWith("axios") && WITHOUT_BODY.contains(method)
        || api.equals("node-fetch")) {
      from = 1;
    }
    List<Expression> arguments = call.arguments();
    for (int i = from; i < arguments.size(); i++) {
      if (!isWithoutLimit(arguments.get(i), context)) {
        return false;
      }
    }
    return !arguments.isEmpty();
  }

  /** Whether an argument is sure to set no limit: what is not seen may. */
  private static boolean isWithoutLimit(Expression argument, FileContext context) {
    ObjectView options = context.scopes().objectOf(argument);
    if (options != null) {
      return LIMITS.stream().allMatch(options::lacks);
    }
    return context.scopes().constantOf(argument) != null || isText(argument, context);
  }

  /** Whether an expression gives a text, an URL, or a function: no options. */
  private static boolean isText(Expression argument, FileContext context) {
    Expression origin = context.scopes().origin(argument);
    return switch (origin.kind()) {
      case TEMPLATE_LITERAL,
          STRING_LITERAL,
          BINARY_EXPRESSION,
          ARROW_FUNCTION_EXPRESSION,
          FUNCTION_EXPRESSION ->
          true;
      default -> false;
    };
  }

  /** Whether the function around a request knows of limits: {@code request.setTimeout}. */
  private static boolean isLimitedAround(Invocation call, FileContext context) {
    Node around = context.tree().enclosing(call, FunctionLike.class);
    boolean[] limited = new boolean[1];
    context
        .tree()
        .forEach(
            around == null ? context.tree().program() : around,
            Identifier.class,
            name -> limited[0] |= LIMITING.matcher(name.name()).matches());
    return limited[0];
  }

  private static void making(Invocation call, FileContext context) {
    String api = context.scopes().apiOf(call.callee());
    Expression options = call.argument(0);
    if (api != null && options != null && !isWithoutLimit(options, context)) {
      context.keep(new Limited(context.location(call.callee()), library(api)));
    }
  }

  /** {@code axios.defaults.timeout = 3000}, and what it may be said by. */
  private static void assigned(AssignmentExpression assignment, FileContext context) {
    if (assignment.left() instanceof MemberExpression member
        && "timeout".equals(Keys.of(member))
        && member.object() instanceof MemberExpression defaults
        && "defaults".equals(Keys.of(defaults))) {
      context.keep(new Limited(context.location(member), "axios"));
    }
  }

  /** Modules of frameworks that make the client: {@code HttpModule.register({ timeout })}. */
  private static void configured(Property property, FileContext context) {
    if ("timeout".equals(Keys.of(property)) && context.file().imports().contains("@nestjs/axios")) {
      context.keep(new Limited(context.location(property.key()), "axios"));
    }
  }

  private static void check(Project project, RuleContext context) {
    List<Endless> all = context.kept(Endless.class);
    List<Limited> limits = context.kept(Limited.class);
    Traits.each(
        project,
        (of, traits) -> {
          if (!traits.kind().answers() || ELSEWHERE.stream().anyMatch(traits::imports)) {
            return;
          }
          Set<String> limited = new HashSet<>();
          limits.stream()
              .filter(each -> traits.holds(each.location()))
              .forEach(each -> limited.add(each.library()));
          Map<String, List<Endless>> byLibrary = new LinkedHashMap<>();
          for (Endless each : all) {
            if (traits.holds(each.location())
                && !limited.contains(each.library())
                && !Traits.isAround(each.location().path())) {
              byLibrary.computeIfAbsent(each.library(), key -> new ArrayList<>()).add(each);
            }
          }
          byLibrary.forEach((library, requests) -> report(library, requests, context));
        });
  }

  /** One finding for each client of a package: it is set where the client is made. */
  private static void report(String library, List<Endless> requests, RuleContext context) {
    Endless first = requests.get(0);
    String others =
        requests.size() == 1 ? "" : "; so do %d requests in all".formatted(requests.size());
    Problem problem =
        Problem.at(
            first.location(), "%s waits for an answer without end%s".formatted(library, others));
    for (Endless other : requests.subList(1, Math.min(requests.size(), SHOWN))) {
      problem = problem.withStep(other.location(), "without a time-out too");
    }
    context.report(problem);
  }
}
