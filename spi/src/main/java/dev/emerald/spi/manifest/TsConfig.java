package dev.emerald.spi.manifest;

import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A tsconfig.json or jsconfig.json, as the TypeScript handbook's TSConfig reference defines it.
 * Immutable. Says what this file says: what it inherits by {@code extends} is not mixed in.
 *
 * <p>A field of the wrong type is treated as absent. What has no accessor here is in {@link
 * #json()}.
 */
public final class TsConfig implements JsonManifest {

  private final SourceText source;
  private final JsonValue json;

  /**
   * For the engine.
   *
   * @param json the tree of {@code source}
   */
  public TsConfig(SourceText source, JsonValue json) {
    this.source = Objects.requireNonNull(source, "source");
    this.json = Objects.requireNonNull(json, "json");
  }

  @Override
  public SourceText source() {
    return source;
  }

  @Override
  public JsonValue json() {
    return json;
  }

  /** {@code compilerOptions} as it stands. */
  public Optional<JsonObject> compilerOptions() {
    return JsonShapes.object(json.member("compilerOptions"));
  }

  /** {@code extends}: the configurations this one builds on, later ones over earlier ones. */
  public List<String> extendedConfigs() {
    return JsonShapes.strings(json.member("extends"));
  }

  /** {@code compilerOptions.baseUrl}, as it is written. */
  public Optional<String> baseUrl() {
    return option("baseUrl").flatMap(JsonValue::asString);
  }

  /** {@code compilerOptions.paths}, in order; empty if the field is not there. */
  public Optional<List<PathMapping>> paths() {
    Optional<JsonObject> paths = JsonShapes.object(option("paths"));
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    List<PathMapping> mappings = new ArrayList<>();
    for (JsonMember member : paths.get().members()) {
      if (!paths.get().overridden(member)) {
        mappings.add(new PathMapping(member.name(), JsonShapes.strings(member.value())));
      }
    }
    return Optional.of(List.copyOf(mappings));
  }

  /** {@code compilerOptions.rootDir}, as it is written: where the sources start. */
  public Optional<String> rootDir() {
    return option("rootDir").flatMap(JsonValue::asString);
  }

  /** {@code compilerOptions.rootDirs}: folders that count as one; empty if there is none. */
  public List<String> rootDirs() {
    return JsonShapes.strings(option("rootDirs"));
  }

  /** {@code compilerOptions.outDir}, as it is written: where compiled files go. */
  public Optional<String> outDir() {
    return option("outDir").flatMap(JsonValue::asString);
  }

  /** {@code include}: patterns of the files that belong to the project; empty if there is none. */
  public List<String> include() {
    return JsonShapes.strings(json.member("include"));
  }

  /** {@code exclude}: patterns taken out of {@link #include()}; empty if there is none. */
  public List<String> exclude() {
    return JsonShapes.strings(json.member("exclude"));
  }

  /** {@code files}: the files that belong to the project by name; empty if there is none. */
  public List<String> files() {
    return JsonShapes.strings(json.member("files"));
  }

  /** {@code references}: paths of the projects this one is built upon; empty if there is none. */
  public List<String> references() {
    List<String> paths = new ArrayList<>();
    for (JsonValue reference :
        json.member("references").map(JsonValue::elements).orElse(List.of())) {
      reference.member("path").flatMap(JsonValue::asString).ifPresent(paths::add);
    }
    return List.copyOf(paths);
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }

  private Optional<JsonValue> option(String name) {
    return json.at("compilerOptions", name);
  }
}
