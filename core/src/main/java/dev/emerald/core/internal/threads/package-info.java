/**
 * Work that several threads do together. Steps hand each item a place of its own for its result, so
 * that threads make no difference.
 */
@NullMarked
package dev.emerald.core.internal.threads;

import org.jspecify.annotations.NullMarked;
