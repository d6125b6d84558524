package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;

/** A name and a string that belongs to it: a script, a command, an engine. Immutable. */
public final class NamedText {

  private final SourceText source;
  private final String name;
  private final JsonMember member;
  private final String text;

  NamedText(SourceText source, String name, JsonMember member, String text) {
    this.source = source;
    this.name = name;
    this.member = member;
    this.text = text;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The string, unescaped. */
  public String text() {
    return text;
  }

  /** Where the key of the pair stands, quotes included. */
  public Location nameLocation() {
    return source.location(member.nameSpan());
  }

  /** Where the string stands, quotes included. */
  public Location textLocation() {
    return source.location(member.value().span());
  }

  /** {@code name: text}. */
  @Override
  public String toString() {
    return name + ": " + text;
  }
}
