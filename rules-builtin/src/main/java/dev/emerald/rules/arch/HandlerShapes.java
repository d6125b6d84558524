package dev.emerald.rules.arch;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Decorator;
import dev.emerald.spi.ast.ExportNamedDeclaration;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.FunctionExpression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.rule.FileContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a function that answers requests is told from others: by its parameters, by the route it is
 * registered for, by its decorator, or by the name that a framework looks for.
 */
final class HandlerShapes {

  /** What is needed of the package for a shape that needs nothing. */
  static final String NOTHING = "";

  private static final Set<String> REQUEST = Set.of("req", "request", "_req", "_request");

  private static final Set<String> RESPONSE = Set.of("res", "response", "reply", "rep", "resp");

  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "del", "all", "head", "options");

  private static final Set<String> EXPORTED =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private static final Set<String> DECORATORS =
      Set.of(
          "Get",
          "Post",
          "Put",
          "Patch",
          "Delete",
          "All",
          "Head",
          "Options",
          "httpGet",
          "httpPost",
          "httpPut",
          "httpPatch",
          "httpDelete",
          "get",
          "post",
          "put",
          "patch",
          "del");

  /** Frameworks whose routes are decorators of methods. */
  private static final Set<String> DECORATING =
      Set.of(
          "@nestjs/common",
          "routing-controllers",
          "tsoa",
          "@tsed/common",
          "@tsed/schema",
          "@overnightjs/core",
          "inversify-express-utils",
          "@loopback/rest");

  private static final java.util.regex.Pattern ROUTER =
      java.util.regex.Pattern.compile(
          "(?i)(?:app|api|server|fastify|instance|express|koa|web|routes?|\\w{0,40}router)");

  private static final java.util.regex.Pattern NEXT_ROUTE =
      java.util.regex.Pattern.compile("(?:.{0,300}/)?app/(?:.{1,300}/)?route\\.[cm]?[jt]sx?");

  private HandlerShapes() {}

  /**
   * What a package has to use for a function to be a handler in it.
   *
   * @return {@link #NOTHING} if it is one anyhow, null if it is none
   */
  static @Nullable String needed(FunctionLike function, FileContext context) {
    if (function.body() == null) {
      return null;
    }
    if (isRegistered(function, context)) {
      return NOTHING;
    }
    if (isDecorated(function, context) || isExported(function, context)) {
      return NOTHING;
    }
    return byParameters(function, context);
  }

  private static @Nullable String byParameters(FunctionLike function, FileContext context) {
    List<Pattern> params = function.params();
    String first = name(params, 0);
    String second = name(params, 1);
    if (first == null) {
      return null;
    }
    if (second != null && params.size() <= 3) {
      boolean named = REQUEST.contains(first) && RESPONSE.contains(second);
      // A middleware passes on, if only now and then.
      if (named
          && (params.size() == 2
              || usesResponse(function, second, context)
                  && !goesOn(function, name(params, 2), context))) {
        return NOTHING;
      }
    }
    if (first.equals("ctx") && params.size() <= 2) {
      if (context.file().imports().stream().anyMatch(each -> each.contains("koa"))) {
        return NOTHING;
      }
      // A controller of Koa imports nothing of it; what takes 'next' too is a middleware.
      return params.size() == 1 ? "koa" : null;
    }
    boolean platform =
        first.equals("event")
            && Surroundings.namesInStatement(function, context.tree()).stream()
                .anyMatch(name -> name.endsWith("handler") || name.endsWith("Handler"));
    return platform ? NOTHING : null;
  }

  /** Whether a name is one that requests are given. */
  static boolean isRequest(String name) {
    return REQUEST.contains(name);
  }

  /** Whether it is the last function that a route is registered with. */
  private static boolean isRegistered(FunctionLike function, FileContext context) {
    Node parent = context.tree().parent(function);
    if (parent instanceof CallExpression call) {
      List<? extends Node> arguments = call.arguments();
      return arguments.size() > 1
          && arguments.get(arguments.size() - 1) == function
          && isPath(call.argument(0))
          && call.callee() instanceof MemberExpression member
          && METHODS.contains(String.valueOf(Keys.of(member)))
          && isRouter(member.object())
          && !isSentOut(context);
    }
    // fastify.route({ method, url, handler })
    return parent instanceof Property property
        && "handler".equals(Keys.of(property))
        && context.tree().parent(property) instanceof ObjectExpression options
        && options.properties().stream().anyMatch(HandlerShapes::isAddress)
        && context.tree().parent(options) instanceof CallExpression call
        && call.callee() instanceof MemberExpression member
        && "route".equals(Keys.of(member));
  }

  private static boolean isAddress(Node property) {
    String key = property instanceof Property named ? Keys.of(named) : null;
    return "url".equals(key) || "path".equals(key);
  }

  /** Whether a file talks to others over http itself: its {@code api.get} then asks. */
  private static boolean isSentOut(FileContext context) {
    Set<String> imports = context.file().imports();
    return imports.contains("axios") || imports.contains("supertest");
  }

  private static boolean isPath(@Nullable Expression argument) {
    return argument instanceof StringLiteral || argument instanceof TemplateLiteral;
  }

  private static boolean isRouter(Expression object) {
    return object instanceof Identifier name && ROUTER.matcher(name.name()).matches();
  }

  private static boolean isDecorated(FunctionLike function, FileContext context) {
    if (!(function instanceof FunctionExpression)
        || !(context.tree().parent(function) instanceof MethodDefinition method)
        || context.file().imports().stream().noneMatch(DECORATING::contains)) {
      return false;
    }
    for (Decorator each : method.decorators()) {
      if (each.expression() instanceof CallExpression call
          && call.callee() instanceof Identifier name
          && DECORATORS.contains(name.name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExported(FunctionLike function, FileContext context) {
    Identifier id = function.id();
    return function instanceof FunctionDeclaration
        && id != null
        && EXPORTED.contains(id.name())
        && context.tree().parent(function) instanceof ExportNamedDeclaration
        && NEXT_ROUTE.matcher(context.file().path()).matches();
  }

  private static boolean usesResponse(FunctionLike function, String response, FileContext context) {
    boolean[] used = new boolean[1];
    context
        .tree()
        .forEach(
            function,
            MemberExpression.class,
            member ->
                used[0] |=
                    member.object() instanceof Identifier object && object.name().equals(response));
    return used[0];
  }

  /** Whether a function calls the next one without an error. */
  private static boolean goesOn(FunctionLike function, @Nullable String next, FileContext context) {
    boolean[] called = new boolean[1];
    context
        .tree()
        .forEach(
            function,
            CallExpression.class,
            call ->
                called[0] |=
                    call.arguments().isEmpty()
                        && call.callee() instanceof Identifier callee
                        && callee.name().equals(next));
    return called[0];
  }

  /** Whether all a function does is to hand its request and response to another. */
  static boolean forwards(FunctionLike function) {
    String request = name(function.params(), 0);
    String response = name(function.params(), 1);
    Node body = function.body();
    if (body instanceof BlockStatement block && block.body().size() == 1) {
      body = block.body().get(0);
    }
    if (body instanceof ReturnStatement statement) {
      body = statement.argument();
    } else if (body instanceof ExpressionStatement statement) {
      body = statement.expression();
    }
    if (body instanceof AwaitExpression waiting) {
      body = waiting.argument();
    }
    return request != null
        && response != null
        && body instanceof CallExpression call
        && call.argument(0) instanceof Identifier first
        && call.argument(1) instanceof Identifier second
        && first.name().equals(request)
        && second.name().equals(response);
  }

  private static @Nullable String name(List<Pattern> params, int index) {
    return index < params.size() && params.get(index) instanceof Identifier identifier
        ? identifier.name()
        : null;
  }
}
