package dev.emerald.core.internal.manifest;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.NodeVersionFile;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.manifest.YarnConfig;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the settings of package managers, and which Node.js is asked for. */
final class ConfigFiles {

  private ConfigFiles() {}

  /** Reads an .npmrc: lines of {@code key = value}, as npm's ini format has them. */
  static NpmConfig npmConfig(SourceText source) {
    List<ConfigEntry> entries = new ArrayList<>();
    String section = "";
    for (int line = 1; line <= source.lineCount(); line++) {
      int start = source.lineStart(line);
      Span span = trimmed(source.text(), start, start + source.lineText(line).length());
      if (span.length() == 0 || ";#".indexOf(source.text().charAt(span.start())) >= 0) {
        continue;
      }
      String text = source.slice(span.start(), span.end());
      if (text.startsWith("[") && text.endsWith("]")) {
        section = text.substring(1, text.length() - 1) + ".";
        continue;
      }
      entries.add(entry(source, span, section));
    }
    return new NpmConfig(source, entries);
  }

  private static ConfigEntry entry(SourceText source, Span line, String section) {
    String text = source.text();
    int equals = text.indexOf('=', line.start());
    boolean alone = equals < 0 || equals >= line.end();
    Span keySpan = trimmed(text, line.start(), alone ? line.end() : equals);
    String key = source.slice(keySpan.start(), keySpan.end());
    if (key.endsWith("[]")) {
      key = key.substring(0, key.length() - 2);
    }
    if (alone) {
      Span nothing = new Span(line.end(), line.end());
      return new ConfigEntry(source, section + key, keySpan, "true", nothing);
    }
    Span valueSpan = withoutComment(text, trimmed(text, equals + 1, line.end()));
    String value = source.slice(valueSpan.start(), valueSpan.end());
    return new ConfigEntry(source, section + key, keySpan, unquoted(value), valueSpan);
  }

  private static Span withoutComment(String text, Span value) {
    boolean quoted =
        value.length() > 1
            && "\"'".indexOf(text.charAt(value.start())) >= 0
            && text.charAt(value.end() - 1) == text.charAt(value.start());
    if (quoted) {
      return value;
    }
    for (int i = value.start(); i < value.end(); i++) {
      char unit = text.charAt(i);
      if (unit == '\\') {
        i++;
      } else if (unit == ';' || unit == '#') {
        return trimmed(text, value.start(), i);
      }
    }
    return value;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && "\"'".indexOf(value.charAt(0)) >= 0
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** Reads a .yarnrc.yml. */
  static YarnConfig yarnConfig(SourceText source, Consumer<Notice> notices) {
    ParsedYaml parsed = YamlReader.read(source);
    parsed.notices().forEach(notices);
    return new YarnConfig(source, parsed.documents());
  }

  /** Reads an .nvmrc or .node-version: the first line that is no comment. */
  static NodeVersionFile nodeVersion(SourceText source) {
    for (int line = 1; line <= source.lineCount(); line++) {
      int start = source.lineStart(line);
      int end = start + source.lineText(line).length();
      int comment = source.text().indexOf('#', start);
      Span span = trimmed(source.text(), start, comment < 0 ? end : Math.min(end, comment));
      if (span.length() > 0) {
        return new NodeVersionFile(source, source.slice(span.start(), span.end()), span);
      }
    }
    return new NodeVersionFile(source, "", new Span(0, 0));
  }

  private static Span trimmed(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return new Span(start, end);
  }
}
