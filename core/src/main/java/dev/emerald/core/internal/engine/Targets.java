package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.links.ModuleTargets;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.modules.ImportKind;
import dev.emerald.core.internal.modules.ModuleResolver;
import dev.emerald.core.internal.modules.Resolution;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the imports of a project lead, by the files there are. */
final class Targets implements ModuleTargets {

  private final ModuleResolver resolver;
  private final Set<String> ecmaScript = new HashSet<>();

  Targets(ProjectFiles files, List<ModuleFacts> facts) {
    resolver = new ModuleResolver(files);
    for (ModuleFacts each : facts) {
      if (each.ecmaScript()) {
        ecmaScript.add(each.path());
      }
    }
  }

  @Override
  public Target resolve(String from, String specifier) {
    ImportKind kind = ecmaScript.contains(from) ? ImportKind.IMPORT : ImportKind.REQUIRE;
    Resolution resolution = resolver.resolve(from, specifier, kind);
    if (resolution instanceof Resolution.ProjectFile file) {
      return Target.file(file.path());
    }
    if (resolution instanceof Resolution.ExternalPackage external) {
      return Target.external(
          external.subpath().isEmpty()
              ? external.name()
              : external.name() + "/" + external.subpath());
    }
    return resolution instanceof Resolution.Builtin builtin
        ? Target.external(builtin.name())
        : Target.nowhere();
  }
}
