package dev.emerald.rules.pipeline;

import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellScript;
import dev.emerald.spi.shell.ShellWord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells what commands are run for. Scripts of package.json are followed; a script that runs
 * something unknown is believed its name.
 */
final class Checks {

  private static final int DEEPEST = 4;

  private static final Set<String> RUNNERS =
      Set.of("npx", "pnpx", "bunx", "nyc", "c8", "yarnpkg", "dotenvx", "env-cmd");

  private static final Map<String, Purpose> TOOLS = tools();

  private static final Set<String> OWN_VERBS =
      Set.of(
          "install",
          "i",
          "ci",
          "add",
          "publish",
          "pack",
          "version",
          "link",
          "config",
          "cache",
          "login",
          "whoami",
          "view",
          "info",
          "set",
          "remove",
          "rm",
          "uninstall",
          "update",
          "why",
          "dedupe",
          "prune",
          "init",
          "create",
          "dlx",
          "import",
          "rebuild",
          "plugin",
          "plugins");

  private final Map<String, List<String>> scripts = new TreeMap<>();

  Checks(Project project) {
    for (PackageJson manifest : project.manifests(PackageJson.class)) {
      for (NamedText script : manifest.scripts()) {
        scripts.computeIfAbsent(script.name(), key -> new ArrayList<>()).add(script.text());
      }
    }
  }

  private static Map<String, Purpose> tools() {
    Map<String, Purpose> tools = new TreeMap<>();
    put(
        tools,
        Purpose.TEST,
        "jest",
        "vitest",
        "mocha",
        "ava",
        "tap",
        "tape",
        "playwright",
        "cypress",
        "karma",
        "jasmine",
        "uvu",
        "lab",
        "wtr",
        "web-test-runner",
        "borp",
        "brittle",
        "testcafe",
        "nightwatch",
        "cucumber-js",
        "taprun",
        "tsd",
        "newman",
        "poku",
        "zora",
        "wdio",
        "mocha.js",
        "hardhat",
        "_mocha");
    put(
        tools,
        Purpose.LINT,
        "eslint",
        "oxlint",
        "standard",
        "xo",
        "tslint",
        "jshint",
        "semistandard",
        "ts-standard",
        "neostandard",
        "quick-lint-js",
        "deno-lint",
        "lint-staged");
    put(tools, Purpose.TYPES, "tsc", "vue-tsc", "tspc", "attw", "flow");
    put(
        tools,
        Purpose.AUDIT,
        "osv-scanner",
        "trivy",
        "grype",
        "audit-ci",
        "better-npm-audit",
        "retire",
        "socket",
        "improved-yarn-audit",
        "auditjs",
        "dependency-check",
        "dependency-check.sh",
        "npm-audit-resolver",
        "check-audit",
        "nsp",
        "yarn-audit-fix");
    put(
        tools,
        Purpose.ANALYSIS,
        "semgrep",
        "njsscan",
        "sonar-scanner",
        "sonarqube-scanner",
        "codeql",
        "bearer",
        "horusec",
        "opengrep");
    put(
        tools,
        Purpose.SECRETS,
        "gitleaks",
        "trufflehog",
        "detect-secrets",
        "ggshield",
        "secretlint",
        "detect-secrets-hook");
    return tools;
  }

  private static void put(Map<String, Purpose> tools, Purpose purpose, String... names) {
    for (String name : names) {
      tools.put(name, purpose);
    }
  }

  /** What a command is run for. */
  Set<Purpose> of(ShellCommand command) {
    EnumSet<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    add(command.unwrapped(), purposes, 0);
    return purposes;
  }

  /** What the script of package.json with a name is run for. */
  Set<Purpose> ofScript(String name) {
    EnumSet<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    addScript(name, purposes, 0);
    return purposes;
  }

  private void add(ShellCommand command, EnumSet<Purpose> purposes, int depth) {
    List<ShellWord> words = command.words();
    int first = 0;
    while (first < words.size() && RUNNERS.contains(nameOf(words.get(first)))) {
      first++;
      while (first < words.size() && words.get(first).option()) {
        first++;
      }
    }
    if (first >= words.size()) {
      return;
    }
    String name = nameOf(words.get(first));
    List<String> rest = new ArrayList<>();
    for (ShellWord word : words.subList(first + 1, words.size())) {
      rest.add(word.text());
    }
    Purpose tool = TOOLS.get(name);
    if (tool != null) {
      purposes.add(tool);
      return;
    }
    switch (name) {
      case "npm", "pnpm", "yarn", "bun" -> manager(name, rest, purposes, depth);
      case "run-s", "run-p", "npm-run-all", "npm-run-all2", "concurrently", "wireit" ->
          runAll(rest, purposes, depth);
      case "turbo",
          "nx",
          "lerna",
          "rush",
          "moon",
          "ng",
          "next",
          "react-scripts",
          "vue-cli-service",
          "gulp",
          "grunt",
          "make",
          "aegir",
          "just",
          "task",
          "tsdx",
          "dts",
          "kcd-scripts",
          "wsrun",
          "deno",
          "vite",
          "umi",
          "craco",
          "lage",
          "ultra",
          "dts-cli",
          "zshy",
          "rushx",
          "ember",
          "craco.js",
          "xtask",
          "moonrepo" ->
          named(rest, purposes);
      case "biome" -> {
        if (rest.contains("check") || rest.contains("lint") || rest.contains("ci")) {
          purposes.add(Purpose.LINT);
        }
      }
      case "node", "tsx", "ts-node", "ts-mocha" -> node(rest, purposes);
      case "snyk" -> {
        purposes.add(rest.contains("code") ? Purpose.ANALYSIS : Purpose.AUDIT);
      }
      case "corepack" -> {
        if (rest.size() > 1 && (rest.get(0).equals("yarn") || rest.get(0).equals("pnpm"))) {
          manager(rest.get(0), rest.subList(1, rest.size()), purposes, depth);
        }
      }
      default -> {
        // What a tool of one's own does, its name tells at best.
        String path = words.get(first).text();
        if (path.startsWith("./") || path.startsWith("scripts/") || path.endsWith(".sh")) {
          byName(path.substring(path.lastIndexOf('/') + 1), purposes);
        }
      }
    }
  }

  private static String nameOf(ShellWord word) {
    String text = word.text();
    String name = text.substring(text.lastIndexOf('/') + 1);
    int at = name.lastIndexOf('@');
    return at > 0 ? name.substring(0, at) : name;
  }

  private void manager(String manager, List<String> words, EnumSet<Purpose> purposes, int depth) {
    List<String> operands = new ArrayList<>();
    boolean value = false;
    for (String word : words) {
      boolean option = word.startsWith("-");
      if (!value && !option) {
        operands.add(word);
      }
      value =
          switch (word) {
            case "--prefix", "-C", "--cwd", "--dir", "--filter", "-F", "-w", "--workspace" ->
                !value && !(manager.equals("pnpm") && word.equals("-w"));
            default -> false;
          };
    }
    if (operands.isEmpty()) {
      return;
    }
    String verb = operands.get(0);
    String second = operands.size() > 1 ? operands.get(1) : "";
    switch (verb) {
      case "audit" -> {
        if (!second.equals("fix") && !second.equals("signatures")) {
          purposes.add(Purpose.AUDIT);
        }
      }
      case "test", "t", "tst" -> {
        if (manager.equals("bun")) {
          purposes.add(Purpose.TEST);
        } else {
          addScript("test", purposes, depth);
        }
      }
      case "cit", "it", "install-ci-test", "install-test" -> addScript("test", purposes, depth);
      case "run", "run-script", "rum" -> addScript(second, purposes, depth);
      case "exec", "x", "dlx", "npm" -> {
        if (second.equals("audit")) {
          purposes.add(Purpose.AUDIT);
        } else if (!second.isEmpty()) {
          String inner = String.join(" ", operands.subList(1, operands.size()));
          addText(inner, purposes, depth);
        }
      }
      case "workspace" -> {
        if (operands.size() > 2) {
          manager(manager, operands.subList(2, operands.size()), purposes, depth);
        }
      }
      case "workspaces", "recursive" -> {
        for (String word : operands.subList(1, operands.size())) {
          if (scripts.containsKey(word)) {
            addScript(word, purposes, depth);
          }
        }
      }
      default -> {
        boolean runs = !manager.equals("npm") && !OWN_VERBS.contains(verb);
        if (runs && scripts.containsKey(verb)) {
          addScript(verb, purposes, depth);
        } else if (runs) {
          addText(String.join(" ", operands), purposes, depth);
        }
      }
    }
  }

  private void addText(String text, EnumSet<Purpose> purposes, int depth) {
    if (depth < DEEPEST) {
      for (ShellCommand command : ShellScript.of(text).commands()) {
        add(command.unwrapped(), purposes, depth + 1);
      }
    }
  }

  private void addScript(String name, EnumSet<Purpose> purposes, int depth) {
    List<String> texts = scripts.get(name);
    if (texts == null) {
      if (name.indexOf('*') > 0) {
        String prefix = name.substring(0, name.indexOf('*'));
        scripts.keySet().stream()
            .filter(script -> script.startsWith(prefix))
            .limit(20)
            .forEach(script -> addScript(script, purposes, depth + 1));
      } else if (scripts.isEmpty() || !name.equals("test")) {
        // A script of a package that was not listed.
        byName(name, purposes);
      }
      return;
    }
    if (depth >= DEEPEST) {
      return;
    }
    for (String text : texts.subList(0, Math.min(texts.size(), 20))) {
      int before = purposes.size();
      addText(text, purposes, depth);
      if (purposes.size() == before && !text.contains("no test specified") && !text.isBlank()) {
        byName(name, purposes);
      }
    }
    for (String around : new String[] {"pre" + name, "post" + name}) {
      if (scripts.containsKey(around)) {
        addScript(around, purposes, depth + 1);
      }
    }
  }

  private void runAll(List<String> words, EnumSet<Purpose> purposes, int depth) {
    for (String word : words) {
      if (!word.startsWith("-") && depth < DEEPEST) {
        String name = word.startsWith("npm:") ? word.substring(4) : word;
        if (name.indexOf(' ') > 0) {
          addText(name, purposes, depth);
        } else {
          addScript(name, purposes, depth + 1);
        }
      }
    }
  }

  private static void named(List<String> words, EnumSet<Purpose> purposes) {
    for (String word : words) {
      if (!word.startsWith("-")) {
        byName(word, purposes);
      }
    }
  }

  private static void node(List<String> words, EnumSet<Purpose> purposes) {
    for (String word : words) {
      String name = word.substring(word.lastIndexOf('/') + 1);
      Purpose tool = TOOLS.get(name.endsWith(".js") ? name.substring(0, name.length() - 3) : name);
      if (tool != null) {
        purposes.add(tool);
      }
      if (word.equals("--test") || word.startsWith("--test=")) {
        purposes.add(Purpose.TEST);
      } else if (!word.startsWith("-")) {
        boolean folder = word.startsWith("test/") || word.contains("/test/");
        if (folder || name.startsWith("test")) {
          purposes.add(Purpose.TEST);
        }
        return;
      }
    }
  }

  private static void byName(String written, EnumSet<Purpose> purposes) {
    String name = written.toLowerCase(Locale.ROOT);
    if (name.startsWith("pre") || name.startsWith("post")) {
      // What comes before and after tests is none.
      return;
    }
    if (name.contains("lint") || name.equals("check-style")) {
      purposes.add(Purpose.LINT);
    } else if (name.contains("audit")) {
      purposes.add(Purpose.AUDIT);
    } else if (name.contains("typecheck")
        || name.contains("type-check")
        || name.equals("types")
        || name.equals("check-types")) {
      purposes.add(Purpose.TYPES);
    } else if (name.startsWith("test")
        || name.endsWith("test")
        || name.endsWith("tests")
        || name.contains("e2e")
        || name.equals("coverage")
        || name.contains(":test")) {
      purposes.add(Purpose.TEST);
    }
  }
}
