package dev.emerald.core.internal.vendored;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emerald.core.internal.vendored.LibraryTable.Content;
import dev.emerald.core.internal.vendored.LibraryTable.Library;
import dev.emerald.spi.project.VendoredLibrary;
import dev.emerald.spi.project.VendoredLibrary.Evidence;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at files for libraries of a table. Immutable, safe for use by several threads. */
public final class LibraryFinder {

  /** How often characters of one file are looked at, per character of it, and at least. */
  private static final int MOST_LOOKS = 400;

  private static final long LEAST_LOOKS = 1_000_000;

  /** One file that holds more versions of one library is no copy of it. */
  private static final int MOST_VERSIONS = 3;

  /** What an expression for versions takes in though it says which build of one it is. */
  private static final Pattern VARIANT =
      Pattern.compile("(?:[.-](?:min|slim|custom|bundle|umd|esm|prod|debug|core))*[._-]*$");

  private final List<LibraryTable> tables;
  private final boolean hashes;

  /** A finder with tables; a library that several know is found once. */
  public LibraryFinder(List<LibraryTable> tables) {
    this.tables = List.copyOf(tables);
    this.hashes =
        tables.stream()
            .flatMap(table -> table.libraries().stream())
            .anyMatch(library -> !library.hashes().isEmpty());
  }

  /**
   * What is found in a file.
   *
   * @param libraries by place; empty if it is none
   * @param exhausted whether it was given up, as looking would take too long
   */
  public record Found(List<VendoredLibrary> libraries, boolean exhausted) {}

  /**
   * Looks at a file.
   *
   * @param whole whether the text is all of the file
   */
  public Found find(SourceText source, boolean whole) {
    String path = source.path();
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    BoundedText text =
        new BoundedText(source.text(), Math.max(LEAST_LOOKS, (long) MOST_LOOKS * source.length()));
    String hash = hashes && whole ? hash(source.text()) : "";
    Map<String, VendoredLibrary> found = new LinkedHashMap<>();
    boolean exhausted = false;
    try {
      for (LibraryTable table : tables) {
        for (Library library : table.libraries()) {
          look(library, source, text, fileName, hash, found);
        }
      }
    } catch (BoundedText.Exhausted | StackOverflowError e) {
      exhausted = true;
    }
    List<VendoredLibrary> libraries = new ArrayList<>(found.values());
    libraries.sort((a, b) -> a.location().compareTo(b.location()));
    return new Found(List.copyOf(libraries), exhausted);
  }

  /** The surest way to tell wins: others may be wrong about the version. */
  private static void look(
      Library library,
      SourceText source,
      BoundedText text,
      String fileName,
      String hash,
      Map<String, VendoredLibrary> found) {
    String byHash = library.hashes().get(hash);
    if (byHash != null) {
      add(library, byHash, start(source), source, Evidence.HASH, found);
      return;
    }
    boolean banner = false;
    for (Content content : library.contents()) {
      if (source.text().contains(content.literal())) {
        Matcher matcher = content.pattern().matcher(text);
        for (int i = 0; i < MOST_VERSIONS && matcher.find(); i++) {
          String version = version(content, matcher);
          if (version != null) {
            Span span = new Span(matcher.start(), matcher.end());
            banner |= add(library, version, span, source, Evidence.BANNER, found);
          }
        }
      }
    }
    if (banner) {
      return;
    }
    for (Pattern name : library.fileNames()) {
      Matcher matcher = name.matcher(new BoundedText(fileName, LEAST_LOOKS));
      String version = matcher.matches() ? matcher.group(1) : null;
      if (version != null) {
        add(library, version, start(source), source, Evidence.FILE_NAME, found);
        return;
      }
    }
  }

  private static @Nullable String version(Content content, Matcher matcher) {
    if (content.version().isEmpty()) {
      return matcher.group(1);
    }
    Matcher again = content.pattern().matcher(matcher.group());
    if (!again.find()) {
      return null;
    }
    try {
      StringBuilder replaced = new StringBuilder();
      again.appendReplacement(replaced, content.version());
      return replaced.toString();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static Span start(SourceText source) {
    return new Span(0, Math.min(source.length(), source.lineText(1).length()));
  }

  private static boolean add(
      Library library,
      String written,
      Span span,
      SourceText source,
      Evidence evidence,
      Map<String, VendoredLibrary> found) {
    String plain = VARIANT.matcher(written).replaceFirst("");
    if (plain.isEmpty() || plain.length() > 100) {
      return false;
    }
    String version = KnownWeakness.full(plain);
    found.putIfAbsent(
        library.name() + "@" + version,
        new VendoredLibrary(library.name(), version, source.location(span), evidence));
    return true;
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-1", e);
    }
  }
}
