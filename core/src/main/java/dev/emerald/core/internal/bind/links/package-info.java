/**
 * What the values of other files are: the facts of all files, linked.
 *
 * <p>Read {@link dev.emerald.core.internal.bind.links.ApiLinks} first: it answers what a module, an
 * export or a parameter is. {@link dev.emerald.core.internal.bind.links.ValueLinker} follows facts
 * from file to file, {@link dev.emerald.core.internal.bind.links.ModuleTargets} is what it asks
 * where a specifier leads.
 */
@NullMarked
package dev.emerald.core.internal.bind.links;

import org.jspecify.annotations.NullMarked;
