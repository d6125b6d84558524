package dev.emerald.core.internal.manifest.lock;

import dev.emerald.core.internal.manifest.JsonReader;
import dev.emerald.core.internal.manifest.ParsedJson;
import dev.emerald.core.internal.manifest.ParsedYaml;
import dev.emerald.core.internal.manifest.YamlReader;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.LockFormat;
import dev.emerald.spi.manifest.YamlMapping;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads lock files. None throws: what is broken or unknown is told of, and the graph is that of the
 * rest.
 */
public final class LockFiles {

  /** How far into a yarn.lock its version is looked for. */
  private static final int HEAD = 4_096;

  private final ProjectPackages projects;
  private final Consumer<Notice> notices;

  /**
   * A reader that tells of gaps.
   *
   * @param projects the package.json files around
   * @param notices called on the reading thread
   */
  public LockFiles(ProjectPackages projects, Consumer<Notice> notices) {
    this.projects = projects;
    this.notices = notices;
  }

  /** Reads a package-lock.json or npm-shrinkwrap.json. */
  public DependencyGraph npm(SourceText source) {
    LockReading reading = new LockReading(source, notices);
    JsonValue json = root(JsonReader.read(source), source, reading);
    tellIfNewer(LockReading.text(json.member("lockfileVersion")), 3, reading);
    boolean nested = json.member("packages").isEmpty() && json.member("dependencies").isPresent();
    return nested
        ? NpmLockV1.read(source, json, projects, reading)
        : NpmLock.read(source, json, projects, reading);
  }

  /** Reads a yarn.lock of any version. */
  public DependencyGraph yarn(SourceText source) {
    LockReading reading = new LockReading(source, notices);
    String head = source.text().substring(0, Math.min(HEAD, source.length()));
    if (!head.contains("__metadata:")) {
      return YarnClassicLock.read(source, projects, reading);
    }
    YamlValue yaml = root(YamlReader.read(source), source, reading);
    DependencyGraph graph = YarnBerryLock.read(source, yaml, projects, reading);
    tellIfNewer(graph.formatVersion(), 10, reading);
    return graph;
  }

  /** Reads a pnpm-lock.yaml. */
  public DependencyGraph pnpm(SourceText source) {
    LockReading reading = new LockReading(source, notices);
    YamlValue yaml = root(YamlReader.read(source), source, reading);
    DependencyGraph graph = PnpmLock.read(source, yaml, projects);
    tellIfNewer(graph.formatVersion(), 9, reading);
    return graph;
  }

  /** Reads a bun.lock. */
  public DependencyGraph bun(SourceText source) {
    LockReading reading = new LockReading(source, notices);
    JsonValue json = root(JsonReader.readCommented(source), source, reading);
    tellIfNewer(LockReading.text(json.member("lockfileVersion")), 2, reading);
    return BunLock.read(source, json, reading);
  }

  /** Tells that a lock file in a format of bytes can't be read. */
  public DependencyGraph binary(SourceText source) {
    new LockReading(source, notices)
        .tell(
            NoticeKind.NOT_ANALYSED,
            "Bun's lock file in bytes is not read; 'bun install --save-text-lockfile' writes"
                + " bun.lock",
            0);
    return new DependencyGraph.Builder(source, LockFormat.BUN, "").build();
  }

  private JsonValue root(ParsedJson parsed, SourceText source, LockReading reading) {
    parsed.notice().ifPresent(notices);
    if (parsed.notice().isEmpty() && !(parsed.root() instanceof JsonObject)) {
      tellNoLockFile(source, reading);
    }
    return parsed.root();
  }

  private YamlValue root(ParsedYaml parsed, SourceText source, LockReading reading) {
    parsed.notices().forEach(notices);
    // pnpm may write a document about itself before that of the project.
    for (int i = parsed.documents().size() - 1; i >= 0; i--) {
      if (parsed.documents().get(i) instanceof YamlMapping mapping) {
        return mapping;
      }
    }
    if (parsed.notices().isEmpty()) {
      tellNoLockFile(source, reading);
    }
    return new YamlMapping(new Span(0, 0), null, List.of());
  }

  private static void tellNoLockFile(SourceText source, LockReading reading) {
    reading.tell(
        NoticeKind.SYNTAX_ERROR, "not a lock file: nothing in it names packages", source.lineAt(0));
  }

  private static void tellIfNewer(String version, int known, LockReading reading) {
    int end = 0;
    while (end < version.length() && version.charAt(end) >= '0' && version.charAt(end) <= '9') {
      end++;
    }
    boolean newer = end > 0 && (end > 4 || Integer.parseInt(version.substring(0, end)) > known);
    if (newer) {
      reading.tell(
          NoticeKind.NOT_ANALYSED,
          "lock file of version "
              + version
              + ", newer than "
              + known
              + "; what that version has brought is not understood",
          0);
    }
  }
}
