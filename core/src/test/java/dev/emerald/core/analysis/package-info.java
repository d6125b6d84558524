/** Tests of the engine by its public API, with the small rules of {@code TestRules}. */
@NullMarked
package dev.emerald.core.analysis;

import org.jspecify.annotations.NullMarked;
