package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A YAML sequence. */
public final class YamlSequence implements YamlValue {

  private final Span span;
  private final @Nullable String tag;
  private final List<YamlValue> elements;

  /** For the engine. */
  public YamlSequence(Span span, @Nullable String tag, List<YamlValue> elements) {
    this.span = Objects.requireNonNull(span, "span");
    this.tag = tag;
    this.elements = List.copyOf(elements);
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  @Override
  public List<YamlValue> elements() {
    return elements;
  }

  /** The number of elements; the text itself is in the manifest. */
  @Override
  public String toString() {
    return "sequence of " + elements.size();
  }
}
