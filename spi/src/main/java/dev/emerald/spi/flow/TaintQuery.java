package dev.emerald.spi.flow;

import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.version.VersionRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks for data that outsiders control where it must not come:
 *
 * <pre>{@code
 * on.taint(
 *     TaintQuery.from("remote", "library")
 *         .to("command-injection")
 *         .composed("library")
 *         .message("{source} reaches a shell through {sink}"));
 * }</pre>
 *
 * <p>All queries of all rules are answered in one pass over the program; each sink that is reached
 * is reported once a rule, with the steps of the way. Immutable: every method that adds something
 * returns a new query.
 *
 * <p>The words for where data comes from and what it does harm to are those of {@link FlowLabels}
 * and what packs declare themselves. A query for an origin or a kind that no model attaches to
 * anything is an error when the analyzer is built.
 */
public final class TaintQuery {

  private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private final Set<String> origins;
  private final Set<String> kinds;
  private final List<Into> sinks;
  private final String message;
  private final Set<String> lower;
  private final Set<String> doubtful;
  private final Set<String> composed;
  private final Set<String> intended;
  private final Set<String> silenced;
  private final Map<String, String> installed;
  private final List<ApiPattern> defusing;

  private TaintQuery(Parts parts) {
    origins = copy(parts.origins);
    kinds = copy(parts.kinds);
    sinks = List.copyOf(parts.sinks);
    message = parts.message;
    defusing = List.copyOf(parts.defusing);
    lower = copy(parts.lower);
    doubtful = copy(parts.doubtful);
    composed = copy(parts.composed);
    intended = copy(parts.intended);
    silenced = copy(parts.silenced);
    installed = Collections.unmodifiableMap(new LinkedHashMap<>(parts.installed));
  }

  /**
   * A query for data of any of some origins.
   *
   * @throws IllegalArgumentException if there is none, or one is no label
   */
  public static TaintQuery from(String... origins) {
    if (origins.length == 0) {
      throw new IllegalArgumentException("a query needs an origin");
    }
    Parts parts = new Parts();
    addLabels(parts.origins, origins);
    return new TaintQuery(parts);
  }

  /**
   * Asks for sinks of any of some kinds.
   *
   * @throws IllegalArgumentException if one is no label
   */
  public TaintQuery to(String... kinds) {
    Parts parts = new Parts(this);
    addLabels(parts.kinds, kinds);
    return new TaintQuery(parts);
  }

  /**
   * Asks for a sink that this query alone knows. What makes data harmless for the first of its
   * {@link #kinds()} does so here; if it has none, only what makes it harmless for all kinds does.
   *
   * @param api what is called
   * @param argument the index of the argument that must not be controlled, from 0
   * @throws IllegalArgumentException if the index is negative
   */
  public TaintQuery into(ApiPattern api, int argument) {
    Parts parts = new Parts(this);
    parts.sinks.add(new Into(Objects.requireNonNull(api, "api"), argument));
    return new TaintQuery(parts);
  }

  /**
   * What a finding says: one sentence without a full stop at the end. {@code {source}} stands for
   * where the data comes from and {@code {sink}} for what is called, both in the code's own words.
   */
  public TaintQuery message(String message) {
    Parts parts = new Parts(this);
    parts.message = Objects.requireNonNull(message, "message");
    return new TaintQuery(parts);
  }

  /**
   * Findings with data of these origins are one severity lower than the rule's own. A severity that
   * is configured for the rule counts as it is.
   */
  public TaintQuery lower(String... origins) {
    Parts parts = new Parts(this);
    addLabels(parts.lower, origins);
    return new TaintQuery(parts);
  }

  /**
   * Findings with data of these origins are guesses: reported with low confidence, which only those
   * who ask for guesses see.
   */
  public TaintQuery doubtful(String... origins) {
    Parts parts = new Parts(this);
    addLabels(parts.doubtful, origins);
    return new TaintQuery(parts);
  }

  /**
   * Data of these origins counts where it was put together with other text on its way; a value that
   * reaches the sink whole is a guess, as {@link #doubtful} ones are. For what callers of a library
   * hand over: who passes a command on purpose knows that it is run, who passes the name of a file
   * does not.
   */
  public TaintQuery composed(String... origins) {
    Parts parts = new Parts(this);
    addLabels(parts.composed, origins);
    return new TaintQuery(parts);
  }

  /**
   * A sink of a package counts only where one of these versions of the package is installed, as the
   * lock files and package.json say. Where they do not say, what is found is a guess, as {@link
   * #doubtful} ones are. Packages that are not named here count in all versions.
   *
   * @param packageName a name as in package.json
   * @param range a range as in package.json
   * @throws IllegalArgumentException if the range is none
   */
  public TaintQuery installed(String packageName, String range) {
    Objects.requireNonNull(packageName, "packageName");
    if (VersionRange.parse(range).isEmpty()) {
      throw new IllegalArgumentException("'" + range + "' is no range of versions");
    }
    Parts parts = new Parts(this);
    parts.installed.put(packageName, range);
    return new TaintQuery(parts);
  }

  /**
   * Middleware that makes what requests bring harmless for all handlers of an application: where
   * the code of a package calls one of these, what comes of its origin {@code remote} is not
   * reported.
   *
   * @param middleware what makes the middleware
   */
  public TaintQuery defusedBy(ApiPattern middleware) {
    Parts parts = new Parts(this);
    parts.defusing.add(Objects.requireNonNull(middleware, "middleware"));
    return new TaintQuery(parts);
  }

  /**
   * Names of parameters that say that their value is meant for the sink: {@code command} for a
   * shell, {@code code} for an interpreter. The value of a parameter of a library's API that is
   * called so, or whose name ends so ({@code userCommand}, {@code user_command}), is not reported
   * if it reaches the sink whole. The same goes for a property of that name of such a parameter.
   */
  public TaintQuery intended(String... names) {
    Parts parts = new Parts(this);
    parts.intended.addAll(List.of(names));
    return new TaintQuery(parts);
  }

  /**
   * Other rules that have nothing to add at a place where this query finds something: those that
   * report every use of an API. Ids that no rule has are of no consequence.
   */
  public TaintQuery silences(String... rules) {
    Parts parts = new Parts(this);
    parts.silenced.addAll(List.of(rules));
    return new TaintQuery(parts);
  }

  /** Where the data comes from, in the order named, as all that follows. */
  public Set<String> origins() {
    return origins;
  }

  /** The kinds of sinks. */
  public Set<String> kinds() {
    return kinds;
  }

  /** The sinks that this query alone knows. */
  public List<Into> sinks() {
    return sinks;
  }

  /** What a finding says; empty if nothing was said. */
  public String message() {
    return message;
  }

  /** The origins with a lower severity; see {@link #lower(String...)}. */
  public Set<String> lower() {
    return lower;
  }

  /** The origins with low confidence; see {@link #doubtful(String...)}. */
  public Set<String> doubtful() {
    return doubtful;
  }

  /** The origins that need composition; see {@link #composed(String...)}. */
  public Set<String> composed() {
    return composed;
  }

  /** Names of parameters that are meant for the sink; see {@link #intended(String...)}. */
  public Set<String> intended() {
    return intended;
  }

  /** The ranges of versions that count, by package; see {@link #installed(String, String)}. */
  public Map<String, String> installed() {
    return installed;
  }

  /** The middleware that makes requests harmless; see {@link #defusedBy(ApiPattern)}. */
  public List<ApiPattern> defusing() {
    return defusing;
  }

  /** The rules that have nothing to add; see {@link #silences(String...)}. */
  public Set<String> silenced() {
    return silenced;
  }

  /** What it asks, for messages. */
  @Override
  public String toString() {
    return "from "
        + String.join(", ", origins)
        + " to "
        + String.join(", ", kinds)
        + (sinks.isEmpty() ? "" : " into " + sinks);
  }

  private static Set<String> copy(Set<String> names) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  private static void addLabels(Set<String> into, String... labels) {
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        throw new IllegalArgumentException(
            "'" + label + "' is no label: lower case, digits and dashes");
      }
      into.add(label);
    }
  }

  /** What a query is made of while it is made. */
  private static final class Parts {

    final Set<String> origins = new LinkedHashSet<>();
    final Set<String> kinds = new LinkedHashSet<>();
    final List<Into> sinks = new ArrayList<>();
    String message = "";
    final Set<String> lower = new LinkedHashSet<>();
    final Set<String> doubtful = new LinkedHashSet<>();
    final Set<String> composed = new LinkedHashSet<>();
    final Set<String> intended = new LinkedHashSet<>();
    final Set<String> silenced = new LinkedHashSet<>();
    final Map<String, String> installed = new LinkedHashMap<>();
    final List<ApiPattern> defusing = new ArrayList<>();

    Parts() {}

    Parts(TaintQuery query) {
      origins.addAll(query.origins);
      kinds.addAll(query.kinds);
      sinks.addAll(query.sinks);
      message = query.message;
      lower.addAll(query.lower);
      doubtful.addAll(query.doubtful);
      composed.addAll(query.composed);
      intended.addAll(query.intended);
      silenced.addAll(query.silenced);
      installed.putAll(query.installed);
      defusing.addAll(query.defusing);
    }
  }

  /**
   * A sink that one query knows.
   *
   * @param api what is called
   * @param argument the index of the argument, from 0
   */
  public record Into(ApiPattern api, int argument) {

    /** Checks the index. */
    public Into {
      if (argument < 0) {
        throw new IllegalArgumentException("an argument has no index " + argument);
      }
    }
  }
}
