package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A value of a YAML document and its place, as YAML 1.2.2 defines values. Immutable; equal by
 * identity.
 *
 * <p>An alias is the very value that its anchor names, and has that value's place. All aliases
 * together stand for a bounded number of values, so that a walk through a document ends.
 *
 * <p>The conveniences answer for every value, so that a chain of them needs no casts: a member of
 * something that is no mapping is empty, the elements of something that is no sequence are none.
 */
public sealed interface YamlValue permits YamlMapping, YamlSequence, YamlScalar {

  /** Offsets of the value in the manifest's text; anchor, tag and quotes are part of it. */
  Span span();

  /** The tag as it is written out, such as {@code !Ref}; empty for a value without one. */
  Optional<String> tag();

  /**
   * The value of a mapping's member; of several with one name the last, and what the mapping itself
   * holds before what it takes in by a merge key {@code <<}.
   *
   * @return empty if there is none, or this is no mapping
   */
  default Optional<YamlValue> member(String name) {
    return Optional.empty();
  }

  /**
   * The value at the end of a path of member names.
   *
   * @param names from the outermost to the innermost; with no names the answer is this value
   */
  default Optional<YamlValue> at(String... names) {
    YamlValue value = this;
    for (String name : names) {
      Optional<YamlValue> next = value.member(name);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      value = next.get();
    }
    return Optional.of(value);
  }

  /**
   * A mapping's members in the order of the text, duplicates and merge keys included as they are
   * written; empty for anything else.
   */
  default List<YamlMember> members() {
    return List.of();
  }

  /** A sequence's elements in order; empty for anything else. */
  default List<YamlValue> elements() {
    return List.of();
  }

  /** A scalar's text, whatever its type would be; empty for null and for anything else. */
  default Optional<String> asString() {
    return Optional.empty();
  }

  /** The value of a plain {@code true} or {@code false}; empty for anything else. */
  default Optional<Boolean> asBoolean() {
    return Optional.empty();
  }
}
