/**
 * What a file says about its module, as plain data: no reference to the tree survives.
 *
 * <p>Read {@link dev.emerald.core.internal.bind.facts.ModuleFacts} first. A {@link
 * dev.emerald.core.internal.bind.facts.Fact} is a value as far as the file alone knows it: a name
 * of another module, a member or a result of such, or a {@link
 * dev.emerald.core.internal.bind.facts.Shape} that the file itself makes.
 */
@NullMarked
package dev.emerald.core.internal.bind.facts;

import org.jspecify.annotations.NullMarked;
