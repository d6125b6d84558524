package dev.emerald.core.internal.manifest;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.manifest.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link JsonReader} made of a text. */
public final class ParsedJson {

  private final JsonValue root;
  private final @Nullable Notice notice;

  ParsedJson(JsonValue root, @Nullable Notice notice) {
    this.root = root;
    this.notice = notice;
  }

  /** The tree; of a broken text, what came before the break. */
  public JsonValue root() {
    return root;
  }

  /** What broke; empty if the text was read to its end. */
  public Optional<Notice> notice() {
    return Optional.ofNullable(notice);
  }
}
