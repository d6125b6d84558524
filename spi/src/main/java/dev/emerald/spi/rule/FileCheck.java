package dev.emerald.spi.rule;

/**
 * Looks at a part of a source file.
 *
 * @param <N> the type of node that is looked at
 */
@FunctionalInterface
public interface FileCheck<N> {

  /** Looks at {@code node} and reports what is wrong with it to {@code context}. */
  void check(N node, FileContext context);
}
