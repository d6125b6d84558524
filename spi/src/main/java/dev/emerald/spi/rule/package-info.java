/**
 * How rules are written.
 *
 * <p>Read {@link dev.emerald.spi.rule.Rule} first, then {@link dev.emerald.spi.rule.RuleInfo} (what
 * a rule says of itself) and {@link dev.emerald.spi.rule.Hooks} (what it asks to see). A {@link
 * dev.emerald.spi.rule.RulePack} brings rules along and is found by {@link
 * java.util.ServiceLoader}.
 *
 * <p>{@code Rule}, {@code RulePack}, {@code ApiModel}, {@code Check} and {@code FileCheck} are for
 * users to implement and gain no abstract methods before a major release. {@code Hooks}, {@code
 * RuleContext} and {@code FileContext} are implemented by the engine alone and may gain methods in
 * a minor one.
 */
@NullMarked
package dev.emerald.spi.rule;

import org.jspecify.annotations.NullMarked;
