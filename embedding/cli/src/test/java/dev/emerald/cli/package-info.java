/** Tests of the command line: commands are run in the process, each in a folder of its own. */
@NullMarked
package dev.emerald.cli;

import org.jspecify.annotations.NullMarked;
