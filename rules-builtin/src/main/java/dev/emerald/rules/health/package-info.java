/**
 * Leftovers and tricks in the text of sources that reviewers do not see, and what makes tests lie.
 */
@NullMarked
package dev.emerald.rules.health;

import org.jspecify.annotations.NullMarked;
