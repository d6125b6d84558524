/**
 * What a caller can do to keep the program from answering anybody else. Read {@link
 * dev.emerald.rules.dos.ExponentialRegex} first: the engine tells how the work of a regular
 * expression grows, the rule where that matters. {@link dev.emerald.rules.dos.RequestHandlers} says
 * what runs for each request.
 */
@NullMarked
package dev.emerald.rules.dos;

import org.jspecify.annotations.NullMarked;
