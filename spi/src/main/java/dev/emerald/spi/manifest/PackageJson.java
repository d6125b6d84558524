package dev.emerald.spi.manifest;

import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A package.json, as npm's documentation of the file and the chapter "Modules: Packages" of the
 * Node.js documentation define it. Immutable.
 *
 * <p>A field of the wrong type is treated as absent. What has no accessor here is in {@link
 * #json()}.
 */
public final class PackageJson implements JsonManifest {

  private final SourceText source;
  private final JsonValue json;
  private final List<Dependency> dependencies;
  private final List<NamedText> scripts;
  private final List<NamedText> bin;
  private final List<NamedText> engines;

  /**
   * For the engine.
   *
   * @param json the tree of {@code source}
   */
  public PackageJson(SourceText source, JsonValue json) {
    this.source = Objects.requireNonNull(source, "source");
    this.json = Objects.requireNonNull(json, "json");
    this.dependencies = readDependencies();
    this.scripts = texts("scripts");
    this.bin = readBin();
    this.engines = texts("engines");
  }

  @Override
  public SourceText source() {
    return source;
  }

  @Override
  public JsonValue json() {
    return json;
  }

  /** The name of the package, scope included. */
  public Optional<String> name() {
    return text("name");
  }

  /** The version, as it is written. */
  public Optional<String> version() {
    return text("version");
  }

  /** Whether {@code private} is {@code true}, so that npm refuses to publish the package. */
  public boolean isPrivate() {
    return json.member("private").flatMap(JsonValue::asBoolean).orElse(false);
  }

  /** {@code type}: how Node.js reads the package's {@code .js} files; {@code module} for ESM. */
  public Optional<String> type() {
    return text("type");
  }

  /** {@code main}: the file that {@code require} of the package gives. */
  public Optional<String> main() {
    return text("main");
  }

  /** {@code module}: the ESM counterpart of {@code main} that bundlers read. */
  public Optional<String> module() {
    return text("module");
  }

  /** {@code types}, or its older name {@code typings}: the TypeScript declarations. */
  public Optional<String> types() {
    return text("types").or(() -> text("typings"));
  }

  /** {@code exports} as it stands: a string, an array, or an object of subpaths or conditions. */
  public Optional<JsonValue> exports() {
    return json.member("exports");
  }

  /** {@code imports} as it stands. */
  public Optional<JsonObject> imports() {
    return object("imports");
  }

  /** The commands that installing the package gives, name to path, in order. */
  public List<NamedText> bin() {
    return bin;
  }

  /** {@code scripts}, in order. */
  public List<NamedText> scripts() {
    return scripts;
  }

  /**
   * The script with a name.
   *
   * @param name such as {@code postinstall}
   */
  public Optional<NamedText> script(String name) {
    return scripts.stream().filter(script -> script.name().equals(name)).findFirst();
  }

  /** All dependencies: by kind in the order of {@link DependencyKind}, then as they are written. */
  public List<Dependency> dependencies() {
    return dependencies;
  }

  /** The dependencies of a kind, as they are written. */
  public List<Dependency> dependencies(DependencyKind kind) {
    return dependencies.stream().filter(dependency -> dependency.kind() == kind).toList();
  }

  /**
   * The dependency with a name; where several groups list it, that of the first kind in the order
   * of {@link DependencyKind}.
   *
   * @param name as the project imports it
   */
  public Optional<Dependency> dependency(String name) {
    return dependencies.stream().filter(dependency -> dependency.name().equals(name)).findFirst();
  }

  /**
   * {@code workspaces}: patterns of the folders of further packages; negated ones start with "!".
   */
  public List<String> workspaces() {
    Optional<JsonValue> workspaces = json.member("workspaces");
    return JsonShapes.strings(json.at("workspaces", "packages").or(() -> workspaces));
  }

  /** {@code engines}: name of an engine to the range of versions, in order. */
  public List<NamedText> engines() {
    return engines;
  }

  /** {@code files}: patterns of what is published; empty as well when there is no such field. */
  public List<String> files() {
    return JsonShapes.strings(json.member("files"));
  }

  /** {@code overrides} of npm as it stands. */
  public Optional<JsonObject> overrides() {
    return object("overrides");
  }

  /** {@code resolutions} of Yarn as it stands. */
  public Optional<JsonObject> resolutions() {
    return object("resolutions");
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }

  private Optional<String> text(String name) {
    return json.member(name).flatMap(JsonValue::asString);
  }

  private Optional<JsonObject> object(String name) {
    return JsonShapes.object(json.member(name));
  }

  private List<NamedText> texts(String field) {
    Optional<JsonObject> object = object(field);
    if (object.isEmpty()) {
      return List.of();
    }
    List<NamedText> texts = new ArrayList<>();
    for (JsonMember member : object.get().members()) {
      if (member.value() instanceof JsonString string && !object.get().overridden(member)) {
        texts.add(new NamedText(source, member.name(), member, string.value()));
      }
    }
    return List.copyOf(texts);
  }

  private List<NamedText> readBin() {
    if (json instanceof JsonObject object) {
      Optional<JsonMember> member = object.named("bin");
      if (member.isPresent() && member.get().value() instanceof JsonString path) {
        String name = name().orElse("");
        String command = name.startsWith("@") ? name.substring(name.indexOf('/') + 1) : name;
        return List.of(new NamedText(source, command, member.get(), path.value()));
      }
    }
    return texts("bin");
  }

  private List<Dependency> readDependencies() {
    List<Dependency> all = new ArrayList<>();
    for (DependencyKind kind : DependencyKind.values()) {
      Optional<JsonObject> group = object(kind.key());
      if (group.isEmpty()) {
        continue;
      }
      for (JsonMember member : group.get().members()) {
        if (member.value() instanceof JsonString range && !group.get().overridden(member)) {
          all.add(new Dependency(source, member, range.value(), kind));
        }
      }
    }
    return List.copyOf(all);
  }
}
