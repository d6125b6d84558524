/**
 * From what rules asked to see to the calls of their checks.
 *
 * <p>Read {@link dev.emerald.core.internal.dispatch.RuleSet} first: the rules of an analyzer and
 * their subscriptions. {@link dev.emerald.core.internal.dispatch.DispatchTable} arranges the
 * subscriptions of the rules that are on for a file, {@link
 * dev.emerald.core.internal.dispatch.FileLoop} goes over the file once, and {@link
 * dev.emerald.core.internal.dispatch.FileRun} is the context that checks get: it takes what they
 * report, and switches a rule off for the file if it throws.
 */
@NullMarked
package dev.emerald.core.internal.dispatch;

import org.jspecify.annotations.NullMarked;
