package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A YAML scalar. Its text is kept as it is written: {@code on}, {@code 0777} and {@code 22:22} are
 * texts, and whether {@code 1.10} is a number or a version is for the reader to say.
 */
public final class YamlScalar implements YamlValue {

  /** How a scalar is written. */
  public enum Style {
    /** Without quotes: the one style in which a scalar may be null, a boolean or a number. */
    PLAIN,
    /** In single quotes. */
    SINGLE_QUOTED,
    /** In double quotes. */
    DOUBLE_QUOTED,
    /** In lines after {@code |}. */
    LITERAL,
    /** In lines after {@code >}. */
    FOLDED
  }

  private final Span span;
  private final @Nullable String tag;
  private final Style style;
  private final String text;
  private final int[] lineStarts;

  /**
   * For the engine.
   *
   * @param span anchor, tag and quotes included
   * @param text unescaped, lines folded
   * @param lineStarts where lines of the text begin in the manifest: the first, and of a literal
   *     scalar all others
   */
  public YamlScalar(Span span, @Nullable String tag, Style style, String text, int... lineStarts) {
    this.span = Objects.requireNonNull(span, "span");
    this.tag = tag;
    this.style = Objects.requireNonNull(style, "style");
    this.text = Objects.requireNonNull(text, "text");
    this.lineStarts = lineStarts.clone();
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  /** How it is written. */
  public Style style() {
    return style;
  }

  /** The text, unescaped and folded; also for null, where it is as it is written. */
  public String text() {
    return text;
  }

  /** Whether it is null: nothing at all, {@code ~} or {@code null} without quotes. */
  public boolean isNull() {
    return style == Style.PLAIN
        && tag == null
        && switch (text) {
          case "", "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
  }

  /**
   * Where a character of the text stands in the manifest: exact for literal scalars and for what is
   * written in one line without escapes, else no further off than the scalar is long.
   *
   * @param index in {@link #text()}, in UTF-16 code units
   */
  public int offsetOf(int index) {
    int line = 0;
    int lineStart = 0;
    int next = text.indexOf('\n');
    while (next >= 0 && next < index && line + 1 < lineStarts.length) {
      line++;
      lineStart = next + 1;
      next = text.indexOf('\n', lineStart);
    }
    int start = lineStarts.length == 0 ? span.start() : lineStarts[line];
    return Math.max(span.start(), Math.min(span.end(), start + Math.max(0, index - lineStart)));
  }

  @Override
  public Optional<String> asString() {
    return isNull() ? Optional.empty() : Optional.of(text);
  }

  @Override
  public Optional<Boolean> asBoolean() {
    if (style != Style.PLAIN) {
      return Optional.empty();
    }
    return switch (text) {
      case "true", "True", "TRUE" -> Optional.of(true);
      case "false", "False", "FALSE" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
