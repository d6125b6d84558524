package dev.emerald.spi.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shapes that manifests share: what does not have the shape is left out. */
final class JsonShapes {

  private JsonShapes() {}

  static Optional<JsonObject> object(Optional<JsonValue> value) {
    return value.filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  /** The strings of an array; a string alone counts as an array of one. */
  static List<String> strings(JsonValue value) {
    if (value instanceof JsonString string) {
      return List.of(string.value());
    }
    List<String> strings = new ArrayList<>();
    for (JsonValue element : value.elements()) {
      element.asString().ifPresent(strings::add);
    }
    return List.copyOf(strings);
  }

  static List<String> strings(Optional<JsonValue> value) {
    return value.map(JsonShapes::strings).orElse(List.of());
  }
}
