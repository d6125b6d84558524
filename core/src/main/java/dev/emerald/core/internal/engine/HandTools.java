package dev.emerald.core.internal.engine;

import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.ProjectFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The scripts that developers run by hand, to fill a database or to set something up. They lie in
 * folders that are called so, nothing that runs in production loads them, and nothing that starts a
 * program names them.
 */
final class HandTools {

  private static final Pattern FOLDER =
      Pattern.compile(
          "(?:.{0,400}/)?(?:scripts?|tools?|tasks|migrations?|seed(?:s|ers?)?)/.{1,400}");

  private HandTools() {}

  /** Their paths. */
  static Set<String> in(ProjectView project) {
    Set<String> tools = new HashSet<>();
    for (ProjectFile file : project.files()) {
      String folder = file.owner().directory();
      String path = folder.isEmpty() ? file.path() : file.path().substring(folder.length() + 1);
      if (FOLDER.matcher(path).matches()) {
        tools.add(file.path());
      }
    }
    if (tools.isEmpty()) {
      return Set.of();
    }
    List<String> starting = starting(project);
    tools.removeIf(path -> starting.stream().anyMatch(text -> names(text, path)));
    List<String> reached = new ArrayList<>();
    for (ProjectFile file : project.files()) {
      if (!tools.contains(file.path()) && !file.test()) {
        reached.addAll(file.importedFiles());
      }
    }
    // What runs may load them by way of each other.
    Map<String, Set<String>> imports = new HashMap<>();
    project.files().forEach(file -> imports.put(file.path(), file.importedFiles()));
    while (!reached.isEmpty()) {
      String path = reached.remove(reached.size() - 1);
      if (tools.remove(path)) {
        reached.addAll(imports.getOrDefault(path, Set.of()));
      }
    }
    return Set.copyOf(tools);
  }

  /** Whatever names what is started: scripts, entries of packages, commands of images. */
  private static List<String> starting(ProjectView project) {
    List<String> texts = new ArrayList<>();
    for (PackageJson manifest : project.manifests(PackageJson.class)) {
      for (NamedText script : manifest.scripts()) {
        String name = script.name();
        if (name.startsWith("start") || name.equals("prestart") || name.endsWith("install")) {
          texts.add(script.text());
        }
      }
      manifest.bin().forEach(bin -> texts.add(bin.text()));
      manifest.main().ifPresent(texts::add);
    }
    for (Dockerfile file : project.manifests(Dockerfile.class)) {
      file.finalStage()
          .ifPresent(
              stage -> {
                for (String keyword : List.of("CMD", "ENTRYPOINT")) {
                  stage
                      .effective(keyword)
                      .ifPresent(each -> each.arguments().forEach(word -> texts.add(word.text())));
                }
              });
    }
    return texts;
  }

  /** Whether a text names a file by its path in some folder, with or without its extension. */
  private static boolean names(String text, String path) {
    int dot = path.lastIndexOf('.');
    String plain = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    int slash = plain.lastIndexOf('/');
    int before = slash < 0 ? -1 : plain.lastIndexOf('/', slash - 1);
    return text.contains(plain.substring(before + 1));
  }
}
