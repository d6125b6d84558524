package dev.emerald.core.internal.advisory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emerald.core.internal.advisory.AffectedPackage.Event;
import dev.emerald.core.internal.advisory.AffectedPackage.Mark;
import dev.emerald.core.internal.manifest.JsonReader;
import dev.emerald.core.internal.manifest.ParsedJson;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An index of advisories: a line that says what the file is, then for each package and advisory a
 * line with the name of the package, a tab, and what the advisory says of it in JSON. Sorted, so
 * that the same advisories always give the same file. To read it takes no more than finding the
 * names; the JSON of other packages is never looked at.
 */
final class AdvisoryIndexFile {

  /** What the first line begins with. */
  static final String MAGIC = "emerald-advisories 1\t";

  /** No honest line is longer. */
  private static final int LONGEST_LINE = 4 << 20;

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private AdvisoryIndexFile() {}

  /** Writes an index. */
  static void write(Collection<AffectedPackage> packages, long count, String newest, Writer out)
      throws IOException {
    out.write(MAGIC + json(head -> head(head, count, newest)) + "\n");
    Set<String> lines = new TreeSet<>();
    for (AffectedPackage each : packages) {
      if (each.name().chars().noneMatch(unit -> unit < ' ')) {
        lines.add(each.name() + "\t" + json(line -> line(line, each)));
      }
    }
    for (String line : lines) {
      out.write(line + "\n");
    }
  }

  private static String json(Consumer<JsonGenerator> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void head(JsonGenerator json, long count, String newest) {
    json.writeNumberProperty("count", count);
    json.writeStringProperty("newest", newest);
  }

  private static void line(JsonGenerator json, AffectedPackage affected) {
    Advisory advisory = affected.advisory();
    json.writeStringProperty("id", advisory.id());
    json.writeStringProperty("severity", advisory.severity().label());
    if (advisory.isMalicious()) {
      json.writeBooleanProperty("malicious", true);
    }
    json.writeStringProperty("summary", advisory.summary());
    strings(json, "aliases", advisory.aliases());
    strings(json, "functions", advisory.functions());
    json.writeArrayPropertyStart("ranges");
    for (List<Event> events : affected.ranges()) {
      json.writeStartArray();
      for (Event event : events) {
        String version = event.version() == null ? "0" : event.version().toString();
        json.writeString(letter(event.mark()) + version);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    strings(json, "versions", new TreeSet<>(affected.versions()));
  }

  private static void strings(JsonGenerator json, String name, Collection<String> strings) {
    if (!strings.isEmpty()) {
      json.writeArrayPropertyStart(name);
      strings.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private static String letter(Mark mark) {
    return switch (mark) {
      case INTRODUCED -> "i";
      case FIXED -> "f";
      case LAST_AFFECTED -> "l";
    };
  }

  /**
   * Reads an index.
   *
   * @param wanted the packages whose advisories are taken
   * @return how many lines could not be read
   * @throws IOException if the file can't be read
   */
  static long read(InputStream in, Predicate<String> wanted, AdvisoryTable into)
      throws IOException {
    Lines lines = new Lines(in);
    long unread = 0;
    boolean first = true;
    while (lines.next()) {
      if (first) {
        first = false;
        head(lines, into);
        continue;
      }
      String name = lines.name();
      if (name == null || lines.tooLong) {
        unread++;
      } else if (wanted.test(name)) {
        AffectedPackage affected = entry(name, lines.behindName());
        if (affected == null) {
          unread++;
        } else {
          into.add(affected);
        }
      }
    }
    return unread;
  }

  private static void head(Lines lines, AdvisoryTable into) {
    lines.name();
    JsonValue head = JsonReader.read(SourceText.of("index", lines.behindName())).root();
    String newest = head.member("newest").flatMap(JsonValue::asString).orElse("");
    String count = head.member("count").map(JsonValue::toString).orElse("");
    into.count(count.matches("[0-9]{1,12}") ? Long.parseLong(count) : 0, newest);
  }

  private static @Nullable AffectedPackage entry(String name, String text) {
    ParsedJson parsed = JsonReader.read(SourceText.of("index", text));
    JsonValue json = parsed.root();
    String id = json.member("id").flatMap(JsonValue::asString).orElse("");
    Severity severity =
        json.member("severity")
            .flatMap(JsonValue::asString)
            .flatMap(Severity::ofLabel)
            .orElse(Severity.MEDIUM);
    if (id.isEmpty() || parsed.notice().isPresent()) {
      return null;
    }
    boolean malicious = json.member("malicious").flatMap(JsonValue::asBoolean).orElse(false);
    String summary = json.member("summary").flatMap(JsonValue::asString).orElse("");
    List<List<Event>> ranges = new ArrayList<>();
    for (JsonValue range : json.member("ranges").map(JsonValue::elements).orElse(List.of())) {
      List<Event> events = new ArrayList<>();
      for (JsonValue each : range.elements()) {
        Event event = event(each.asString().orElse(""));
        if (event == null) {
          return null;
        }
        events.add(event);
      }
      ranges.add(events);
    }
    Set<String> versions = new HashSet<>(strings(json, "versions"));
    Advisory advisory =
        new Advisory(
            id, strings(json, "aliases"), summary, severity, malicious, strings(json, "functions"));
    return new AffectedPackage(name, advisory, ranges, versions);
  }

  private static @Nullable Event event(String text) {
    if (text.isEmpty()) {
      return null;
    }
    String version = text.substring(1);
    return switch (text.charAt(0)) {
      case 'i' -> OsvReader.event(Mark.INTRODUCED, version);
      case 'f' -> OsvReader.event(Mark.FIXED, version);
      case 'l' -> OsvReader.event(Mark.LAST_AFFECTED, version);
      default -> null;
    };
  }

  private static List<String> strings(JsonValue json, String name) {
    List<String> strings = new ArrayList<>();
    for (JsonValue each : json.member(name).map(JsonValue::elements).orElse(List.of())) {
      each.asString().ifPresent(strings::add);
    }
    return strings;
  }

  /** The lines of a file, as bytes: few of them are worth a text. */
  private static final class Lines {

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int end;
    private int filled;
    private int scanned;
    private int tab;
    private boolean tooLong;

    Lines(InputStream in) {
      this.in = in;
    }

    /** Goes to the next line; false if there is none. */
    boolean next() throws IOException {
      start = Math.min(end + 1, filled);
      tooLong = false;
      int at = start;
      while (true) {
        while (at < filled) {
          if (buffer[at] == '\n') {
            end = at;
            return true;
          }
          at++;
        }
        boolean more = fill();
        at = scanned;
        if (!more) {
          end = filled;
          return start < filled;
        }
      }
    }

    /** Reads more of the line; false at the end of the file. */
    private boolean fill() throws IOException {
      int length = filled - start;
      if (length >= LONGEST_LINE) {
        tooLong = true;
        length = 0;
      }
      if (length > buffer.length / 2) {
        byte[] larger = new byte[buffer.length * 2];
        System.arraycopy(buffer, start, larger, 0, length);
        buffer = larger;
      } else {
        System.arraycopy(buffer, start, buffer, 0, length);
      }
      start = 0;
      filled = length;
      scanned = length;
      int read = in.read(buffer, filled, buffer.length - filled);
      filled += Math.max(0, read);
      return read > 0;
    }

    /** The text before the tab; null if there is none. */
    @Nullable String name() {
      tab = start;
      while (tab < end && buffer[tab] != '\t') {
        tab++;
      }
      if (tab == end) {
        return null;
      }
      for (int i = start; i < tab; i++) {
        if (buffer[i] < 0) {
          return new String(buffer, start, tab - start, UTF_8);
        }
      }
      return new String(buffer, start, tab - start, ISO_8859_1);
    }

    String behindName() {
      int from = Math.min(tab + 1, end);
      return new String(buffer, from, end - from, UTF_8);
    }
  }
}
