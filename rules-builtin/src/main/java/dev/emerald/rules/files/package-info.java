/**
 * Files and archives whose names, and keys whose places, outsiders choose. What reads and writes
 * files is said by the model {@code file-sinks} beside {@link dev.emerald.rules.BuiltinRules}.
 */
@NullMarked
package dev.emerald.rules.files;

import org.jspecify.annotations.NullMarked;
