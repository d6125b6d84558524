package dev.emerald.rules.injection;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.traits.Imported;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The text of a query is put together. */
@RuleInfo(
    id = "injection-sql-dynamic",
    title = "The text of a query is put together",
    severity = Severity.MEDIUM,
    cwe = {89},
    owasp = {"A03:2021"},
    roadmap = {RoadmapItem.DEP_9, RoadmapItem.DEP_8},
    why =
        "Whatever goes into the text of a query is read as part of the query. "
            + "Parameters are not: the database gets them apart from the text.",
    remedy =
        "Write a placeholder in the text and pass the value as a parameter, or use a "
            + "query builder. Take the names of tables and columns from a list.",
    bad =
        @Example(
            file = "example.js",
            value =
                """
                const db = require('./models');
                exports.login = (name) => db.sequelize.query("SELECT * FROM users WHERE login = '" + name + "'");
                """),
    good =
        @Example(
            file = "example.js",
            value =
                """
                const db = require('./models');
                exports.login = (name) => db.sequelize.query('SELECT * FROM users WHERE login = ?', [name]);
                """))
public final class ConcatenatedQuery implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, ConcatenatedQuery::call);
    on.file((program, context) -> Imported.keep(CLIENTS, context));
    on.project(this::check);
  }

  private static final Set<String> CLIENTS = union();

  private static final Set<String> METHODS =
      Set.of(
          "query",
          "execute",
          "raw",
          "all",
          "get",
          "run",
          "exec",
          "prepare",
          "$queryRawUnsafe",
          "$executeRawUnsafe");

  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?is)\\s{0,20}(?:select\\s.{1,400}\\sfrom|insert\\s{1,8}into|update\\s.{1,200}\\sset|delete\\s{1,8}from)\\b.*");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?s).*(?:\\?|\\$\\d|[=(, ]:[a-z]|@[a-z]).*");

  private static Set<String> union() {
    Set<String> all = new TreeSet<>(Traits.SQL);
    all.addAll(Traits.DOCUMENTS);
    all.addAll(Set.of("express-mongo-sanitize", "mongo-sanitize", "koa-mongo-sanitize"));
    return Set.copyOf(all);
  }

  /** A query whose values are parameters, or whose text a builder makes. */
  private record Safe(Location location, String note) {}

  private static void call(CallExpression call, FileContext context) {
    if (context.file().test() || !(call.callee() instanceof MemberExpression member)) {
      return;
    }
    String method = Keys.of(member);
    if (method == null) {
      return;
    }
    Expression first = call.argument(0);
    if (BUILT.contains(method)
        && first != null
        && DAO.matcher(context.text(member.object())).find()) {
      context.keep(new Safe(context.location(member.property()), "the query is made of an object"));
    }
    if (!METHODS.contains(method) || first == null) {
      return;
    }
    Expression text = context.scopes().origin(first);
    Constant known = context.scopes().constantOf(text);
    if (known != null) {
      String constant = known.string();
      if (constant != null && STATEMENT.matcher(constant).matches()) {
        boolean parameters = PLACEHOLDER.matcher(constant).matches();
        context.keep(
            new Safe(
                context.location(call.callee()),
                parameters
                    ? "values are parameters of the query"
                    : "the query is always the same"));
      }
      return;
    }
    StringBuilder parts = new StringBuilder();
    boolean joined = false;
    if (text instanceof TemplateLiteral template) {
      template.quasis().forEach(part -> parts.append(part.cooked()).append(' '));
      joined = !template.expressions().isEmpty();
    } else if (text instanceof BinaryExpression sum) {
      Expression left = sum;
      while (left instanceof BinaryExpression inner) {
        left = inner.left();
      }
      if (left instanceof StringLiteral literal) {
        parts.append(literal.value()).append(' ');
        joined = true;
      }
    }
    if (joined && STATEMENT.matcher(parts).matches()) {
      context.report(text, "The text of this query is put together; pass values as parameters");
    }
  }

  private static final Set<String> BUILT =
      Set.of(
          "findOne",
          "findAll",
          "findByPk",
          "findById",
          "findMany",
          "findUnique",
          "findOrCreate",
          "insertOne",
          "updateOne",
          "deleteOne",
          "find",
          "create",
          "where",
          "put",
          "send",
          "paginate",
          "upsert",
          "from");

  private static final Pattern DAO =
      Pattern.compile(
          "(?i)(?:models?|users?|\\bdb\\b|prisma|knex|repository|repo|collection|client|dao|col|supabase\\w{0,20})\\b");

  /** The store within a client of everything that a cloud has. */
  private static final ApiPattern TABLES =
      anyOf("aws-sdk.DynamoDB", "aws-sdk.DynamoDB.DocumentClient", "aws-sdk/clients/dynamodb");

  private void check(Project project, RuleContext context) {
    List<Imported> imported = context.kept(Imported.class);
    List<Safe> safe = context.kept(Safe.class);
    Traits.each(project, (of, traits) -> judge(of, traits, imported, safe, context));
  }

  private static void judge(
      ProjectPackage of,
      Traits traits,
      List<Imported> imported,
      List<Safe> safe,
      RuleContext context) {
    boolean sql = !traits.importsOf(Traits.SQL).isEmpty();
    boolean documents =
        !traits.importsOf(Traits.DOCUMENTS).isEmpty() || !traits.uses(TABLES).isEmpty();
    if (!sql && !documents) {
      context.notApplicable(RoadmapItem.DEP_8, of, "no database client is imported");
      context.notApplicable(RoadmapItem.DEP_9, of, "no database client is imported");
      return;
    }
    List<Safe> own = safe.stream().filter(one -> traits.holds(one.location())).limit(2).toList();
    for (Safe each : own) {
      context.satisfied(RoadmapItem.DEP_8, each.location(), each.note());
      if (sql) {
        context.satisfied(RoadmapItem.DEP_9, each.location(), each.note());
      }
    }
    for (Imported each : imported) {
      if (each.library().contains("sanitize") && traits.holds(each.location())) {
        context.satisfied(
            RoadmapItem.DEP_8,
            each.location(),
            each.library() + " takes operators out of requests");
      }
    }
    if (!sql) {
      context.notApplicable(RoadmapItem.DEP_9, of, "a document store, whose filters are objects");
    }
  }
}
