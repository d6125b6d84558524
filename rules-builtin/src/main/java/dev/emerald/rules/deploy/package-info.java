/** How services are run: with which rights and flags, behind which proxy, open to whom. */
@NullMarked
package dev.emerald.rules.deploy;

import org.jspecify.annotations.NullMarked;
