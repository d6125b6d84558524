package dev.emerald.rules.arch;

import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.ast.TSParameterProperty;
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

/** Modules make or import what they work with. */
@RuleInfo(
    id = "arch-no-di",
    title = "Modules make or import what they work with",
    severity = Severity.INFO,
    cwe = {1057},
    roadmap = {RoadmapItem.ARCH_6},
    why =
        "What a module imports ready-made can not be replaced in a test, or by "
            + "something more careful: a client with a time-out, a database of one tenant. "
            + "Module singletons are common in Node.js; this counts them once.",
    remedy =
        "Pass collaborators in: as parameters of a function or constructor, or by "
            + "the container of the framework.",
    bad =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node app.js" } }
                """,
            value =
                """
                const express = require('express');
                const a = require('./models/user');
                const { Pool } = require('pg');
                const pool = new Pool();
                exports.find = () => pool.query('SELECT 1');
                express().listen(3000);
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
                const express = require('express');
                exports.users = (db) => ({ find: () => db.query('SELECT 1') });
                express().listen(3000);
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class HardWired implements Rule {

  @Override
  public void register(Hooks on) {
    on.file(HardWired::file);
    on.node(FunctionLike.class, HardWired::parameters);
    on.node(CallExpression.class, HardWired::decorates);
    on.project(this::check);
  }

  private static final Pattern COLLABORATOR =
      Pattern.compile(
          "(?i)(?:db|database|pool|connection|conn|prisma|knex|sequelize|browser|mailer|cache|store|config"
              + "|logger|\\w{0,40}(?:repository|repo|service|client|gateway|dao|model|store|adapter))");

  private static final Pattern MODEL =
      Pattern.compile("(?:.{0,200}/)?(?:models?|db|database|prisma|entities)(?:[./-].{0,100})?");

  private static final int FEWEST = 3;

  /** Containers and frameworks that hand every part what it works with. */
  private static final Set<String> CONTAINERS =
      Set.of("@nestjs/core", "typedi", "inversify", "tsyringe", "awilix", "@adonisjs/fold");

  /** A member that a plugin adds to the server for others to use. */
  private record Decorated(Location location) {}

  /**
   * A module that imports or makes what it works with.
   *
   * @param client whether it names the client itself, and not only a module that may be a model
   */
  private record Wired(Location location, boolean client) {}

  /** A function that is given what it works with. */
  private record Given(Location location) {}

  private static void file(Program program, FileContext context) {
    if (context.file().test() || Traits.isAround(context.file().path())) {
      return;
    }
    boolean client =
        context.file().imports().stream()
            .anyMatch(one -> Traits.SQL.contains(one) || Traits.DOCUMENTS.contains(one));
    boolean model =
        context.file().importedFiles().stream().anyMatch(path -> MODEL.matcher(path).matches())
            && !MODEL.matcher(context.file().path()).matches();
    boolean definition = MODEL.matcher(context.file().path()).matches();
    if (model || client && !definition) {
      Location start = context.source().location(0, Math.min(1, context.source().length()));
      context.keep(new Wired(start, client));
    }
  }

  private static void decorates(CallExpression call, FileContext context) {
    Set<String> imports = context.file().imports();
    if (call.callee() instanceof MemberExpression member
        && "decorate".equals(Keys.of(member))
        && call.arguments().size() == 2
        && (imports.contains("fastify") || imports.contains("fastify-plugin"))
        && !context.file().test()) {
      context.keep(new Decorated(context.location(member.property())));
    }
  }

  private static void parameters(FunctionLike function, FileContext context) {
    if (context.file().test()) {
      return;
    }
    for (dev.emerald.spi.ast.Pattern parameter : function.params()) {
      Node name =
          parameter instanceof TSParameterProperty property ? property.parameter() : parameter;
      if (name instanceof Identifier identifier
          && COLLABORATOR.matcher(identifier.name()).matches()) {
        context.keep(new Given(context.location(identifier)));
        return;
      }
    }
  }

  private void check(Project project, RuleContext context) {
    Traits.each(project, (of, traits) -> judge(of, traits, context));
  }

  private static void judge(ProjectPackage of, Traits traits, RuleContext context) {
    if (!traits.kind().answers()) {
      context.notApplicable(RoadmapItem.ARCH_6, of, traits.kind().words());
      return;
    }
    Map<String, Location> given = new TreeMap<>();
    for (Given each : context.kept(Given.class)) {
      if (traits.holds(each.location())) {
        given.putIfAbsent(each.location().path(), each.location());
      }
    }
    List<Location> decorated =
        context.kept(Decorated.class).stream()
            .map(Decorated::location)
            .filter(traits::holds)
            .toList();
    // A module that is given what it works with may still name the types of it.
    // Without a database what a folder of models holds is mere types.
    boolean data =
        !traits.importsOf(Traits.SQL).isEmpty() || !traits.importsOf(Traits.DOCUMENTS).isEmpty();
    List<Wired> wired =
        context.kept(Wired.class).stream()
            .filter(one -> traits.holds(one.location()) && (data || one.client()))
            .filter(one -> !given.containsKey(one.location().path()))
            .toList();
    boolean contained = CONTAINERS.stream().anyMatch(traits::imports) && !given.isEmpty();
    if (!decorated.isEmpty()) {
      decorated.stream()
          .limit(2)
          .forEach(
              each ->
                  context.satisfied(
                      RoadmapItem.ARCH_6, each, "the server hands this to every part"));
    } else if (wired.isEmpty() && given.size() < FEWEST && traits.files().size() < FEWEST) {
      context.notApplicable(RoadmapItem.ARCH_6, of, "too few modules to hand anything on");
    } else if (wired.isEmpty() && given.isEmpty()) {
      context.notApplicable(RoadmapItem.ARCH_6, of, "no module works with a database or client");
    } else if (wired.size() > given.size() && !contained) {
      context.report(
          wired.get(0).location(),
          "%d modules import or make the database they work with, %d are given it"
              .formatted(wired.size(), given.size()));
    } else {
      given.values().stream()
          .limit(2)
          .forEach(
              each ->
                  context.satisfied(
                      RoadmapItem.ARCH_6, each, "what it works with is passed in here"));
    }
  }
}
