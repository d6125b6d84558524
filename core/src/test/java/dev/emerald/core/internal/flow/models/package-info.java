/** What models say of flows, and what is wrong with those that say nothing. */
@NullMarked
package dev.emerald.core.internal.flow.models;

import org.jspecify.annotations.NullMarked;
