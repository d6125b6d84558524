package dev.emerald.rules.arch;

import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.AwaitExpression;
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
import dev.emerald.spi.ast.NewExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectPattern;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SwitchCase;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.scope.Symbol;
import dev.emerald.spi.source.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function that answers requests, and what it does itself: a fact that rules keep.
 *
 * @param location where its parameters begin
 * @param needed the library that its package has to use for this to be a handler, or nothing
 * @param data where it calls the database itself, or null
 * @param remote where it calls another service itself, or null
 * @param process where it starts a process, or null
 * @param members what it asks by the names on the way to it, which may be shared clients
 * @param forwards whether it only passes the request and the response on
 * @param served whether it calls something that is called a service
 * @param statements how many it has, those of nested functions included
 * @param complexity how many ways lead through it
 */
record Handler(
    Location location,
    String needed,
    @Nullable Location data,
    @Nullable Location remote,
    @Nullable Location process,
    Map<String, Location> members,
    boolean forwards,
    boolean served,
    int statements,
    int complexity) {

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
          "first",
          "select",
          "del",
          "raw");

  private static final Set<String> CLIENT_MEMBERS = Set.of("knex", "prisma", "sequelize");

  private static final Pattern DATA_MODULE =
      Pattern.compile(
          "(?:.{0,200}/)?(?:models?|entit(?:y|ies)|db|database|prisma|knex|sequelize)(?:[./-].{0,100})?");

  private static final Pattern SERVICE =
      Pattern.compile("(?i)\\w{0,60}(?:service|usecase|manager|interactor)s?(?:instance)?");

  private static final int LONG = 40;

  private static final int COMPLEX = 10;

  /** Keeps the function if it answers requests and belongs to no test. */
  private static void keep(FunctionLike function, FileContext context) {
    String needed = context.file().test() ? null : HandlerShapes.needed(function, context);
    if (needed == null) {
      return;
    }
    Reader reader = new Reader(context);
    context.tree().forEach(function, Node.class, reader::read);
    Location place =
        function.params().isEmpty()
            ? context.source().location(function.start(), function.start() + 1)
            : context.location(function.params().get(0));
    context.keep(
        new Handler(
            place,
            needed,
            reader.data,
            reader.remote,
            reader.process,
            Map.copyOf(reader.members),
            HandlerShapes.forwards(function),
            reader.served,
            reader.statements,
            reader.complexity));
  }

  /** Has a rule look for handlers; {@link #in} needs it. */
  static void look(Hooks on) {
    on.node(FunctionLike.class, Handler::keep);
    SharedClients.look(on);
  }

  /** The handlers that lie in a package. */
  static List<Handler> in(Traits traits, RuleContext context) {
    Set<String> clients = SharedClients.names(traits, context);
    return context.kept(Handler.class).stream()
        .filter(each -> traits.holds(each.location()))
        .filter(each -> each.needed().isEmpty() || traits.uses(each.needed()))
        .map(each -> each.knowing(clients))
        .toList();
  }

  /** This handler, seen that some members of the server are clients of databases. */
  private Handler knowing(Set<String> clients) {
    if (data != null) {
      return this;
    }
    for (String client : clients) {
      Location asked = members.get(client);
      if (asked != null) {
        return new Handler(
            location,
            needed,
            asked,
            remote,
            process,
            members,
            forwards,
            served,
            statements,
            complexity);
      }
    }
    return this;
  }

  /** Whether it gets at data itself, that of the database or that of another service. */
  boolean reachesData() {
    return data != null || remote != null;
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

  /** Whether a call goes to a database or to a model of it. */
  static boolean isData(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression member)) {
      return false;
    }
    String method = Keys.of(member);
    if (method == null) {
      return false;
    }
    if (isModel(member.object(), context)
        && (DATA_METHODS.contains(method) || isWaitedFor(call, context))) {
      return true;
    }
    if (!DATA_METHODS.contains(method)) {
      return false;
    }
    if (method.equals("save") && isOfRequest(member.object(), context)) {
      return true;
    }
    String api = context.scopes().apiOf(call.callee());
    if (api != null) {
      String library = library(api);
      return Traits.SQL.contains(library)
          || Traits.DOCUMENTS.contains(library)
          || passesClient(member);
    }
    Expression root = root(member);
    String module = moduleOf(root, context);
    if (module != null && module.startsWith(".") && DATA_MODULE.matcher(module).matches()) {
      return true;
    }
    return passesClient(member);
  }

  /** Whether an expression is a class of a module of models, or made of one. */
  private static boolean isModel(Expression object, FileContext context) {
    Expression value = context.scopes().origin(object);
    if (value instanceof NewExpression made) {
      value = made.callee();
    }
    Expression named = value instanceof Identifier ? value : object;
    String module =
        named instanceof Identifier name && isClass(name) ? moduleOf(name, context) : null;
    return module != null && module.startsWith(".") && DATA_MODULE.matcher(module).matches();
  }

  /** Whether an object is one that a middleware has loaded: {@code req.user}, and no session. */
  private static boolean isOfRequest(Expression object, FileContext context) {
    return context.scopes().origin(object) instanceof MemberExpression loaded
        && !"session".equals(Keys.of(loaded))
        && loaded.object() instanceof Identifier request
        && HandlerShapes.isRequest(request.name());
  }

  private static boolean isClass(Identifier name) {
    return Character.isUpperCase(name.name().charAt(0));
  }

  private static boolean isWaitedFor(CallExpression call, FileContext context) {
    Node around = context.tree().parent(call);
    return around instanceof AwaitExpression
        || around instanceof MemberExpression member
            && ("then".equals(Keys.of(member)) || "exec".equals(Keys.of(member)));
  }

  /** The package that an API is of. */
  static String library(String api) {
    int end = 0;
    while (end < api.length() && ".(".indexOf(api.charAt(end)) < 0) {
      end++;
    }
    return api.substring(0, end);
  }

  /** Whether a call goes through a member called after a client: {@code app.knex.transaction}. */
  private static boolean passesClient(MemberExpression call) {
    Expression at = call.object();
    for (int steps = 0; steps < 20; steps++) {
      if (at instanceof MemberExpression inner) {
        if (CLIENT_MEMBERS.contains(String.valueOf(Keys.of(inner)))) {
          return true;
        }
        at = inner.object();
      } else if (at instanceof CallExpression inner) {
        at = inner.callee();
      } else {
        return false;
      }
    }
    return false;
  }

  /** Whether a call is one of a method of what is called a service, injected or made. */
  private static boolean callsService(CallExpression call) {
    if (!(call.callee() instanceof MemberExpression member)) {
      return false;
    }
    String name =
        member.object() instanceof Identifier identifier
            ? identifier.name()
            : member.object() instanceof MemberExpression inner ? Keys.of(inner) : null;
    return name != null && SERVICE.matcher(name).matches();
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
    private static final int MOST_MEMBERS = 40;

    private final FileContext context;
    private final Map<String, Location> members = new HashMap<>();
    private @Nullable Location data;
    private @Nullable Location remote;
    private @Nullable Location process;
    private boolean served;
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
        served |= callsService(call);
        names(call);
        if (data == null && isData(call, context)) {
          data = context.location(call);
        }
        String api = context.scopes().apiOf(call.callee());
        if (api == null) {
          return;
        }
        if (process == null && api.startsWith("child_process.")) {
          process = context.location(call);
        }
        if (remote == null && ClientInHandler.isClient(library(api))) {
          remote = context.location(call);
        }
      }
    }

    /** The names on the way to what is called and waited for. */
    private void names(CallExpression call) {
      if (!(call.callee() instanceof MemberExpression member)
          || !isWaitedFor(call, context)
              && !DATA_METHODS.contains(String.valueOf(Keys.of(member)))) {
        return;
      }
      Expression at = member.object();
      for (int steps = 0; steps < 10 && members.size() < MOST_MEMBERS; steps++) {
        if (at instanceof MemberExpression inner) {
          String name = Keys.of(inner);
          if (name != null) {
            members.putIfAbsent(name, context.location(call));
          }
          at = inner.object();
        } else if (at instanceof CallExpression inner) {
          at = inner.callee();
        } else {
          break;
        }
      }
      if (at instanceof Identifier root && isTakenApart(root)) {
        members.putIfAbsent(root.name(), context.location(call));
      }
    }

    /** Whether a name comes from {@code const { name } = object}. */
    private boolean isTakenApart(Identifier root) {
      Symbol symbol = context.scopes().symbolOf(root);
      return symbol != null
          && !symbol.declarations().isEmpty()
          && context.tree().enclosing(symbol.declarations().get(0), ObjectPattern.class) != null;
    }
  }
}
