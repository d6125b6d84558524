package dev.emerald.rules.arch;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.CatchClause;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.ImportDeclaration;
import dev.emerald.spi.ast.Loop;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SwitchCase;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.Symbol;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function that answers requests, and what it does itself: a fact that rules keep.
 *
 * @param location where its parameters begin
 * @param data where it calls the database itself, or null
 * @param process where it starts a process, or null
 * @param statements how many it has, those of nested functions included
 * @param complexity how many ways lead through it
 */
record Handler(
    Location location,
    @Nullable Location data,
    @Nullable Location process,
    int statements,
    int complexity) {

  private static final Set<String> REQUEST = Set.of("req", "request", "_req", "_request");

  private static final Set<String> RESPONSE = Set.of("res", "response", "reply", "rep", "resp");

  private static final Set<String> DATA_METHODS =
      Set.of(
          "query",
          "execute",
          "find",
          "findOne",
          "findAll",
          "findById",
          "findByPk",
          "findMany",
          "findUnique",
          "findFirst",
          "findOrCreate",
          "findOneAndUpdate",
          "findByIdAndUpdate",
          "findByIdAndDelete",
          "aggregate",
          "insertOne",
          "insertMany",
          "updateOne",
          "updateMany",
          "deleteOne",
          "deleteMany",
          "countDocuments",
          "bulkCreate",
          "bulkWrite",
          "create",
          "destroy",
          "update",
          "upsert",
          "save",
          "insert",
          "transaction",
          "raw");

  private static final Pattern DATA_MODULE =
      Pattern.compile(
          "(?:.{0,200}/)?(?:models?|entit(?:y|ies)|db|database|prisma|knex|sequelize)(?:[./-].{0,100})?");

  private static final int LONG = 40;

  private static final int COMPLEX = 10;

  /** Keeps the function if it answers requests and belongs to no test. */
  static void keep(FunctionLike function, FileContext context) {
    if (context.file().test() || !answers(function, context)) {
      return;
    }
    Reader reader = new Reader(context);
    context.tree().forEach(function, Node.class, reader::read);
    Node first = function.params().get(0);
    context.keep(
        new Handler(
            context.location(first),
            reader.data,
            reader.process,
            reader.statements,
            reader.complexity));
  }

  /** Whether it does what another module should do. */
  boolean holdsLogic() {
    return data != null || process != null || statements > LONG || complexity > COMPLEX;
  }

  /** What it does and should not, in a few words. */
  String fault() {
    if (data != null) {
      return "calls the database itself";
    }
    if (process != null) {
      return "starts a process itself";
    }
    return statements > LONG ? "has " + statements + " statements" : "has many branches";
  }

  private static boolean answers(FunctionLike function, FileContext context) {
    List<dev.emerald.spi.ast.Pattern> params = function.params();
    if (params.isEmpty() || function.body() == null) {
      return false;
    }
    String first = name(params, 0);
    String second = name(params, 1);
    if (first == null) {
      return false;
    }
    if (second != null && params.size() <= 3) {
      boolean named = REQUEST.contains(first) && RESPONSE.contains(second);
      // A middleware that only passes on is none.
      return named && (params.size() == 2 || usesResponse(function, second, context));
    }
    if (first.equals("ctx") && params.size() <= 2) {
      return context.file().imports().contains("koa")
          || context.file().imports().stream().anyMatch(each -> each.contains("koa"));
    }
    return first.equals("event")
        && Surroundings.namesInStatement(function, context.tree()).stream()
            .anyMatch(name -> name.endsWith("handler") || name.endsWith("Handler"));
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

  private static @Nullable String name(List<dev.emerald.spi.ast.Pattern> params, int index) {
    return index < params.size() && params.get(index) instanceof Identifier identifier
        ? identifier.name()
        : null;
  }

  /** Whether a call goes to a database or to a model of it. */
  static boolean isData(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression member)) {
      return false;
    }
    String method = Keys.of(member);
    if (method == null || !DATA_METHODS.contains(method)) {
      return false;
    }
    String api = context.scopes().apiOf(call.callee());
    if (api != null) {
      String library = library(api);
      return Traits.SQL.contains(library) || Traits.DOCUMENTS.contains(library);
    }
    String module = moduleOf(root(member), context);
    return module != null && module.startsWith(".") && DATA_MODULE.matcher(module).matches();
  }

  private static String library(String api) {
    int end = 0;
    while (end < api.length() && ".(".indexOf(api.charAt(end)) < 0) {
      end++;
    }
    return api.substring(0, end);
  }

  private static Expression root(MemberExpression member) {
    Expression at = member;
    for (int steps = 0; steps < 20; steps++) {
      if (at instanceof MemberExpression inner) {
        at = inner.object();
      } else if (at instanceof CallExpression inner) {
        at = inner.callee();
      } else {
        break;
      }
    }
    return at;
  }

  /** The specifier of the module that a name was imported from, or null. */
  static @Nullable String moduleOf(Expression name, FileContext context) {
    Symbol symbol =
        name instanceof Identifier identifier ? context.scopes().symbolOf(identifier) : null;
    if (symbol == null || symbol.declarations().isEmpty()) {
      return null;
    }
    Identifier declared = symbol.declarations().get(0);
    ImportDeclaration imported = context.tree().enclosing(declared, ImportDeclaration.class);
    if (imported != null) {
      return imported.source().value();
    }
    VariableDeclarator variable = context.tree().enclosing(declared, VariableDeclarator.class);
    Expression value = variable == null ? null : variable.init();
    while (value instanceof MemberExpression member) {
      value = member.object();
    }
    return value instanceof CallExpression call
            && call.callee() instanceof Identifier callee
            && callee.name().equals("require")
            && call.argument(0) instanceof StringLiteral specifier
        ? specifier.value()
        : null;
  }

  /** Adds up what a handler does. */
  private static final class Reader {
    private final FileContext context;
    private @Nullable Location data;
    private @Nullable Location process;
    private int statements;
    private int complexity = 1;

    Reader(FileContext context) {
      this.context = context;
    }

    void read(Node node) {
      if (node instanceof Statement && !(node instanceof BlockStatement)) {
        statements++;
      }
      if (node instanceof IfStatement
          || node instanceof ConditionalExpression
          || node instanceof Loop
          || node instanceof SwitchCase
          || node instanceof CatchClause) {
        complexity++;
      }
      if (node instanceof CallExpression call) {
        if (data == null && isData(call, context)) {
          data = context.location(call);
        }
        String api = process == null ? context.scopes().apiOf(call.callee()) : null;
        if (api != null && api.startsWith("child_process.")) {
          process = context.location(call);
        }
      }
    }
  }
}
