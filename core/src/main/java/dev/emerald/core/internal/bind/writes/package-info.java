/**
 * Which properties a file assigns to, by whose property it is.
 *
 * <p>{@link dev.emerald.core.internal.bind.writes.PropertyWrites} is all there is. Constants need
 * it to know what is never changed, APIs to know what fields and exports hold.
 */
@NullMarked
package dev.emerald.core.internal.bind.writes;

import org.jspecify.annotations.NullMarked;
