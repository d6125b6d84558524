/**
 * How a project is laid out: who imports whom, what handlers do themselves, where settings are
 * read. Most rules look at every file, keep what they saw, and judge the packages at the end.
 */
@NullMarked
package dev.emerald.rules.arch;

import org.jspecify.annotations.NullMarked;
