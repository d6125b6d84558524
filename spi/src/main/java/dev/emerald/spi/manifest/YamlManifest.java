package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Location;
import java.util.List;

/**
 * A manifest written in YAML.
 *
 * <p>Implemented by the library only; may gain methods in a minor release.
 */
public interface YamlManifest extends Manifest {

  /**
   * The documents of the text, in order. Of a text that breaks YAML's syntax they hold what came
   * before the break.
   */
  List<YamlValue> documents();

  /** The first document; of a text without any a scalar that is null. */
  YamlValue yaml();

  /** Where a value of this manifest stands. */
  default Location location(YamlValue value) {
    return location(value.span());
  }

  /** Where a member of this manifest stands, from the start of its key to the end of its value. */
  default Location location(YamlMember member) {
    int start = member.key().span().start();
    // The value of an alias stands elsewhere.
    int end = Math.max(member.key().span().end(), member.value().span().end());
    boolean elsewhere = member.value().span().start() < start;
    return source().location(start, elsewhere ? member.key().span().end() : end);
  }
}
