package dev.emerald.core.internal.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emerald.core.internal.manifest.JsonReader;
import dev.emerald.core.internal.manifest.ParsedJson;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.source.SourceText;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What is sent and answered as JSON. */
final class Json {

  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private Json() {}

  /** An object as text. */
  static String object(Consumer<JsonGenerator> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  /**
   * An answer that is an object.
   *
   * @throws LookupException if it is not
   */
  static JsonValue answer(byte[] body, URI from) throws LookupException {
    ParsedJson parsed = JsonReader.read(SourceText.of("answer", new String(body, UTF_8)));
    if (parsed.notice().isPresent() || !(parsed.root() instanceof JsonObject)) {
      throw new LookupException(Call.place(from) + " answers with what is no JSON object");
    }
    return parsed.root();
  }

  /** A text in an object; empty if there is none. */
  static String text(JsonValue value, String name) {
    return value.member(name).flatMap(JsonValue::asString).orElse("");
  }

  /** The elements of an array in an object. */
  static List<JsonValue> elements(JsonValue value, String name) {
    return value.member(name).map(JsonValue::elements).orElse(List.of());
  }
}
