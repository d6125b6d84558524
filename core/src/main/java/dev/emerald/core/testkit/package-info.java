/**
 * Testing and documenting rules, for people who write packs. Needs no test framework: what is wrong
 * is an {@link java.lang.AssertionError} whose message shows where.
 *
 * <p>Read {@link dev.emerald.core.testkit.RuleVerifier} first: it runs a rule's own examples, and
 * folders of files that say on each line what is to be found there. {@link
 * dev.emerald.core.testkit.RuleDocs} renders the page of a rule, with what it really finds.
 */
@NullMarked
package dev.emerald.core.testkit;

import org.jspecify.annotations.NullMarked;
