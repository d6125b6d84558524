/**
 * How an analysis goes, from files to the report.
 *
 * <p>Read {@link dev.emerald.core.internal.engine.Engine} first: it holds what all analyses of an
 * analyzer share. {@link dev.emerald.core.internal.engine.Analysis} is one of them, step by step.
 * {@link dev.emerald.core.internal.threads.Workers} spreads the files of a step over threads,
 * {@link dev.emerald.core.internal.engine.SourceUnit} is a file on its way, {@link
 * dev.emerald.core.internal.engine.ReportMaker} makes the report of what checks said.
 */
@NullMarked
package dev.emerald.core.internal.engine;

import org.jspecify.annotations.NullMarked;
