package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.Objects;

/** A JSON number. Kept as it is written, so that none is too long or too precise. */
public final class JsonNumber implements JsonValue {

  /** More digits than this make no difference to a {@code double} but cost time to read. */
  private static final int LONGEST_EXACT = 1_000;

  private final Span span;
  private final String text;

  /** For the engine. */
  public JsonNumber(Span span, String text) {
    this.span = Objects.requireNonNull(span, "span");
    this.text = Objects.requireNonNull(text, "text");
  }

  @Override
  public Span span() {
    return span;
  }

  /** The number as it is written. */
  public String text() {
    return text;
  }

  /** The nearest {@code double}; NaN if the number is written in more than 1,000 characters. */
  public double value() {
    if (text.length() > LONGEST_EXACT) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The number as it is written. */
  @Override
  public String toString() {
    return text;
  }
}
