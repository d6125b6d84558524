package dev.emerald.core.internal.dispatch;

import dev.emerald.core.internal.dispatch.RuleEntry.CallSubscription;
import dev.emerald.core.internal.dispatch.RuleEntry.NodeSubscription;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.rule.FileCheck;
import dev.emerald.spi.scope.ApiPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of the rules that are on for a file, arranged by what is met in it: checks of
 * nodes by kind, checks of calls by API name. Names that hold a {@code *} stand apart, by the text
 * before it. A kind or an API that nobody asked for costs one look-up. Immutable.
 */
public final class DispatchTable {

  private static final Slot<?>[] NO_SLOTS = new Slot<?>[0];

  private final List<RuleEntry> rules;
  private final Slot<Program>[] files;
  private final Slot<Node>[][] nodes;
  private final Map<String, Slot<Invocation>[]> calls;
  private final Wildcard[] wildcards;
  private final boolean usesWanted;
  private final UnaryOperator<String> canonical;

  /**
   * Arranges the subscriptions of some rules.
   *
   * @param rules those that are on, by number
   * @param usesWanted whether somebody will ask where APIs are used
   * @param canonical the name that stands for an API, wherever it has several
   */
  @SuppressWarnings("EnumOrdinal") // a dense table within one run, never stored
  public DispatchTable(List<RuleEntry> rules, boolean usesWanted, UnaryOperator<String> canonical) {
    this.rules = List.copyOf(rules);
    this.usesWanted = usesWanted;
    this.canonical = canonical;
    List<Slot<Program>> everyFile = new ArrayList<>();
    List<List<Slot<Node>>> byKind = new ArrayList<>();
    for (int i = 0; i < NodeKind.values().length; i++) {
      byKind.add(new ArrayList<>());
    }
    Map<String, List<Slot<Invocation>>> byName = new LinkedHashMap<>();
    List<Wildcard> withStars = new ArrayList<>();
    for (RuleEntry rule : rules) {
      for (FileCheck<? super Program> check : rule.files()) {
        everyFile.add(new Slot<>(rule.number(), check));
      }
      for (NodeSubscription subscription : rule.nodes()) {
        for (NodeKind kind : subscription.kinds()) {
          byKind.get(kind.ordinal()).add(new Slot<>(rule.number(), subscription.check()));
        }
      }
      for (CallSubscription subscription : rule.calls()) {
        add(subscription, rule.number(), canonical, byName, withStars);
      }
    }
    files = slots(everyFile);
    nodes = newTable(byKind.size());
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = slots(byKind.get(i));
    }
    calls = new HashMap<>();
    byName.forEach((name, slots) -> calls.put(name, slots(slots)));
    wildcards = withStars.toArray(new Wildcard[0]);
  }

  private static void add(
      CallSubscription subscription,
      int rule,
      UnaryOperator<String> canonical,
      Map<String, List<Slot<Invocation>>> byName,
      List<Wildcard> withStars) {
    Slot<Invocation> slot = new Slot<>(rule, subscription.check());
    List<String> stars = new ArrayList<>();
    Set<String> spelled = new HashSet<>();
    for (String written : subscription.api().names()) {
      String name = canonical.apply(written);
      if (name.indexOf('*') >= 0) {
        stars.add(name);
      } else if (spelled.add(name)) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(slot);
      }
    }
    if (!stars.isEmpty()) {
      withStars.add(new Wildcard(spelled, stars, slot));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of an own generic class
  private static <N> Slot<N>[] slots(List<Slot<N>> slots) {
    return slots.isEmpty() ? (Slot<N>[]) NO_SLOTS : slots.toArray((Slot<N>[]) new Slot[0]);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of an own generic class
  private static Slot<Node>[][] newTable(int size) {
    return (Slot<Node>[][]) new Slot[size][];
  }

  /** The rules that are on, by number. */
  public List<RuleEntry> rules() {
    return rules;
  }

  /** Whether somebody will ask where APIs are used. */
  public boolean usesWanted() {
    return usesWanted;
  }

  /** The name that stands for an API, wherever it has several. */
  public UnaryOperator<String> canonical() {
    return canonical;
  }

  /** Whether some rule looks at texts, whatever their format. */
  public boolean wantsTexts() {
    for (RuleEntry rule : rules) {
      if (!rule.texts().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether no check can be met in a source file and nobody asks where APIs are used. */
  public boolean idle() {
    if (files.length > 0
        || !calls.isEmpty()
        || wildcards.length > 0
        || usesWanted
        || wantsTexts()) {
      return false;
    }
    for (Slot<Node>[] kind : nodes) {
      if (kind.length > 0) {
        return false;
      }
    }
    return true;
  }

  Slot<Program>[] files() {
    return files;
  }

  @SuppressWarnings("EnumOrdinal") // a dense table within one run, never stored
  Slot<Node>[] nodes(NodeKind kind) {
    return nodes[kind.ordinal()];
  }

  boolean asksForCalls() {
    return !calls.isEmpty() || wildcards.length > 0;
  }

  Slot<Invocation> @Nullable [] calls(String api) {
    return calls.get(api);
  }

  Wildcard[] wildcards() {
    return wildcards;
  }

  /**
   * A check and the number of its rule.
   *
   * @param <N> what it is called with
   */
  record Slot<N>(int rule, FileCheck<? super N> check) {}

  /** A subscription to calls that has names with a {@code *}. */
  static final class Wildcard {

    private final Set<String> spelled;
    private final ApiPattern[] patterns;
    private final String[] heads;
    private final Slot<Invocation> slot;

    Wildcard(Set<String> spelled, List<String> names, Slot<Invocation> slot) {
      this.spelled = spelled;
      this.slot = slot;
      patterns = new ApiPattern[names.size()];
      heads = new String[names.size()];
      for (int i = 0; i < patterns.length; i++) {
        patterns[i] = ApiPattern.api(names.get(i));
        heads[i] = names.get(i).substring(0, names.get(i).indexOf('*'));
      }
    }

    Slot<Invocation> slot() {
      return slot;
    }

    /** Whether a name is meant that the same subscription does not also spell out. */
    boolean matches(String api) {
      for (int i = 0; i < heads.length; i++) {
        if (api.startsWith(heads[i]) && patterns[i].matches(api)) {
          return !spelled.contains(api);
        }
      }
      return false;
    }
  }
}
