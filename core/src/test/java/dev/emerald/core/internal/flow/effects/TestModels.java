package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.models.FlowModels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handful of facts about a module {@code lib}, and a sink for each function of {@link #SINKS}.
 */
final class TestModels implements FlowModels {

  private static final List<String> KINDS =
      List.of(
          "command-injection",
          "path-injection",
          "xss",
          "sql-injection",
          "nosql-injection",
          "open-redirect",
          "ssrf",
          "code-injection",
          "header-injection",
          "argument-injection",
          "remote-property-injection",
          "deserialization",
          "resource-exhaustion",
          "template-injection",
          "regex-injection");

  /** Global functions whose first argument is a sink of a kind. */
  static final Map<String, String> SINKS =
      Map.ofEntries(
          Map.entry("exec", "command-injection"),
          Map.entry("read", "path-injection"),
          Map.entry("send", "xss"),
          Map.entry("end", "xss"),
          Map.entry("sql", "sql-injection"),
          Map.entry("find", "nosql-injection"),
          Map.entry("redirect", "open-redirect"),
          Map.entry("fetch", "ssrf"),
          Map.entry("run", "code-injection"),
          Map.entry("header", "header-injection"),
          Map.entry("option", "argument-injection"),
          Map.entry("key", "remote-property-injection"),
          Map.entry("load", "deserialization"),
          Map.entry("alloc", "resource-exhaustion"),
          Map.entry("render", "template-injection"),
          Map.entry("regexp", "regex-injection"));

  /** Words of the sinks that have any. */
  static final Map<String, List<String>> WORDS =
      Map.of("shellOf", List.of("option:shell"), "host", List.of("host"));

  private static final Slot RESULT = new Slot(Slot.Where.RESULT, 0, 0, List.of());
  private static final Slot FIRST = new Slot(Slot.Where.ARGUMENT, 0, 0, List.of());

  private record Facts(List<Clean> cleans, List<Guard> guards, List<Pass> passes, int relates)
      implements Api {
    @Override
    public List<Source> sources() {
      return List.of();
    }

    @Override
    public List<Sink> sinks() {
      return List.of();
    }

    @Override
    public boolean fresh() {
      return false;
    }
  }

  private final Map<String, Api> apis =
      Map.of(
          "lib.escapeHtml", clean(kind("xss"), "html"),
          "lib.quote", clean(kind("command-injection")),
          "lib.strip", clean(kind("xss"), "weak"),
          "lib.isInside", guard(kind("path-injection"), true),
          "lib.isBad", guard(kind("path-injection"), false),
          "lib.check", guard(kind("path-injection"), true, "throws"),
          "lib.unescape", pass("decode"),
          "lib.real", new Facts(List.of(), List.of(), List.of(), 0));

  private static long kind(String name) {
    return 1L << KINDS.indexOf(name);
  }

  private static Api clean(long kinds, String... words) {
    return new Facts(List.of(new Clean(RESULT, kinds, List.of(words))), List.of(), List.of(), -1);
  }

  private static Api guard(long kinds, boolean whenTrue, String... words) {
    return new Facts(
        List.of(), List.of(new Guard(FIRST, whenTrue, kinds, List.of(words))), List.of(), -1);
  }

  private static Api pass(String... words) {
    return new Facts(List.of(), List.of(), List.of(new Pass(FIRST, RESULT, List.of(words))), -1);
  }

  /** The sink that a global function is; null if it is none. */
  @Nullable Sink sink(String function) {
    String kind =
        switch (function) {
          case "shellOf" -> "command-injection";
          case "host" -> "ssrf";
          default -> SINKS.get(function);
        };
    return kind == null
        ? null
        : new Sink(FIRST, KINDS.indexOf(kind), WORDS.getOrDefault(function, List.of()));
  }

  @Override
  public @Nullable Api api(String name) {
    return apis.get(name);
  }

  @Override
  public @Nullable Api method(String name) {
    return null;
  }

  @Override
  public List<Query> queries() {
    return List.of();
  }

  @Override
  public long asked() {
    return -1L;
  }

  @Override
  public List<String> kinds() {
    return KINDS;
  }

  @Override
  public List<String> origins() {
    return List.of("remote");
  }
}
