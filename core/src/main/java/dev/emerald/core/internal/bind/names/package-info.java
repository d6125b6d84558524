/**
 * Which declaration a name refers to.
 *
 * <p>Read {@link dev.emerald.core.internal.bind.names.Names} first: the answers for one file.
 * {@link dev.emerald.core.internal.bind.names.NameBuilder} finds them in two passes over the flat
 * tree: the first opens scopes and declares, the second refers. Both keep their own stacks, so
 * depth costs nothing.
 */
@NullMarked
package dev.emerald.core.internal.bind.names;

import org.jspecify.annotations.NullMarked;
