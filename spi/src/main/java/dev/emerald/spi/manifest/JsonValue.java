package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A value of a JSON text and its place, as RFC 8259 defines values. Immutable; equal by identity.
 *
 * <p>The conveniences answer for every value, so that a chain of them needs no casts: a member of
 * something that is no object is empty, the elements of something that is no array are none.
 */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /** Offsets of the value in the manifest's text; quotes and brackets are part of it. */
  Span span();

  /**
   * The value of an object's member; of several with one name the last, as {@code JSON.parse} does.
   *
   * @param name the name, unescaped
   * @return empty if there is none, or this is no object
   */
  default Optional<JsonValue> member(String name) {
    return Optional.empty();
  }

  /**
   * The value at the end of a path of member names.
   *
   * @param names from the outermost to the innermost; with no names the answer is this value
   */
  default Optional<JsonValue> at(String... names) {
    JsonValue value = this;
    for (String name : names) {
      Optional<JsonValue> next = value.member(name);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      value = next.get();
    }
    return Optional.of(value);
  }

  /** An object's members in the order of the text, duplicates included; empty for anything else. */
  default List<JsonMember> members() {
    return List.of();
  }

  /** An array's elements in order; empty for anything else. */
  default List<JsonValue> elements() {
    return List.of();
  }

  /** A string's value, unescaped; empty for anything else. */
  default Optional<String> asString() {
    return Optional.empty();
  }

  /** A boolean's value; empty for anything else. */
  default Optional<Boolean> asBoolean() {
    return Optional.empty();
  }
}
