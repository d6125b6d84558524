/**
 * Our trees against those of other parsers, and against the suites that others have published.
 *
 * <p>These need corpora and, for the comparison of trees, node; so they are no part of the usual
 * tests. The profile {@code conformance} runs them, on folders given as system properties; {@code
 * benchmarks/README.md} has the commands. Read {@link dev.emerald.core.conformance.Corpora} first.
 */
@NullMarked
package dev.emerald.core.conformance;

import org.jspecify.annotations.NullMarked;
