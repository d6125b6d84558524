package dev.emerald.rules.secrets;

import dev.emerald.spi.project.TextFile;
import java.util.Locale;
import java.util.Set;

/** What kind of settings a file holds, by its name. */
final class SettingFiles {

  private static final Set<String> NO_ENVIRONMENT =
      Set.of(
          "example",
          "sample",
          "template",
          "dist",
          "tpl",
          "defaults",
          "schema",
          "test",
          "testing",
          "ci",
          "e2e",
          "d",
          "ts",
          "js",
          "md");

  private static final Set<String> OTHER_JSON =
      Set.of(
          "package.json",
          "package-lock.json",
          "npm-shrinkwrap.json",
          "composer.lock",
          "tsconfig.json",
          "jsconfig.json",
          "angular.json",
          "lerna.json",
          "nx.json",
          "vercel.json",
          "swagger.json",
          "openapi.json",
          "renovate.json",
          "manifest.json",
          "custom-environment-variables.json");

  private static final Set<String> TEXTS =
      Set.of(
          "locales",
          "locale",
          "i18n",
          "lang",
          "langs",
          "languages",
          "translations",
          "messages",
          "intl",
          "nls",
          "schemas",
          "schema");

  private SettingFiles() {}

  /** Whether a file is a {@code .env} that is meant to be used: not an example, not for tests. */
  static boolean isEnvironment(TextFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean named = name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env");
    if (!named || file.test()) {
      return false;
    }
    for (String part : name.split("[.-]", 8)) {
      if (NO_ENVIRONMENT.contains(part)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a file shows what settings look like, by its name: {@code .env.local.example}. */
  static boolean isExample(TextFile file) {
    for (String part : file.name().toLowerCase(Locale.ROOT).split("[.-]", 8)) {
      if (part.equals("example") || part.equals("sample") || part.equals("template")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file is configuration in JSON. */
  static boolean isJson(TextFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean json = name.endsWith(".json") || name.endsWith(".json5") || name.endsWith("rc");
    return json && !OTHER_JSON.contains(name) && !name.startsWith("tsconfig.") && !holdsTexts(file);
  }

  /** Whether a file is configuration in YAML, that of containers aside. */
  static boolean isYaml(TextFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    return yaml && !name.contains("lock") && !isContainers(file) && !holdsTexts(file);
  }

  /** Whether a file is configuration in lines with an equals sign. */
  static boolean isProperties(TextFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".properties")
        || name.endsWith(".ini")
        || name.endsWith(".toml") && !name.contains("lock")
        || name.endsWith(".conf")
        || name.endsWith(".cfg");
  }

  /** Whether a file says how containers run: compose, or the objects of Kubernetes. */
  static boolean isContainers(TextFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    if (!yaml) {
      return false;
    }
    return name.contains("compose")
        || startsLine(file.source().text(), "apiVersion:")
            && startsLine(file.source().text(), "kind:");
  }

  private static boolean startsLine(String text, String start) {
    return text.startsWith(start) || text.contains("\n" + start);
  }

  private static boolean holdsTexts(TextFile file) {
    for (String folder : file.path().toLowerCase(Locale.ROOT).split("/", 40)) {
      if (TEXTS.contains(folder)) {
        return true;
      }
    }
    return false;
  }
}
