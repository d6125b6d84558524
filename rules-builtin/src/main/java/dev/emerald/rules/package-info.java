/** The rules that come with Emerald. */
@NullMarked
package dev.emerald.rules;

import org.jspecify.annotations.NullMarked;
