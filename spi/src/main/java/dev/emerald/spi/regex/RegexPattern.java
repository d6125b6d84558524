package dev.emerald.spi.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as the engine has read it: its text and flags, and its tree or the reasons
 * why it has none.
 *
 * <pre>{@code
 * regex.tree().ifPresent(tree -> {
 *   for (RegexNode node : tree.preorder()) {
 *     if (node instanceof Quantifier q && q.max() == Quantifier.UNBOUNDED) {
 *       …
 *     }
 *   }
 * });
 * }</pre>
 *
 * <p>There is a tree if and only if there are no diagnostics. Immutable, compared by identity. Only
 * the engine makes instances.
 */
public final class RegexPattern {

  private final String source;
  private final RegexFlags flags;
  private final @Nullable Pattern tree;
  private final List<RegexDiagnostic> diagnostics;
  private final List<CapturingGroup> groups;
  private final Map<String, List<CapturingGroup>> groupsByName;

  RegexPattern(String source, RegexFlags flags, Pattern tree, List<CapturingGroup> groupsInOrder) {
    this.source = Objects.requireNonNull(source, "source");
    this.flags = Objects.requireNonNull(flags, "flags");
    this.tree = Objects.requireNonNull(tree, "tree");
    this.diagnostics = List.of();
    this.groups = List.copyOf(groupsInOrder);
    this.groupsByName = byName(groups);
  }

  RegexPattern(String source, RegexFlags flags, List<RegexDiagnostic> diagnostics) {
    this.source = Objects.requireNonNull(source, "source");
    this.flags = Objects.requireNonNull(flags, "flags");
    this.tree = null;
    this.diagnostics = List.copyOf(diagnostics);
    this.groups = List.of();
    this.groupsByName = Map.of();
    if (this.diagnostics.isEmpty()) {
      throw new IllegalArgumentException("neither a tree nor a reason for its absence");
    }
  }

  /**
   * The pattern text: what stands between the slashes, or the first argument of the constructor.
   */
  public String source() {
    return source;
  }

  /** The flags that were recognised. */
  public RegexFlags flags() {
    return flags;
  }

  /** The tree; empty if the expression is not valid or beyond a limit. */
  public Optional<Pattern> tree() {
    return Optional.ofNullable(tree);
  }

  /**
   * What is wrong: the first fault of the flags or, where these are valid, of the pattern. Empty if
   * there is a tree.
   */
  public List<RegexDiagnostic> diagnostics() {
    return diagnostics;
  }

  /** Number of capturing groups, from 0; 0 without a tree. */
  public int groupCount() {
    return groups.size();
  }

  /** The capturing groups; the one with number {@code n} at index {@code n - 1}. */
  public List<CapturingGroup> groups() {
    return groups;
  }

  /** The names of groups, each once, in the order in which they first occur. */
  public List<String> groupNames() {
    return List.copyOf(groupsByName.keySet());
  }

  /** The groups of a name in ascending order; several where alternatives share it, maybe none. */
  public List<CapturingGroup> groupsNamed(String name) {
    return groupsByName.getOrDefault(name, List.of());
  }

  /**
   * How a node of this tree is written.
   *
   * @throws IndexOutOfBoundsException if the node is of another, longer pattern
   */
  public String text(RegexNode node) {
    return source.substring(node.start(), node.end());
  }

  /** The expression as a literal would be written: {@code /source/flags}. */
  @Override
  public String toString() {
    return "/" + source + "/" + flags;
  }

  private static Map<String, List<CapturingGroup>> byName(List<CapturingGroup> groups) {
    Map<String, List<CapturingGroup>> collected = new LinkedHashMap<>();
    for (CapturingGroup group : groups) {
      String name = group.name();
      if (name != null) {
        collected.computeIfAbsent(name, key -> new ArrayList<>(1)).add(group);
      }
    }
    collected.replaceAll((name, list) -> List.copyOf(list));
    return collected;
  }
}
