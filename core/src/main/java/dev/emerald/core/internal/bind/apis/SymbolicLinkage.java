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
   * A value with more steps, those of arguments among them, is written down as no part of another.
   */
  private static final int MAX_PART = 40;

  /**
   * A value from outside of the file.
   *
   * @param fact what is known of it
   * @param length number of steps from where it comes from
   * @param size number of all steps, those of arguments among them: what a comparison costs
   */
  record Symbolic(Fact fact, int length, int size) implements Value {

    private static Symbolic start(Fact fact) {
      return new Symbolic(fact, 0, 1);
    }

    private Symbolic then(Fact next) {
      return new Symbolic(next, length + 1, size + 1);
    }

    /**
     * What this value and another are: one value if the same functions made both, of different
     * arguments.
     *
     * @return null if that is too long to be written down
     */
    @Nullable Symbolic joined(Symbolic other) {
      Fact both = length == other.length ? SymbolicLinkage.joined(fact, other.fact) : null;
      if (both != null) {
        return new Symbolic(both, length, Math.max(size, other.size));
      }
      return size + other.size > MAX_PART
          ? null
          : new Symbolic(
              new Fact.Either(fact, other.fact),
              Math.max(length, other.length) + 1,
              size + other.size + 1);
    }
  }

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
    return Symbolic.start(new Fact.Module(specifier));
  }

  @Override
  public Value global(String name) {
    return Symbolic.start(new Fact.Global(name));
  }

  @Override
  public @Nullable Value member(Value value, String key) {
    return value instanceof Symbolic symbolic && symbolic.length < MAX_LENGTH
        ? symbolic.then(new Fact.Member(symbolic.fact, key))
        : null;
  }

  @Override
  public @Nullable Value call(Value callee, Arguments arguments) {
    if (!(callee instanceof Symbolic symbolic) || symbolic.length >= MAX_LENGTH) {
      return null;
    }
    List<Fact> passed = new ArrayList<>(MAX_ARGUMENTS);
    int size = symbolic.size + 1;
    for (int i = 0; i < MAX_ARGUMENTS; i++) {
      Value argument = arguments.get(i);
      int steps = argument instanceof Symbolic outside ? outside.size : 1;
      passed.add(steps > MAX_PART ? Fact.UNKNOWN : writer.fact(argument));
      size += steps > MAX_PART ? 1 : steps;
    }
    while (!passed.isEmpty() && passed.get(passed.size() - 1).equals(Fact.UNKNOWN)) {
      passed.remove(passed.size() - 1);
    }
    Fact result = new Fact.Result(symbolic.fact, List.copyOf(passed));
    return new Symbolic(result, symbolic.length + 1, size);
  }

  @Override
  public @Nullable Value instance(Value type) {
    return type instanceof Symbolic symbolic && symbolic.length < MAX_LENGTH
        ? symbolic.then(new Fact.Instance(symbolic.fact))
        : null;
  }

  @Override
  public Value parameter(int function, int index) {
    return Symbolic.start(new Fact.Parameter(function, index));
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

  /**
   * The fact for what one of two is, if the same functions made both: arguments in which they
   * differ are unknown.
   *
   * @return null if different ones did
   */
  static @Nullable Fact joined(Fact one, Fact other) {
    if (one instanceof Fact.Member first && other instanceof Fact.Member second) {
      Fact of = first.name().equals(second.name()) ? joined(first.of(), second.of()) : null;
      return of == null ? null : new Fact.Member(of, first.name());
    }
    if (one instanceof Fact.Instance first && other instanceof Fact.Instance second) {
      Fact of = joined(first.of(), second.of());
      return of == null ? null : new Fact.Instance(of);
    }
    if (one instanceof Fact.Result first && other instanceof Fact.Result second) {
      Fact of = joined(first.of(), second.of());
      return of == null ? null : new Fact.Result(of, joined(first.arguments(), second.arguments()));
    }
    return one.equals(other) ? one : null;
  }

  private static List<Fact> joined(List<Fact> one, List<Fact> other) {
    List<Fact> both = new ArrayList<>(MAX_ARGUMENTS);
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      both.add(one.get(i).equals(other.get(i)) ? one.get(i) : Fact.UNKNOWN);
    }
    return List.copyOf(both);
  }
}
