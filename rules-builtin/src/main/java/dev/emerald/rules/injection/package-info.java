/**
 * Calls that run text as code or as a command. The rules here look at the call alone: they mark the
 * places that need a careful eye, whether or not anything untrusted is known to reach them.
 */
@NullMarked
package dev.emerald.rules.injection;

import org.jspecify.annotations.NullMarked;
