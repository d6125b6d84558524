/**
 * Command lines: what scripts, images and pipelines run.
 *
 * <p>{@link dev.emerald.spi.shell.ShellScript} splits a text into its {@link
 * dev.emerald.spi.shell.ShellCommand}s as POSIX's shell command language does (IEEE Std 1003.1,
 * chapter 2); their {@link dev.emerald.spi.shell.ShellWord}s are without quotes and know where they
 * stand. Nothing is run, and no variable is put in. What a shell would refuse is split as well as
 * it goes.
 */
@NullMarked
package dev.emerald.spi.shell;

import org.jspecify.annotations.NullMarked;
