/**
 * Weak or misused cryptography and TLS. Algorithms and modes are read as constants: what is chosen
 * at run time is not guessed at.
 */
@NullMarked
package dev.emerald.rules.crypto;

import org.jspecify.annotations.NullMarked;
