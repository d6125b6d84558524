package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object. Keeps the order of its members and those whose name comes twice. */
public final class JsonObject implements JsonValue {

  /** Up to this many members a search through the list is as quick as a table. */
  private static final int FEW = 8;

  private final Span span;
  private final List<JsonMember> members;
  private final @Nullable Map<String, JsonMember> byName;

  /** For the engine. */
  public JsonObject(Span span, List<JsonMember> members) {
    this.span = Objects.requireNonNull(span, "span");
    this.members = List.copyOf(members);
    this.byName = this.members.size() > FEW ? table(this.members) : null;
  }

  private static Map<String, JsonMember> table(List<JsonMember> members) {
    Map<String, JsonMember> table = new HashMap<>(members.size() * 2);
    for (JsonMember member : members) {
      table.put(member.name(), member);
    }
    return table;
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public List<JsonMember> members() {
    return members;
  }

  @Override
  public Optional<JsonValue> member(String name) {
    return named(name).map(JsonMember::value);
  }

  /**
   * The member with a name; of several the last.
   *
   * @param name unescaped
   */
  public Optional<JsonMember> named(String name) {
    if (byName != null) {
      return Optional.ofNullable(byName.get(name));
    }
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i).name().equals(name)) {
        return Optional.of(members.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether a later member of the same name takes the place of {@code member}. */
  boolean overridden(JsonMember member) {
    return named(member.name()).orElse(member) != member;
  }

  /** The number of members; the text itself is in the manifest. */
  @Override
  public String toString() {
    return "object of " + members.size();
  }
}
