/**
 * Data that is run or read as something else: commands, code, queries, templates, prompts. Most
 * rules ask for flows of outsiders' data; start with {@link
 * dev.emerald.rules.injection.CommandFromOutside}. {@code EvalUse}, {@code ShellSpawn}, {@code
 * VmAsSandbox}, {@code UnsafeDeserializer} and {@code DynamicRequire} look at the call alone: they
 * mark the places that need a careful eye, whether or not anything untrusted is known to reach
 * them.
 */
@NullMarked
package dev.emerald.rules.injection;

import org.jspecify.annotations.NullMarked;
