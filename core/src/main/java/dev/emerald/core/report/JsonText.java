package dev.emerald.core.report;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * One JSON document being written: indented by two spaces, LF between lines and at the end, the
 * same on every platform. Strings are well-formed: a surrogate without its other half becomes
 * U+FFFD, since readers refuse or mangle it.
 */
final class JsonText {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  private JsonText(JsonGenerator json) {
    this.json = json;
  }

  /** Writes a document whose root is an object; {@code members} writes what is in it. */
  static void write(Writer out, Consumer<JsonText> members) throws IOException {
    try {
      JsonText text = new JsonText(FACTORY.createGenerator(new Indented(), out));
      text.json.writeStartObject();
      members.accept(text);
      text.json.writeEndObject();
      text.json.writeRaw('\n');
      text.json.close();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.flush();
  }

  JsonText string(String name, @Nullable String value) {
    json.writeStringProperty(name, value == null ? null : wellFormed(value));
    return this;
  }

  JsonText number(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  JsonText absent(String name) {
    json.writeNullProperty(name);
    return this;
  }

  JsonText truth(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  JsonText object(String name, Runnable members) {
    json.writeObjectPropertyStart(name);
    members.run();
    json.writeEndObject();
    return this;
  }

  /** A member that is an array of objects, one for each item. */
  <T> JsonText objects(String name, Iterable<T> items, Consumer<T> members) {
    json.writeArrayPropertyStart(name);
    for (T item : items) {
      json.writeStartObject();
      members.accept(item);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }

  JsonText strings(String name, Iterable<String> items) {
    json.writeArrayPropertyStart(name);
    for (String item : items) {
      json.writeString(wellFormed(item));
    }
    json.writeEndArray();
    return this;
  }

  /** The text with U+FFFD for each surrogate that stands alone. */
  static String wellFormed(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (!Character.isSurrogate(unit)) {
        continue;
      }
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (out == null) {
        out = new StringBuilder(text);
      }
      out.setCharAt(i, '\uFFFD');
    }
    return out == null ? text : out.toString();
  }

  private static final class Indented extends ObjectWriteContext.Base {
    private final PrettyPrinter printer;

    Indented() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      Separators separators =
          Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator("");
      DefaultPrettyPrinter pretty = new DefaultPrettyPrinter(separators);
      pretty.indentArraysWith(indenter);
      pretty.indentObjectsWith(indenter);
      printer = pretty;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return printer;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
