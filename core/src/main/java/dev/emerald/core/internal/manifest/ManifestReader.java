package dev.emerald.core.internal.manifest;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.JsonNull;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.TsConfig;
import dev.emerald.spi.source.SourceText;
import java.util.function.Consumer;

/** Makes manifests of texts. What could not be read goes to the notices; nothing is thrown. */
public final class ManifestReader {

  private final Consumer<Notice> notices;

  /**
   * A reader that tells of gaps.
   *
   * @param notices called on the reading thread
   */
  public ManifestReader(Consumer<Notice> notices) {
    this.notices = notices;
  }

  /** Reads a package.json: strict JSON, as npm demands. */
  public PackageJson packageJson(SourceText source) {
    return new PackageJson(source, root(source, JsonReader.read(source)));
  }

  /** Reads a tsconfig.json or its like: JSON with comments and trailing commas. */
  public TsConfig tsConfig(SourceText source) {
    return new TsConfig(source, root(source, JsonReader.readCommented(source)));
  }

  /** Reads an .npmrc. */
  public static NpmConfig npmConfig(SourceText source) {
    return ConfigFiles.npmConfig(source);
  }

  private JsonValue root(SourceText source, ParsedJson parsed) {
    JsonValue root = parsed.root();
    if (parsed.notice().isPresent()) {
      notices.accept(parsed.notice().get());
    } else if (!(root instanceof JsonObject)) {
      String found = root instanceof JsonNull ? "null" : root.toString();
      notices.accept(
          Notice.of(
              NoticeKind.SYNTAX_ERROR,
              "expected a JSON object, found " + shortened(found),
              source.path(),
              source.lineAt(root.span().start())));
    }
    return root;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
