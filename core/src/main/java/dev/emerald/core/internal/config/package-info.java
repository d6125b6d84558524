/**
 * Configuration: what is written in {@code emerald.json} or set by a program, and what it means for
 * the rules at hand.
 *
 * <p>Read {@link dev.emerald.core.internal.config.Settings} first: a configuration as written.
 * {@code SettingsReader} makes it of a file and knows the place of every value.
 */
@NullMarked
package dev.emerald.core.internal.config;

import org.jspecify.annotations.NullMarked;
