package dev.emerald.core.internal.bind.links;

import dev.emerald.core.internal.bind.facts.Fact;
import dev.emerald.core.internal.bind.facts.ModuleFacts;
import dev.emerald.core.internal.bind.facts.ModuleImport;
import dev.emerald.core.internal.bind.facts.Shape;
import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.threads.Workers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of a project, linked: what modules, exports and parameters are. The result does not
 * depend on the order of the files. Immutable and safe for use by several threads.
 */
public final class ApiLinks {

  private final Map<String, ModuleFacts> facts;
  private final Map<String, Map<String, ModuleTargets.Target>> targets;
  private final ApiModels models;
  private Parameters parameters = function -> null;

  private ApiLinks(
      Map<String, ModuleFacts> facts,
      Map<String, Map<String, ModuleTargets.Target>> targets,
      ApiModels models) {
    this.facts = facts;
    this.targets = targets;
    this.models = models;
  }

  /**
   * Links files.
   *
   * @param modules the facts of the files, in any order; one for each path
   * @param resolver asked once for each file and specifier, by this thread
   */
  public static ApiLinks link(
      Collection<ModuleFacts> modules, ModuleTargets resolver, ApiModels models) {
    return link(modules, resolver, models, Workers.ALONE);
  }

  /**
   * Links files.
   *
   * @param modules the facts of the files, in any order; one for each path
   * @param resolver asked once for each file and specifier, by this thread
   * @param workers who look at the calls of the files
   */
  public static ApiLinks link(
      Collection<ModuleFacts> modules, ModuleTargets resolver, ApiModels models, Workers workers) {
    Map<String, ModuleFacts> facts = new TreeMap<>();
    Map<String, Map<String, ModuleTargets.Target>> targets = new HashMap<>();
    for (ModuleFacts module : modules) {
      facts.put(module.path(), module);
      Map<String, ModuleTargets.Target> known = new HashMap<>();
      for (ModuleImport imported : module.imports()) {
        known.computeIfAbsent(
            imported.specifier(), specifier -> resolver.resolve(module.path(), specifier));
      }
      targets.put(module.path(), known);
    }
    ApiLinks links = new ApiLinks(facts, targets, models);
    links.parameters = ParameterLinker.link(links, List.copyOf(facts.values()), workers)::get;
    return links;
  }

  /** What a file on its own knows: every specifier that is no path is a package. */
  public static ApiLinks alone(ModuleFacts module) {
    return link(List.of(module), ModuleTargets.packagesAlone(), ApiModels.builtIn());
  }

  /** What models say. */
  public ApiModels models() {
    return models;
  }

  /** Where a specifier of a file leads; nowhere if the file does not import it. */
  public ModuleTargets.Target target(String path, String specifier) {
    ModuleTargets.Target target = targets.getOrDefault(path, Map.of()).get(specifier);
    return target == null ? ModuleTargets.Target.nowhere() : target;
  }

  /** The files of the project that a file imports, sorted. */
  public Collection<String> importedFiles(String path) {
    return imported(path, ModuleTargets.Kind.FILE);
  }

  /** Of those the files that it loads when it is loaded itself, sorted. */
  public Collection<String> loadedFiles(String path) {
    ModuleFacts module = facts.get(path);
    TreeSet<String> files = new TreeSet<>();
    if (module != null) {
      for (ModuleImport imported : module.imports()) {
        ModuleTargets.Target target = target(path, imported.specifier());
        if (imported.loads() && target.kind() == ModuleTargets.Kind.FILE) {
          files.add(target.name());
        }
      }
    }
    return files;
  }

  /**
   * The packages and modules of Node.js that a file imports, with the path within a package,
   * sorted.
   */
  public Collection<String> importedModules(String path) {
    return imported(path, ModuleTargets.Kind.EXTERNAL);
  }

  /**
   * The API that a file exports under a name.
   *
   * @param name {@code default} for what CommonJS exports as a whole
   * @return null if it is not known, or the project's own
   */
  public @Nullable String exportedApi(String path, String name) {
    ValueLinker linker = new ValueLinker(this);
    Value value = linker.settled(linker.member(new Value.Exports(path), name));
    return value instanceof Value.Api api ? api.name() : null;
  }

  /** The value of a module that a file names, or null. */
  public @Nullable Value module(String path, String specifier) {
    return new ValueLinker(this).module(path, specifier);
  }

  /** The value of a global. */
  public Value global(String name) {
    return new ValueLinker(this).global(name);
  }

  /** The value of a property of a value of this project, or null. */
  public @Nullable Value member(@Nullable Value value, String key) {
    return new ValueLinker(this).member(value, key);
  }

  /** The value that a call or a construction of a value gives, or null. */
  public @Nullable Value call(@Nullable Value callee, Arguments arguments) {
    return new ValueLinker(this).call(callee, arguments);
  }

  /** A value of a type that a value names, or null. */
  public @Nullable Value instance(@Nullable Value type) {
    return new ValueLinker(this).instance(type);
  }

  /** The name of an API if a value is one, else null. */
  public @Nullable String apiName(@Nullable Value value) {
    return new ValueLinker(this).settled(value) instanceof Value.Api api ? api.name() : null;
  }

  /**
   * What is known of a parameter from the calls of its function in the whole project.
   *
   * @param path of the file
   * @param function the place of the function in the tree of the file
   * @param index of the parameter
   * @return null if no call says what it is, or calls do not agree
   */
  public @Nullable Value parameter(String path, int function, int index) {
    List<@Nullable Value> known = parameters.of(new FunctionPlace(path, function));
    return known == null || index >= known.size() ? null : known.get(index);
  }

  @Nullable ModuleFacts facts(String path) {
    return facts.get(path);
  }

  @Nullable Shape shape(String path, int index) {
    ModuleFacts module = facts.get(path);
    return module == null || index >= module.shapes().size() ? null : module.shapes().get(index);
  }

  /** The same links, with what is known of parameters. */
  ApiLinks with(Parameters known) {
    ApiLinks links = new ApiLinks(facts, targets, models);
    links.parameters = known;
    return links;
  }

  @Nullable Value value(String path, Fact fact) {
    ValueLinker linker = new ValueLinker(this);
    return linker.settled(linker.value(path, fact));
  }

  private Collection<String> imported(String path, ModuleTargets.Kind kind) {
    TreeSet<String> names = new TreeSet<>();
    for (ModuleTargets.Target target : targets.getOrDefault(path, Map.of()).values()) {
      if (target.kind() == kind) {
        names.add(target.name());
      }
    }
    return names;
  }

  /** What functions get. */
  interface Parameters {
    @Nullable List<@Nullable Value> of(FunctionPlace function);
  }

  /** A function of a file, by its place in the tree. */
  record FunctionPlace(String path, int place) {}
}
