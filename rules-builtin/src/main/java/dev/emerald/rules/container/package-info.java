/** How images are built: whom they run as, what they bring, what they give away. */
@NullMarked
package dev.emerald.rules.container;

import org.jspecify.annotations.NullMarked;
