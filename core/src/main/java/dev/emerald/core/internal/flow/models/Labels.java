package dev.emerald.core.internal.flow.models;

import dev.emerald.core.internal.bind.models.ModelLine;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.spi.flow.FlowLabels;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.rule.ApiModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Origins and kinds of sinks, by number: those that some query asks for, sorted by name, then one
 * kind for each query that knows sinks of its own. The numbers do not depend on the order of packs.
 */
final class Labels {

  private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  /** What the engine itself attaches, at the entries of a package. */
  private static final Set<String> OF_ENTRIES = Set.of("library", "remote", "cli", "session");

  /** What the engine itself attaches, where code shows it. */
  private static final Set<String> OF_CODE =
      Set.of(
          "polluting-write",
          "polynomial-match",
          "exponential-match",
          "loop-bound-injection",
          "unsafe-dynamic-method",
          "type-confusion",
          "address-check");

  private final Set<String> knownOrigins = new TreeSet<>(FlowLabels.origins());
  private final Set<String> knownKinds = new TreeSet<>(FlowLabels.kinds());
  private final Set<String> attachedOrigins = new TreeSet<>(OF_ENTRIES);
  private final Set<String> attachedKinds = new TreeSet<>(OF_CODE);
  private final List<String> origins = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();
  private final Map<String, Long> kindSets = new HashMap<>();
  private int named;
  private long asked;

  private Labels() {}

  /**
   * The labels of some models and the queries of some rules.
   *
   * @throws IllegalArgumentException for a label that is not declared, or too many of them
   */
  static Labels of(List<ApiModel> models, List<RuleEntry> rules) {
    Labels labels = new Labels();
    for (ApiModel model : models) {
      ModelLine.forEach(model, labels::declare);
    }
    for (ApiModel model : models) {
      ModelLine.forEach(model, labels::attach);
    }
    labels.number(rules);
    return labels;
  }

  /** The names of the origins, by number. */
  List<String> origins() {
    return List.copyOf(origins);
  }

  /** The names of the kinds, by number. */
  List<String> kinds() {
    return List.copyOf(kinds);
  }

  /** The kinds that are asked for and may be named in models. */
  long asked() {
    return asked;
  }

  /**
   * The number of an origin; -1 if nobody asks for it.
   *
   * @throws IllegalArgumentException if it is not declared
   */
  int origin(String name, ModelLine line) {
    requireOrigin(name, line);
    return origins.indexOf(name);
  }

  /**
   * The set of kinds that a word of a line stands for: names with commas between, {@code *} for
   * all, {@code !name} for all but that.
   *
   * @throws IllegalArgumentException if one is not declared
   */
  long kinds(String word, ModelLine line) {
    long set = 0;
    for (String name : word.split(",", -1)) {
      if (name.equals("*")) {
        set = -1L;
      } else if (name.startsWith("!")) {
        set &= ~set(name.substring(1), line);
      } else {
        set |= set(name, line);
      }
    }
    return set;
  }

  /** The kinds that a query asks for, with that of its own sinks. */
  long kinds(TaintQuery query, int own) {
    long set = own < 0 ? 0 : 1L << own;
    for (String name : query.kinds()) {
      int number = kinds.indexOf(name);
      if (number >= 0 && number < named) {
        set |= 1L << number;
      }
    }
    return set;
  }

  /** The origins that a query asks for. */
  int origins(TaintQuery query) {
    int set = 0;
    for (String name : query.origins()) {
      set |= 1 << origins.indexOf(name);
    }
    return set;
  }

  /**
   * A number for the sinks of one query, which are cared for as those of a kind are.
   *
   * @throws IllegalArgumentException if there are too many
   */
  int own(TaintQuery query, RuleEntry rule) {
    String like = query.kinds().isEmpty() ? "" : query.kinds().iterator().next();
    int number = kinds.size();
    kinds.add(like);
    kindSets.merge(like, 1L << number, (a, b) -> a | b);
    if (kinds.size() > FlowLabels.MAX_KINDS) {
      throw tooMany("kinds of sinks", FlowLabels.MAX_KINDS, "rule '" + rule.facts().id() + "'");
    }
    return number;
  }

  /**
   * Checks that every query can be answered.
   *
   * @throws IllegalArgumentException if one asks for what no line attaches to anything
   */
  void requireAttached(List<RuleEntry> rules) {
    for (RuleEntry rule : rules) {
      for (TaintQuery query : rule.queries()) {
        for (String origin : query.origins()) {
          requireAttached("origin", origin, attachedOrigins, rule);
        }
        for (String kind : query.kinds()) {
          if (query.sinks().isEmpty() || !knownKinds.contains(kind)) {
            requireAttached("kind of sink", kind, attachedKinds, rule);
          }
        }
      }
    }
  }

  private long set(String name, ModelLine line) {
    requireKind(name, line);
    return kindSets.getOrDefault(name, 0L);
  }

  private void declare(ModelLine line) {
    boolean kind = line.verb().equals("kind");
    if (!kind && !line.verb().equals("origin")) {
      return;
    }
    if (line.size() != 2 || !LABEL.matcher(line.word(1)).matches()) {
      throw line.error("expected '" + line.verb() + " NAME', lower case, digits and dashes");
    }
    (kind ? knownKinds : knownOrigins).add(line.word(1));
  }

  /** Notes what a line attaches; its form is checked when its facts are read. */
  private void attach(ModelLine line) {
    if (line.verb().equals("source") && line.size() > 3) {
      requireOrigin(line.word(3), line);
      attachedOrigins.add(line.word(3));
    } else if (line.verb().equals("sink") && line.size() > 3) {
      for (String name : line.word(3).split(",", -1)) {
        requireKind(name, line);
        attachedKinds.add(name);
      }
    } else if (line.verb().equals("pass")) {
      int origin = Words.origin(line.words());
      if (origin >= 0) {
        String name = Words.originOf(line.word(origin));
        requireOrigin(name, line);
        attachedOrigins.add(name);
      }
    }
  }

  private void number(List<RuleEntry> rules) {
    Set<String> someOrigins = new TreeSet<>();
    Set<String> someKinds = new TreeSet<>();
    for (RuleEntry rule : rules) {
      for (TaintQuery query : rule.queries()) {
        someOrigins.addAll(query.origins());
        someKinds.addAll(query.kinds());
      }
    }
    origins.addAll(someOrigins);
    kinds.addAll(someKinds);
    named = kinds.size();
    if (origins.size() > FlowLabels.MAX_ORIGINS) {
      throw tooMany("origins", FlowLabels.MAX_ORIGINS, "the rules");
    }
    if (named > FlowLabels.MAX_KINDS) {
      throw tooMany("kinds of sinks", FlowLabels.MAX_KINDS, "the rules");
    }
    for (int i = 0; i < named; i++) {
      kindSets.put(kinds.get(i), 1L << i);
      asked |= 1L << i;
    }
  }

  private void requireOrigin(String name, ModelLine line) {
    if (!knownOrigins.contains(name)) {
      throw line.error(
          "'%s' is no origin; known are %s, and 'origin %s' declares it"
              .formatted(name, String.join(", ", knownOrigins), name));
    }
  }

  private void requireKind(String name, ModelLine line) {
    if (!knownKinds.contains(name)) {
      throw line.error(
          "'%s' is no kind of sink; known are %s, and 'kind %s' declares it"
              .formatted(name, String.join(", ", knownKinds), name));
    }
  }

  private static void requireAttached(
      String what, String name, Set<String> attached, RuleEntry rule) {
    if (!attached.contains(name)) {
      throw new IllegalArgumentException(
          "rule '%s' asks for the %s '%s', which no model attaches to anything; attached are %s"
              .formatted(rule.facts().id(), what, name, String.join(", ", attached)));
    }
  }

  private static IllegalArgumentException tooMany(String what, int most, String who) {
    return new IllegalArgumentException(
        "more than " + most + " " + what + " are asked for by " + who);
  }
}
