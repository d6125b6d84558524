package dev.emerald.rules.traits;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerStage;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.deploy.CloudTemplate;
import dev.emerald.spi.deploy.ProcessFile;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.ApiUse;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.project.ProjectPackage.Mode;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a package is and has to do with. Immutable. */
public final class Traits {

  /** Libraries that take queries in SQL. */
  public static final Set<String> SQL =
      Set.of(
          "pg",
          "pg-promise",
          "mysql",
          "mysql2",
          "mariadb",
          "mssql",
          "sqlite3",
          "better-sqlite3",
          "sequelize",
          "sequelize-typescript",
          "knex",
          "objection",
          "bookshelf",
          "typeorm",
          "@prisma/client",
          "drizzle-orm",
          "kysely",
          "oracledb",
          "postgres",
          "slonik",
          "@mikro-orm/core",
          "@nestjs/typeorm",
          "@nestjs/sequelize",
          "waterline",
          "sqlite",
          "node:sqlite");

  /** Libraries that take queries as objects. */
  public static final Set<String> DOCUMENTS =
      Set.of(
          "mongodb",
          "mongoose",
          "@nestjs/mongoose",
          "@typegoose/typegoose",
          "mongojs",
          "monk",
          "nedb",
          "nedb-promises",
          "@aws-sdk/client-dynamodb",
          "@aws-sdk/lib-dynamodb",
          "nano",
          "neo4j-driver",
          "@elastic/elasticsearch",
          "couchbase",
          "cassandra-driver",
          "@google-cloud/firestore",
          "firebase-admin",
          "@supabase/supabase-js",
          "@supabase/ssr",
          "redis",
          "ioredis");

  private static final ApiPattern LISTEN =
      anyOf(
          "{express(),koa(),fastify(),restify.createServer(),polka(),connect()}.listen",
          "{http,https,http2}.{createServer(),Server(),createSecureServer()}.listen",
          "{http,https}.Server().listen",
          "@nestjs/core.NestFactory.create().listen",
          "@hapi/hapi.{Server(),server()}.start",
          "hapi.{Server(),server()}.start");

  private static final Set<String> SERVER_FRAMEWORKS =
      Set.of(
          "express",
          "koa",
          "fastify",
          "@hapi/hapi",
          "hapi",
          "restify",
          "@nestjs/core",
          "polka",
          "connect",
          "hono",
          "@feathersjs/feathers",
          "sails",
          "@adonisjs/core",
          "apollo-server");

  private static final Set<String> FRONT_END =
      Set.of(
          "react",
          "react-dom",
          "vue",
          "svelte",
          "@angular/core",
          "preact",
          "solid-js",
          "ember-source",
          "lit",
          "react-scripts");

  private static final Set<String> FULL_STACK = Set.of("next", "nuxt", "nuxt3", "@remix-run/node");

  private static final Set<String> PLATFORMS =
      Set.of(
          "aws-cdk-lib",
          "@aws-cdk/core",
          "serverless",
          "@types/aws-lambda",
          "@google-cloud/functions-framework",
          "firebase-functions",
          "@azure/functions");

  /** Libraries whose classes describe what a platform is to set up. */
  private static final Set<String> CONSTRUCTS =
      Set.of("aws-cdk-lib", "@aws-cdk/core", "constructs", "cdktf", "@pulumi/pulumi");

  /** What an image starts a program of Node.js with. */
  private static final Set<String> STARTERS =
      Set.of("node", "nodejs", "npm", "yarn", "pnpm", "pm2-runtime", "pm2", "tsx", "ts-node");

  private static final Pattern TOOL =
      Pattern.compile(
          "(?:\\.?(?:eslint|babel|prettier|jest|vitest|karma|webpack|rollup|vite|tsup|commitlint"
              + "|stylelint|postcss|tailwind|cypress|playwright|release|lint-staged|prettier)"
              + "(?:[.-][a-z]{1,12})?\\.(?:config|conf)|\\.[a-z-]{3,20}rc|[Gg]runtfile|[Gg]ulpfile)"
              + "(?:\\.[a-z]{1,12})?\\.[cm]?[jt]s");

  /** Folders of scripts that developers run by hand: nothing that a library hands on. */
  private static final Pattern BY_HAND = Pattern.compile("(?:scripts?|tools?|tasks)/.{1,300}");

  /** Scripts around a program: what they set up they make themselves. */
  private static final Pattern AROUND =
      Pattern.compile(
          "(?:.{0,300}/)?(?:scripts?|tools?|tasks|migrations?|seeds?|seeders?)/.{1,300}");

  private final ProjectPackage of;
  private final Kind kind;
  private final List<ProjectFile> files;
  private final Set<String> paths = new HashSet<>();
  private final Set<String> imports;
  private final @Nullable Location listener;
  private final Project project;

  /**
   * A package.
   *
   * @param files its sources that are no tests and configure no tool
   * @param listening where they listen for requests
   */
  private Traits(
      Project project, ProjectPackage of, List<ProjectFile> files, List<ApiUse> listening) {
    this.project = project;
    this.of = of;
    this.files = List.copyOf(files);
    this.imports = new TreeSet<>();
    for (ProjectFile file : files) {
      paths.add(file.path());
      imports.addAll(file.imports());
    }
    this.listener = listening.isEmpty() ? null : listening.get(0).location();
    this.kind = judge();
  }

  /** Tells of every package of a project, by directory. */
  public static void each(Project project, BiConsumer<ProjectPackage, Traits> told) {
    Map<ProjectPackage, List<ProjectFile>> files = new HashMap<>();
    for (ProjectFile file : project.files()) {
      if (!file.test() && !isTool(file.path())) {
        files.computeIfAbsent(file.owner(), owner -> new ArrayList<>()).add(file);
      }
    }
    Map<ProjectPackage, List<ApiUse>> listening = new HashMap<>();
    for (ApiUse use : project.uses(LISTEN)) {
      if (!use.file().test()) {
        listening.computeIfAbsent(use.file().owner(), owner -> new ArrayList<>()).add(use);
      }
    }
    for (ProjectPackage each : project.packages()) {
      List<ProjectFile> own = files.getOrDefault(each, List.of());
      told.accept(each, new Traits(project, each, own, listening.getOrDefault(each, List.of())));
    }
  }

  /** Whether a file configures a tool of developers: none of what a package does. */
  private static boolean isTool(String path) {
    return TOOL.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
  }

  private Kind judge() {
    if (files.isEmpty()) {
      return Kind.NO_CODE;
    }
    PackageJson manifest = of.manifest().orElse(null);
    boolean platform = PLATFORMS.stream().anyMatch(this::uses) || isTemplated();
    if (platform && listener == null) {
      return describesOnly() ? Kind.OTHER : Kind.SERVERLESS;
    }
    if (manifest == null) {
      return listener != null ? Kind.SERVICE : Kind.OTHER;
    }
    String start = start(manifest);
    boolean framework = FULL_STACK.stream().anyMatch(this::depends);
    if (framework && (start.contains("start") || depends("next"))) {
      return Kind.SERVICE;
    }
    if (listener != null
        && (!start.isEmpty() || manifest.isPrivate() || isMain(manifest) || isDeployed())) {
      return Kind.SERVICE;
    }
    if (!manifest.bin().isEmpty()) {
      return Kind.CLI;
    }
    boolean served = SERVER_FRAMEWORKS.stream().anyMatch(imports::contains);
    if (served && !start.isEmpty() && of.mode() == Mode.APPLICATION) {
      return Kind.SERVICE;
    }
    if (FRONT_END.stream().anyMatch(this::depends) && of.mode() == Mode.APPLICATION) {
      return Kind.FRONT_END;
    }
    return of.mode() == Mode.LIBRARY ? Kind.LIBRARY : Kind.OTHER;
  }

  /** What {@code npm start} runs: a script, or else {@code server.js} if there is one. */
  private String start(PackageJson manifest) {
    String folder = of.directory().isEmpty() ? "" : of.directory() + "/";
    return manifest
        .script("start")
        .map(NamedText::text)
        .orElse(paths.contains(folder + "server.js") ? "node server.js" : "");
  }

  /** Whether an image or a process file of the package starts it. */
  private boolean isDeployed() {
    for (ProcessFile file : project.manifests(ProcessFile.class)) {
      if (isOwn(file.path()) && !file.processes().isEmpty()) {
        return true;
      }
    }
    for (Dockerfile file : project.manifests(Dockerfile.class)) {
      DockerStage stage = isOwn(file.path()) ? file.finalStage().orElse(null) : null;
      for (String keyword : stage == null ? List.<String>of() : List.of("CMD", "ENTRYPOINT")) {
        boolean starts =
            stage != null
                && stage.effective(keyword).flatMap(DockerInstruction::script).stream()
                    .flatMap(script -> script.commands().stream())
                    .anyMatch(command -> STARTERS.contains(command.name()));
        if (starts) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether all it does is to describe what a platform is to set up: it has no code that the
   * platform calls, which such a description names by its path and does not import.
   */
  private boolean describesOnly() {
    Map<String, ProjectFile> own = new HashMap<>();
    List<String> open = new ArrayList<>();
    for (ProjectFile file : files) {
      own.put(file.path(), file);
      if (file.imports().stream().anyMatch(CONSTRUCTS::contains)) {
        open.add(file.path());
      }
    }
    Set<String> reached = new HashSet<>();
    while (!open.isEmpty()) {
      String path = open.remove(open.size() - 1);
      ProjectFile file = own.get(path);
      if (file != null && reached.add(path)) {
        open.addAll(file.importedFiles());
      }
    }
    return !reached.isEmpty() && reached.size() == files.size() && !isTemplated();
  }

  /** Whether a template in its folder names functions that a platform calls. */
  private boolean isTemplated() {
    return project.manifests(CloudTemplate.class).stream()
        .anyMatch(template -> isOwn(template.path()) && !template.functions().isEmpty());
  }

  /** Whether a path lies in the folder of this package and in that of none within it. */
  private boolean isOwn(String path) {
    int slash = path.lastIndexOf('/');
    return (slash < 0 ? "" : path.substring(0, slash)).equals(of.directory());
  }

  private boolean isMain(PackageJson manifest) {
    String main = manifest.main().orElse("");
    String plain = main.startsWith("./") ? main.substring(2) : main;
    return listener != null
        && !plain.isEmpty()
        && listener.path().endsWith(plain)
        // What has no version can not be published.
        && (of.mode() == Mode.APPLICATION || manifest.version().isEmpty());
  }

  /** The kind. */
  public Kind kind() {
    return kind;
  }

  /** Whether it listens for requests itself. */
  public boolean service() {
    return kind == Kind.SERVICE;
  }

  /** Where it listens; empty if that was not seen. */
  public Optional<Location> listener() {
    return Optional.ofNullable(listener);
  }

  /** Whether a file is a script around a program, and no part of what runs. */
  public static boolean isAround(String path) {
    return AROUND.matcher(path).matches();
  }

  /** Whether a place is in a script that developers of a library run by hand. */
  public boolean byHand(Location place) {
    String folder = of.directory();
    String path = folder.isEmpty() ? place.path() : place.path().substring(folder.length() + 1);
    return kind == Kind.LIBRARY && BY_HAND.matcher(path).matches();
  }

  /** Its source files, by path; tests and configurations of tools are left out. */
  public List<ProjectFile> files() {
    return files;
  }

  /** Whether a place is in a source file of this package that is no test. */
  public boolean holds(Location place) {
    return paths.contains(place.path());
  }

  /** Whether its code imports a package or module of Node.js. */
  public boolean imports(String name) {
    return imports.contains(name);
  }

  /** The imports of its code that a set names, in order. */
  public List<String> importsOf(Set<String> names) {
    return imports.stream().filter(names::contains).toList();
  }

  /** Whether its package.json depends on a package, whatever the group. */
  public boolean depends(String name) {
    return of.manifest().flatMap(manifest -> manifest.dependency(name)).isPresent();
  }

  /** Whether its code imports a package or its package.json names it. */
  public boolean uses(String name) {
    return imports.contains(name) || depends(name);
  }

  /** Where its code uses an API, tests left out. */
  public List<ApiUse> uses(ApiPattern api) {
    List<ApiUse> found = new ArrayList<>();
    for (ApiUse use : project.uses(api)) {
      if (use.file().owner().equals(of) && !use.file().test()) {
        found.add(use);
      }
    }
    return found;
  }

  /** The start of its package.json, or of its first source: where a lack is shown. */
  public Optional<Location> place() {
    return of.manifest().map(manifest -> manifest.source().location(0, 1)).or(this::listener);
  }
}
