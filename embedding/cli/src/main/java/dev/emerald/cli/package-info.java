/**
 * Emerald on the command line.
 *
 * <p>Read {@link dev.emerald.cli.Main} first: it starts {@link dev.emerald.cli.EmeraldCommand},
 * whose commands are {@link dev.emerald.cli.ScanCommand} and {@link dev.emerald.cli.RulesCommand}.
 * What lies around a command (streams, current folder, terminal) is a {@link
 * dev.emerald.cli.Shell}, so that tests can run commands in their own.
 *
 * <p>Nothing but the report is written to standard output. What the user has to mend is a {@link
 * dev.emerald.cli.UsageException}: one line on standard error, exit code 2.
 */
@NullMarked
package dev.emerald.cli;

import org.jspecify.annotations.NullMarked;
