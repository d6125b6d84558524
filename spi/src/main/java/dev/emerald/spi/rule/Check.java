package dev.emerald.spi.rule;

/**
 * Looks at something beside the sources: a manifest, or the project as a whole.
 *
 * @param <T> what is looked at
 */
@FunctionalInterface
public interface Check<T> {

  /** Looks at {@code subject} and reports what is wrong with it to {@code context}. */
  void check(T subject, RuleContext context);
}
