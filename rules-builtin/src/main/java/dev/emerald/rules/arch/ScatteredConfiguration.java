package dev.emerald.rules.arch;

import dev.emerald.rules.traits.Kind;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.StringLiteral;
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
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The environment is read all over the code. */
@RuleInfo(
    id = "arch-config-scattered",
    title = "The environment is read all over the code",
    severity = Severity.LOW,
    cwe = {1188, 15},
    roadmap = {RoadmapItem.ARCH_4},
    why =
        "Nobody can tell what the program needs to run, a missing setting shows when "
            + "it is used, and defaults differ from place to place.",
    remedy =
        "Read the environment in one module, check it against a schema at start, and "
            + "import the result.",
    bad =
        @Example(
            file = "example.js",
            value =
                """
                connect({ host: 'db.shop.net', user: 'shop', password: process.env.DB_PASSWORD });
                """),
    good =
        @Example(
            file = "example.js",
            value =
                """
                module.exports = process.env.NODE_ENV === 'production';
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class ScatteredConfiguration implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(MemberExpression.class, ScatteredConfiguration::read);
    on.node(ObjectExpression.class, ScatteredConfiguration::connection);
    on.file(ScatteredConfiguration::file);
    on.project(this::check);
  }

  private static final int MOST_OUTSIDE = 3;

  private static final Set<String> OF_THE_PLATFORM =
      Set.of("NODE_ENV", "CI", "TZ", "PORT", "HOME", "PATH", "DEBUG", "PWD", "npm_package_version");

  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "(?i)(?:.{0,200}[/.])?(?:config(?:s|uration)?|settings|env(?:ironment)?s?)(?:[/.].{0,100})?");

  private static final Set<String> CHECKING =
      Set.of(
          "envalid",
          "convict",
          "env-var",
          "@t3-oss/env-core",
          "@t3-oss/env-nextjs",
          "znv",
          "joi",
          "@hapi/joi",
          "zod",
          "ajv",
          "yup",
          "@nestjs/config",
          "@fastify/env",
          "env-schema",
          "config",
          "nconf");

  /** A place that reads a setting. */
  private record Read(Location location) {}

  /** A file that by its name holds settings, or one that checks them. */
  private record Settings(Location location, boolean checked) {}

  private static void read(MemberExpression member, FileContext context) {
    if (context.file().test()
        || !(member.object() instanceof MemberExpression environment)
        || !(environment.object() instanceof Identifier process)
        || !process.name().equals("process")
        || !"env".equals(Keys.of(environment))) {
      return;
    }
    String name = Keys.of(member);
    if (name == null || !OF_THE_PLATFORM.contains(name)) {
      context.keep(new Read(context.location(member)));
    }
  }

  /** The place of a database or server that stands in the code, with who logs in there. */
  private static void connection(ObjectExpression object, FileContext context) {
    if (context.file().test() || CONFIGURATION.matcher(context.file().path()).matches()) {
      return;
    }
    StringLiteral host = null;
    boolean login = false;
    for (ObjectMember each : object.properties()) {
      if (each instanceof Property property) {
        String key = Keys.of(property);
        login |= key != null && LOGIN.contains(key);
        if (("host".equals(key) || "hostname".equals(key))
            && property.value() instanceof StringLiteral literal
            && literal.value().indexOf('.') > 0
            && !literal.value().startsWith("127.")
            && !literal.value().startsWith("0.")) {
          host = literal;
        }
      }
    }
    if (host != null && login) {
      context.report(host, "Where the program connects to stands in the code");
    }
  }

  private static final Set<String> LOGIN = Set.of("user", "username", "password", "database");

  private static void file(Program program, FileContext context) {
    boolean checked = context.file().imports().stream().anyMatch(CHECKING::contains);
    if (!context.file().test() && CONFIGURATION.matcher(context.file().path()).matches()) {
      context.keep(
          new Settings(
              context.source().location(0, Math.min(1, context.source().length())), checked));
    }
  }

  private void check(Project project, RuleContext context) {
    Traits.each(project, (of, traits) -> judge(of, traits, context));
  }

  private static void judge(ProjectPackage of, Traits traits, RuleContext context) {
    Map<String, Location> files = new TreeMap<>();
    for (Read read : context.kept(Read.class)) {
      if (traits.holds(read.location()) && !traits.byHand(read.location())) {
        files.putIfAbsent(read.location().path(), read.location());
      }
    }
    List<Settings> settings =
        context.kept(Settings.class).stream().filter(one -> traits.holds(one.location())).toList();
    if (traits.kind() == Kind.NO_CODE
        || files.isEmpty() && (traits.kind() == Kind.LIBRARY || traits.kind() == Kind.OTHER)) {
      context.notApplicable(RoadmapItem.ARCH_4, of, "the environment is not read");
      return;
    }
    List<Location> outside =
        files.entrySet().stream()
            .filter(entry -> !CONFIGURATION.matcher(entry.getKey()).matches())
            .map(Map.Entry::getValue)
            .toList();
    boolean checked = settings.stream().anyMatch(Settings::checked);
    if (outside.size() > MOST_OUTSIDE && !checked) {
      context.report(
          outside.get(0),
          "The environment is read in " + outside.size() + " files beside a configuration module");
      return;
    }
    Location shown =
        files.values().stream()
            .filter(at -> !outside.contains(at))
            .findFirst()
            .or(() -> settings.stream().map(Settings::location).findFirst())
            .or(() -> files.values().stream().findFirst())
            .orElse(null);
    if (shown != null) {
      context.satisfied(
          RoadmapItem.ARCH_4,
          shown,
          checked
              ? "settings are gathered and checked"
              : files.size() <= 1
                  ? "settings are read in one file"
                  : "settings are read in " + files.size() + " files");
    } else if (traits.kind() == Kind.CLI) {
      context.notApplicable(RoadmapItem.ARCH_4, of, "the environment is not read");
    }
  }
}
