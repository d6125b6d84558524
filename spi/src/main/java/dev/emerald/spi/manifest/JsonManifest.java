package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Location;

/**
 * A manifest written in JSON.
 *
 * <p>Implemented by the library only; may gain methods in a minor release.
 */
public interface JsonManifest extends Manifest {

  /**
   * The whole text as a tree. Of a text that breaks JSON's syntax it holds what came before the
   * break; of one without any value it is a {@link JsonNull}.
   */
  JsonValue json();

  /** Where a value of this manifest stands. */
  default Location location(JsonValue value) {
    return location(value.span());
  }

  /** Where a member of this manifest stands, from the start of its name to the end of its value. */
  default Location location(JsonMember member) {
    return source().location(member.nameSpan().start(), member.value().span().end());
  }
}
