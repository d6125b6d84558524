package dev.emerald.core.conformance;

import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.ParseOptions.Goal;
import dev.emerald.core.internal.parse.ParseResult;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.spi.source.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders of sources that are named by system properties, and how their files are read. */
final class Corpora {

  private Corpora() {}

  /** The folders that a property names, separated as on the class path. */
  static List<Path> folders(String property) {
    List<Path> folders = new ArrayList<>();
    for (String folder : System.getProperty(property, "").split(File.pathSeparator)) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder));
      }
    }
    return folders;
  }

  /** The files below a folder whose names end in one of the endings, sorted. */
  static List<Path> files(Path folder, String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** The text of a file without its byte order mark. */
  static String read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** How a file is read going by its name alone. */
  static ParseOptions optionsFor(Path file) {
    String name = file.getFileName().toString();
    return new ParseOptions(languageOf(name), goalOf(name));
  }

  private static Language languageOf(String name) {
    if (name.endsWith(".tsx")) {
      return Language.TSX;
    }
    if (name.endsWith(".jsx")) {
      return Language.JSX;
    }
    if (name.endsWith("ts")) {
      return name.matches(".*\\.d\\.[mc]?ts") ? Language.DTS : Language.TS;
    }
    return Language.JS;
  }

  private static Goal goalOf(String name) {
    if (name.endsWith(".mjs") || name.endsWith(".mts")) {
      return Goal.MODULE;
    }
    if (name.endsWith(".cjs") || name.endsWith(".cts")) {
      return Goal.COMMONJS;
    }
    return Goal.UNAMBIGUOUS;
  }

  static ParseResult parse(Path file, String text, ParseOptions options) {
    return Parser.parse(SourceText.of(file.toString(), text), options);
  }

  /** The lines of a list beside this class: a name, then a reason. */
  static Map<String, String> listed(String list) throws IOException {
    Map<String, String> listed = new LinkedHashMap<>();
    try (InputStream in = Corpora.class.getResourceAsStream(list)) {
      if (in == null) {
        throw new IOException(list + " is missing");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split("\\s+", 2);
          if (parts.length < 2) {
            throw new IOException("no reason in " + list + ": " + line);
          }
          listed.put(parts[0], parts[1]);
        }
      }
    }
    return listed;
  }
}
