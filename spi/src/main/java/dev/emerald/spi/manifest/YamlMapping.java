package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A YAML mapping. Keeps the order of its members and those whose name comes twice. */
public final class YamlMapping implements YamlValue {

  /** Up to this many members a search through the list is as quick as a table. */
  private static final int FEW = 8;

  private static final String MERGE = "<<";

  private final Span span;
  private final @Nullable String tag;
  private final List<YamlMember> members;
  private final @Nullable Map<String, YamlMember> byName;

  /** For the engine. */
  public YamlMapping(Span span, @Nullable String tag, List<YamlMember> members) {
    this.span = Objects.requireNonNull(span, "span");
    this.tag = tag;
    this.members = List.copyOf(members);
    this.byName = this.members.size() > FEW || merges(members) ? table(this.members) : null;
  }

  private static boolean merges(List<YamlMember> members) {
    for (YamlMember member : members) {
      if (member.name().equals(MERGE)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, YamlMember> table(List<YamlMember> members) {
    Map<String, YamlMember> table = new HashMap<>(members.size() * 2);
    for (YamlMember member : members) {
      if (member.name().equals(MERGE)) {
        merge(member.value(), table);
        for (YamlValue each : member.value().elements()) {
          merge(each, table);
        }
      }
    }
    for (YamlMember member : members) {
      table.put(member.name(), member);
    }
    return table;
  }

  /** Takes in what a mapping holds; of several mappings the earlier ones count. */
  private static void merge(YamlValue value, Map<String, YamlMember> table) {
    if (!(value instanceof YamlMapping mapping)) {
      return;
    }
    if (mapping.byName != null) {
      mapping.byName.forEach(table::putIfAbsent);
      return;
    }
    for (YamlMember member : mapping.members) {
      table.putIfAbsent(member.name(), mapping.named(member.name()).orElse(member));
    }
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
  public List<YamlMember> members() {
    return members;
  }

  @Override
  public Optional<YamlValue> member(String name) {
    return named(name).map(YamlMember::value);
  }

  /**
   * The member with a name; of several the last, and those of the mapping itself before those it
   * takes in by a merge key.
   */
  public Optional<YamlMember> named(String name) {
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

  /** The number of members; the text itself is in the manifest. */
  @Override
  public String toString() {
    return "mapping of " + members.size();
  }
}
