/**
 * Errors that get lost: promises nobody waits for, callbacks that don't look, handlers that go on
 * as if nothing had happened.
 */
@NullMarked
package dev.emerald.rules.async;

import org.jspecify.annotations.NullMarked;
