/**
 * How fast the parts are, beside their peers. One class a part; the README says how to run them.
 */
@NullMarked
package dev.emerald.benchmarks;

import org.jspecify.annotations.NullMarked;
