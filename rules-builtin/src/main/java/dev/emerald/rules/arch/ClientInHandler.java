package dev.emerald.rules.arch;

import dev.emerald.rules.traits.Imported;
import dev.emerald.rules.traits.Kind;
import dev.emerald.rules.traits.Traits;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Symbol;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A third party is called from handlers, or from everywhere. */
@RuleInfo(
    id = "arch-third-party-direct-use",
    title = "A third party is called from handlers, or from everywhere",
    severity = Severity.LOW,
    cwe = {1057},
    roadmap = {RoadmapItem.DEV_2},
    why =
        "Time-outs, retries, credentials and what may be sent out are decided anew "
            + "at each place, and forgotten at some. When the third party is slow or "
            + "changes, so is the whole program.",
    remedy =
        "Give each third party one module that holds its client, with a time-out, "
            + "and call that.",
    bad =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node app.js" } }
                """,
            value =
                """
                const axios = require('axios');
                exports.show = (req, res) => {
                  axios.get('https://rates.shop.net/eur').then((answer) => res.json(answer.data));
                };
                """),
    good =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node app.js" } }
                """,
            value =
                """
                const axios = require('axios');
                const client = axios.create({ baseURL: 'https://rates.shop.net', timeout: 3000 });
                exports.rates = async (currency) => (await client.get('/' + currency)).data;
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class ClientInHandler implements Rule {

  @Override
  public void register(Hooks on) {
    on.file((program, context) -> Imported.keep(CLIENTS, context));
    on.node(CallExpression.class, ClientInHandler::call);
    on.project(this::check);
  }

  private static final Set<String> CLIENTS =
      Set.of(
          "axios",
          "got",
          "node-fetch",
          "request",
          "request-promise",
          "superagent",
          "needle",
          "undici",
          "ky",
          "nodemailer",
          "stripe",
          "twilio",
          "@sendgrid/mail",
          "openai",
          "@anthropic-ai/sdk",
          "puppeteer",
          "playwright",
          "@slack/web-api",
          "mailgun.js",
          "@aws-sdk/client-s3",
          "@aws-sdk/client-ses",
          "@aws-sdk/client-sns",
          "@aws-sdk/client-sqs",
          "paypal-rest-sdk",
          "cloudinary",
          "@octokit/rest",
          "algoliasearch",
          "googleapis",
          "@googlemaps/google-maps-services-js",
          "contentful",
          "@sanity/client",
          "@prismicio/client",
          "shopify-api-node",
          "@mailchimp/mailchimp_marketing",
          "twitter-api-v2",
          "jsforce",
          "superagent-promise",
          "wreck",
          "@hapi/wreck");

  /** Whether a library, or a global of Node.js, calls other services. */
  static boolean isClient(String library) {
    return CLIENTS.contains(library) || library.equals("fetch");
  }

  private static final int MOST_MODULES = 3;

  private static final int SHOWN = 8;

  /**
   * A call of a client within a handler.
   *
   * @param needed the library that its package has to use for this to be a handler, or nothing
   */
  private record InHandler(Location location, String needed, String library) {}

  private static void call(CallExpression call, FileContext context) {
    if (context.file().test()) {
      return;
    }
    String api = context.scopes().apiOf(call.callee());
    if (api == null) {
      return;
    }
    String library = library(api);
    if (!isClient(library)) {
      return;
    }
    FunctionLike around = context.tree().enclosing(call, FunctionLike.class);
    for (int steps = 0; around != null && steps < 10; steps++) {
      String needed = HandlerShapes.needed(around, context);
      if (needed != null && isMadeHere(call.callee(), library, context)) {
        context.keep(new InHandler(context.location(call.callee()), needed, library));
        return;
      }
      Node outer = context.tree().parent(around);
      around = outer == null ? null : context.tree().enclosing(outer, FunctionLike.class);
    }
    if (library.equals("fetch")) {
      context.keep(new Imported("fetch", context.location(call.callee())));
    }
  }

  /**
   * Whether what is called comes from the library itself in this file: what a module of one's own
   * has handed over, be it an answer or the client that it holds, is as it should be.
   */
  private static boolean isMadeHere(Expression callee, String library, FileContext context) {
    Expression at = callee;
    for (int steps = 0; steps < 40; steps++) {
      if (at instanceof MemberExpression member) {
        at = member.object();
      } else if (at instanceof Invocation call) {
        at = call.callee();
      } else if (at instanceof AwaitExpression waiting) {
        at = waiting.argument();
      } else if (at instanceof Identifier name) {
        Symbol symbol = context.scopes().symbolOf(name);
        if (symbol == null || symbol.declarations().isEmpty()) {
          return true;
        }
        String module = Handler.moduleOf(name, context);
        if (module != null) {
          return module.startsWith(library);
        }
        VariableDeclarator variable =
            context.tree().enclosing(symbol.declarations().get(0), VariableDeclarator.class);
        if (variable == null || variable.init() == null) {
          return false;
        }
        at = variable.init();
      } else {
        return false;
      }
    }
    return false;
  }

  private static String library(String api) {
    int end = 0;
    while (end < api.length() && ".(".indexOf(api.charAt(end)) < 0) {
      end++;
    }
    return api.substring(0, end);
  }

  private void check(Project project, RuleContext context) {
    List<Imported> all = context.kept(Imported.class);
    List<InHandler> handlers = context.kept(InHandler.class);
    Traits.each(project, (of, traits) -> judge(of, traits, all, handlers, context));
  }

  /** One finding for each library of a package: it is put right by one module. */
  private static void report(String library, List<InHandler> calls, RuleContext context) {
    InHandler first = calls.get(0);
    String others = calls.size() == 1 ? "" : "; so it is in %d places".formatted(calls.size());
    Problem problem =
        Problem.at(first.location(), library + " is called in the handler of a request" + others);
    for (InHandler other : calls.subList(1, Math.min(calls.size(), SHOWN))) {
      problem = problem.withStep(other.location(), "in a handler too");
    }
    context.report(problem);
  }

  private static void judge(
      ProjectPackage of,
      Traits traits,
      List<Imported> all,
      List<InHandler> handlers,
      RuleContext context) {
    // The handler that a library hands on is the very module that holds its client.
    List<InHandler> direct =
        handlers.stream()
            .filter(one -> traits.kind() != Kind.LIBRARY && traits.holds(one.location()))
            .filter(one -> one.needed().isEmpty() || traits.uses(one.needed()))
            .toList();
    Map<String, Set<String>> modules = new TreeMap<>();
    Map<String, Location> first = new TreeMap<>();
    for (Imported each : all) {
      if (traits.holds(each.location()) && !traits.byHand(each.location())) {
        modules.computeIfAbsent(each.library(), key -> new TreeSet<>()).add(each.location().path());
        first.putIfAbsent(each.library(), each.location());
      }
    }
    if (modules.isEmpty() && direct.isEmpty()) {
      context.notApplicable(RoadmapItem.DEV_2, of, "no client of a third party is used");
      return;
    }
    Map<String, List<InHandler>> byLibrary = new TreeMap<>();
    for (InHandler call : direct) {
      byLibrary.computeIfAbsent(call.library(), key -> new ArrayList<>()).add(call);
    }
    byLibrary.forEach((library, calls) -> report(library, calls, context));
    for (Map.Entry<String, Location> each : first.entrySet()) {
      int count = modules.getOrDefault(each.getKey(), Set.of()).size();
      if (count > MOST_MODULES) {
        context.report(each.getValue(), each.getKey() + " is used in " + count + " modules");
      } else {
        context.satisfied(
            RoadmapItem.DEV_2,
            each.getValue(),
            each.getKey()
                + (count == 1 ? " is used in one module" : " is used in " + count + " modules"));
      }
    }
  }
}
