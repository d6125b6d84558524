/**
 * What pipelines run, with which rights, and what they check: {@link
 * dev.emerald.rules.pipeline.Checks} tells tests, linters and scanners from other commands.
 */
@NullMarked
package dev.emerald.rules.pipeline;

import org.jspecify.annotations.NullMarked;
