/**
 * Where outsiders enter a package that has no framework to say so: what it exports, functions that
 * treat a parameter as a request. Start with {@link
 * dev.emerald.core.internal.flow.entries.EntryPoints}.
 */
@NullMarked
package dev.emerald.core.internal.flow.entries;

import org.jspecify.annotations.NullMarked;
