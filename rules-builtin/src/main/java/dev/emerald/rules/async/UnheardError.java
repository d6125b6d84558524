package dev.emerald.rules.async;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.traits.Kind;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Symbol;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Emitters whose errors nobody listens to. */
@RuleInfo(
    id = "async-emitter-error",
    title = "A stream, request or connection without a listener for errors",
    severity = Severity.MEDIUM,
    cwe = 248,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_4,
    why =
        "An error event that nobody listens to is thrown, and ends the process with all that it was"
            + " doing for others: a file that is not there or a connection that breaks is enough.",
    remedy =
        "Listen with .on('error', ...), or use stream.pipeline or the promise form of the API.",
    bad = {
      @Example(
          file = "example.js",
          packageJson =
              """
              { "name": "shop", "private": true, "scripts": { "start": "node example.js" } }
              """,
          value =
              """
              const fs = require('fs');
              const http = require('http');
              http.createServer((req, res) => {
                fs.createReadStream(pathOf(req)).pipe(res);
              }).listen(3000);
              """),
      @Example(
          file = "example.js",
          packageJson =
              """
              { "name": "part", "exports": "./example.js" }
              """,
          value =
              """
              const https = require('https');
              exports.ping = (host, done) => {
                const request = https.request({ host }, done);
                request.end();
              };
              """)
    },
    good =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node example.js" } }
                """,
            value =
                """
                const fs = require('fs');
                const http = require('http');
                http.createServer((req, res) => {
                  fs.createReadStream(pathOf(req)).on('error', () => res.destroy()).pipe(res);
                }).listen(3000);
                """))
public final class UnheardError implements Rule {

  private static final ApiPattern EMITTERS =
      anyOf(
          "fs.createReadStream",
          "{http,https}.{request,get}",
          "{net,tls}.{connect,createConnection}",
          "pg.Pool",
          "redis.createClient");

  private static final Set<String> LISTENING =
      Set.of("on", "once", "addListener", "prependListener");

  /** What a call hands back the emitter itself from. */
  private static final Set<String> FLUENT =
      Set.of("on", "once", "addListener", "prependListener", "setTimeout", "setEncoding", "end");

  private static final Set<String> FIXED =
      Set.of("require", "path", "join", "resolve", "__dirname", "__filename", "process", "cwd");

  @Override
  public void register(Hooks on) {
    on.call(EMITTERS, UnheardError::made);
    on.project(UnheardError::check);
  }

  /** An emitter that nobody listens to. */
  private record Unheard(Location location, String api, boolean called) {}

  private static void made(Invocation call, FileContext context) {
    String api = context.scopes().apiOf(call.callee());
    if (api == null || context.file().test()) {
      return;
    }
    boolean file = api.startsWith("fs.");
    if (file && isFixed(call.argument(0), context)) {
      return;
    }
    if (isUnheard(call, context)) {
      context.keep(
          new Unheard(
              context.location(call.callee()),
              api,
              context.tree().enclosing(call, FunctionLike.class) != null));
    }
  }

  /** Whether a path is made of what the program brings itself: such a file is there. */
  private static boolean isFixed(@Nullable Expression path, FileContext context) {
    if (path == null || context.scopes().constantOf(path) != null) {
      return true;
    }
    boolean[] fixed = {true};
    context
        .tree()
        .forEach(
            context.scopes().origin(path),
            Identifier.class,
            name -> fixed[0] &= FIXED.contains(name.name()));
    return fixed[0];
  }

  /**
   * Whether all that is done with an emitter is seen, and nothing of it listens to errors. What is
   * handed to somebody else, or kept where others find it, may be listened to there.
   */
  private static boolean isUnheard(Expression emitter, FileContext context) {
    Expression value = emitter;
    while (true) {
      Node parent = context.tree().parent(value);
      if (parent instanceof ExpressionStatement) {
        return true;
      }
      if (parent instanceof VariableDeclarator declarator
          && declarator.init() == value
          && declarator.id() instanceof Identifier name) {
        return isUnheard(context.scopes().symbolOf(name), context);
      }
      if (!(parent instanceof MemberExpression member)
          || member.object() != value
          || !(context.tree().parent(member) instanceof CallExpression call)
          || call.callee() != member) {
        return false;
      }
      String method = Keys.of(member);
      if ("pipe".equals(method)) {
        return true;
      }
      if (method == null || !FLUENT.contains(method) || hears(method, call, context)) {
        return false;
      }
      value = call;
    }
  }

  private static boolean isUnheard(@Nullable Symbol symbol, FileContext context) {
    if (symbol == null || symbol.reassigned() || symbol.references().isEmpty()) {
      return false;
    }
    for (Identifier reference : symbol.references()) {
      if (!(context.tree().parent(reference) instanceof MemberExpression member)
          || member.object() != reference
          || !(context.tree().parent(member) instanceof CallExpression call)
          || call.callee() != member) {
        return false;
      }
      String method = Keys.of(member);
      if (method == null || hears(method, call, context)) {
        return false;
      }
      if (FLUENT.contains(method)
          && context.tree().parent(call) instanceof MemberExpression
          && !isUnheard((Expression) call, context)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a call listens to errors, or to what is not known. */
  private static boolean hears(String method, CallExpression call, FileContext context) {
    if (!LISTENING.contains(method)) {
      return false;
    }
    String event = Values.string(call.argument(0), context.scopes());
    return event == null || event.equals("error");
  }

  private static void check(Project project, RuleContext context) {
    List<Unheard> all = context.kept(Unheard.class);
    Traits.each(
        project,
        (of, traits) -> {
          // A command that fails may end: nobody else's work is lost with it.
          if (!traits.service() && traits.kind() != Kind.LIBRARY) {
            return;
          }
          for (Unheard each : all) {
            // What a library does as soon as it is loaded is a program of its own.
            if (traits.holds(each.location())
                && !traits.byHand(each.location())
                && (each.called() || traits.service())) {
              context.report(
                  each.location(), "Nobody listens to errors of what " + each.api() + " makes");
            }
          }
        });
  }
}
