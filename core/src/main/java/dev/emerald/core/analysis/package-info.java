/**
 * Analysing a project: for tools that embed the library.
 *
 * <p>Read {@link dev.emerald.core.analysis.Analyzer} first: it is built once, from rules and a
 * {@link dev.emerald.core.analysis.Configuration}, and analyses any number of {@link
 * dev.emerald.core.analysis.Input}s, by several threads at a time if need be. What it says is a
 * {@link dev.emerald.core.analysis.Report}. Mistakes of the embedder are a {@link
 * dev.emerald.core.analysis.ConfigurationException} from {@code build()}; whatever is wrong with an
 * input is a notice in the report.
 *
 * <p>{@code Cancellation} and {@code ProgressListener} are for users to implement. Everything else
 * may gain methods in a minor release.
 */
@NullMarked
package dev.emerald.core.analysis;

import org.jspecify.annotations.NullMarked;
