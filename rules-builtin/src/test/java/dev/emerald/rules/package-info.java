/**
 * Tests of the rules: {@code BuiltinRulesTest} walks the pack. What a rule must find and must leave
 * alone stands in its examples, and in the folder of {@code fixtures} that has its name.
 */
@NullMarked
package dev.emerald.rules;

import org.jspecify.annotations.NullMarked;
