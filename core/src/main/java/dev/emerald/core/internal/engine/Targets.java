package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.facts.ModuleImport;
import dev.emerald.core.internal.bind.links.ModuleTargets;
import dev.emerald.core.internal.bind.links.ModuleTargets.Target;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.modules.ImportKind;
import dev.emerald.core.internal.modules.ModuleResolver;
import dev.emerald.core.internal.modules.Resolution;
import dev.emerald.core.internal.threads.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the imports of a project lead, by the files there are. */
final class Targets {

  private final ModuleResolver resolver;
  private final Set<String> ecmaScript = new HashSet<>();

  private Targets(ProjectFiles files, List<ModuleFacts> facts) {
    resolver = new ModuleResolver(files);
    for (ModuleFacts each : facts) {
      if (each.ecmaScript()) {
        ecmaScript.add(each.path());
      }
    }
  }

  /** Where all imports of files lead, looked up by several threads. */
  static ModuleTargets of(ProjectFiles files, List<ModuleFacts> facts, Workers workers) {
    Targets targets = new Targets(files, facts);
    List<Map<String, Target>> known = new ArrayList<>(Collections.nCopies(facts.size(), Map.of()));
    workers.each(facts.size(), item -> known.set(item, targets.of(facts.get(item))));
    Map<String, Map<String, Target>> byPath = new HashMap<>();
    for (int i = 0; i < facts.size(); i++) {
      byPath.put(facts.get(i).path(), known.get(i));
    }
    return (from, specifier) ->
        byPath.getOrDefault(from, Map.of()).getOrDefault(specifier, Target.nowhere());
  }

  private Map<String, Target> of(ModuleFacts module) {
    Map<String, Target> known = new HashMap<>();
    for (ModuleImport imported : module.imports()) {
      known.computeIfAbsent(imported.specifier(), specifier -> resolve(module.path(), specifier));
    }
    return known;
  }

  private Target resolve(String from, String specifier) {
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
