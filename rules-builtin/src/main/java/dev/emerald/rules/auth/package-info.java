/**
 * Tokens, passwords and sessions: secrets that stand in the code, and checks that check nothing.
 */
@NullMarked
package dev.emerald.rules.auth;

import org.jspecify.annotations.NullMarked;
