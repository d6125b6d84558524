/** Tests of how templates are read. */
@NullMarked
package dev.emerald.core.internal.template;

import org.jspecify.annotations.NullMarked;
