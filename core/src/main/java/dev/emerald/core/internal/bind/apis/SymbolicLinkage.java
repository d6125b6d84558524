package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.facts.Fact;
import dev.emerald.core.internal.bind.links.Arguments;
import dev.emerald.core.internal.bind.links.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file before it is linked: what comes from outside is written down as facts. */
final class SymbolicLinkage implements Linkage {

  /** Longer paths of members and calls are not written down. */
  private static final int MAX_LENGTH = 24;

  private static final int MAX_ARGUMENTS = 2;

  /**
   * A value from outside of the file.
   *
   * @param fact what is known of it
   * @param length number of steps from where it comes from
   */
  record Symbolic(Fact fact, int length) implements Value {}

  private final FactWriter writer;

  /** Writes values down as facts. */
  @FunctionalInterface
  interface FactWriter {
    /** The fact for a value. */
    Fact fact(@Nullable Value value);
  }

  SymbolicLinkage(FactWriter writer) {
    this.writer = writer;
  }

  @Override
  public Value module(String specifier) {
    return new Symbolic(new Fact.Module(specifier), 0);
  }

  @Override
  public Value global(String name) {
    return new Symbolic(new Fact.Global(name), 0);
  }

  @Override
  public @Nullable Value member(Value value, String key) {
    return value instanceof Symbolic symbolic && symbolic.length < MAX_LENGTH
        ? new Symbolic(new Fact.Member(symbolic.fact, key), symbolic.length + 1)
        : null;
  }

  @Override
  public @Nullable Value call(Value callee, Arguments arguments) {
    if (!(callee instanceof Symbolic symbolic) || symbolic.length >= MAX_LENGTH) {
      return null;
    }
    List<Fact> passed = new ArrayList<>(MAX_ARGUMENTS);
    for (int i = 0; i < MAX_ARGUMENTS; i++) {
      passed.add(writer.fact(arguments.get(i)));
    }
    while (!passed.isEmpty() && passed.get(passed.size() - 1).equals(Fact.UNKNOWN)) {
      passed.remove(passed.size() - 1);
    }
    return new Symbolic(new Fact.Result(symbolic.fact, List.copyOf(passed)), symbolic.length + 1);
  }

  @Override
  public @Nullable Value instance(Value type) {
    return type instanceof Symbolic symbolic && symbolic.length < MAX_LENGTH
        ? new Symbolic(new Fact.Instance(symbolic.fact), symbolic.length + 1)
        : null;
  }

  @Override
  public Value parameter(int function, int index) {
    return new Symbolic(new Fact.Parameter(function, index), 0);
  }

  @Override
  public @Nullable String name(@Nullable Value value) {
    if (!(value instanceof Symbolic symbolic)) {
      return null;
    }
    Deque<String> steps = new ArrayDeque<>();
    Fact at = symbolic.fact;
    while (true) {
      if (at instanceof Fact.Member member) {
        steps.addFirst("." + member.name());
        at = member.of();
      } else if (at instanceof Fact.Result result) {
        steps.addFirst("()");
        at = result.of();
      } else if (at instanceof Fact.Module module) {
        String specifier = module.specifier();
        steps.addFirst(specifier.startsWith("node:") ? specifier.substring(5) : specifier);
        return String.join("", steps);
      } else if (at instanceof Fact.Global global) {
        steps.addFirst("globalThis." + global.name());
        return String.join("", steps);
      } else {
        return null;
      }
    }
  }
}
