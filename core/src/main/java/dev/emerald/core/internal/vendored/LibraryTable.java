package dev.emerald.core.internal.vendored;

import dev.emerald.core.internal.manifest.JsonReader;
import dev.emerald.core.internal.manifest.ParsedJson;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What libraries look like: a JSON object of libraries by name, each with the expressions that its
 * file names and its texts match ({@code extractors}: {@code filename}, {@code filecontent}, {@code
 * filecontentreplace}, {@code hashes}) and, if the table knows, its {@code vulnerabilities}. It is
 * the format of the table of retire.js, so that one can be given as it is; what needs a running
 * page or a syntax tree is left aside. Immutable.
 */
public final class LibraryTable {

  private static final String PLACEHOLDER = "§§version§§";
  private static final String VERSION = "[0-9][0-9.a-z_-]+";
  private static final Pattern REPLACEMENT =
      Pattern.compile("/(.*[^\\\\])/([^/]+)/", Pattern.DOTALL);
  private static final int MOST_LIBRARIES = 10_000;
  private static final int LONGEST_EXPRESSION = 2_000;

  /**
   * A library.
   *
   * @param name under which npm has it
   * @param fileNames match all of a name
   * @param contents are found in a text
   * @param hashes of files to versions: SHA-1 in hexadecimal
   * @param weaknesses what the table itself knows
   */
  record Library(
      String name,
      List<Pattern> fileNames,
      List<Content> contents,
      Map<String, String> hashes,
      List<KnownWeakness> weaknesses) {}

  /**
   * What a text may hold.
   *
   * @param literal stands in every text that matches; empty if none is known
   * @param version what gives the version, as a replacement; empty for the first group
   */
  record Content(Pattern pattern, String literal, String version) {}

  private final List<Library> libraries;
  private final int unread;

  private LibraryTable(List<Library> libraries, int unread) {
    this.libraries = List.copyOf(libraries);
    this.unread = unread;
  }

  /** The libraries that are known without a table. */
  public static LibraryTable builtIn() {
    return BuiltIn.TABLE;
  }

  private static final class BuiltIn {
    static final LibraryTable TABLE = read();

    private static LibraryTable read() {
      try (InputStream in = LibraryTable.class.getResourceAsStream("libraries.json")) {
        if (in == null) {
          throw new IllegalStateException("libraries.json is missing beside " + LibraryTable.class);
        }
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return LibraryTable.read(SourceText.of("libraries.json", text)).orElseThrow();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Reads a table.
   *
   * @return empty if the text is none
   */
  public static Optional<LibraryTable> read(SourceText source) {
    ParsedJson parsed = JsonReader.read(source);
    if (parsed.notice().isPresent() || !(parsed.root() instanceof JsonObject)) {
      return Optional.empty();
    }
    List<Library> libraries = new ArrayList<>();
    int[] unread = new int[1];
    for (JsonMember member : parsed.root().members()) {
      JsonValue extractors = member.value().member("extractors").orElse(null);
      if (extractors != null && libraries.size() < MOST_LIBRARIES) {
        libraries.add(library(member, extractors, unread));
      }
    }
    return libraries.isEmpty()
        ? Optional.empty()
        : Optional.of(new LibraryTable(libraries, unread[0]));
  }

  private static Library library(JsonMember member, JsonValue extractors, int[] unread) {
    String name =
        member.value().member("npmname").flatMap(JsonValue::asString).orElse(member.name());
    List<Pattern> fileNames = new ArrayList<>();
    for (String expression : strings(extractors, "filename")) {
      compile(expression, unread).ifPresent(fileNames::add);
    }
    List<Content> contents = new ArrayList<>();
    for (String expression : strings(extractors, "filecontent")) {
      compile(expression, unread)
          .ifPresent(pattern -> contents.add(new Content(pattern, literal(expression), "")));
    }
    for (String both : strings(extractors, "filecontentreplace")) {
      Matcher parts = REPLACEMENT.matcher(both);
      if (parts.matches()) {
        compile(parts.group(1), unread)
            .ifPresent(
                pattern ->
                    contents.add(new Content(pattern, literal(parts.group(1)), parts.group(2))));
      } else {
        unread[0]++;
      }
    }
    Map<String, String> hashes = new HashMap<>();
    for (JsonMember hash : extractors.member("hashes").map(JsonValue::members).orElse(List.of())) {
      hash.value().asString().ifPresent(version -> hashes.put(hash.name(), version));
    }
    return new Library(name, fileNames, contents, hashes, KnownWeakness.of(name, member.value()));
  }

  private static String literal(String expression) {
    return Literals.longest(expression.replace(PLACEHOLDER, VERSION));
  }

  private static List<String> strings(JsonValue value, String name) {
    List<String> strings = new ArrayList<>();
    for (JsonValue each : value.member(name).map(JsonValue::elements).orElse(List.of())) {
      each.asString().ifPresent(strings::add);
    }
    return strings;
  }

  private static Optional<Pattern> compile(String expression, int[] unread) {
    if (expression.length() <= LONGEST_EXPRESSION) {
      try {
        Pattern pattern = Pattern.compile(expression.replace(PLACEHOLDER, VERSION));
        if (pattern.matcher("").groupCount() > 0) {
          return Optional.of(pattern);
        }
      } catch (PatternSyntaxException | StackOverflowError e) {
        // Counted, as one without a group for the version is.
      }
    }
    unread[0]++;
    return Optional.empty();
  }

  List<Library> libraries() {
    return libraries;
  }

  /** How many expressions could not be read. */
  public int unread() {
    return unread;
  }

  /** What the table itself knows to be wrong with libraries. */
  public List<KnownWeakness> weaknesses() {
    return libraries.stream().flatMap(library -> library.weaknesses().stream()).toList();
  }
}
