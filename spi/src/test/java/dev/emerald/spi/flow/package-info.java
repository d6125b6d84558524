/** What can be asked about flows of data. */
@NullMarked
package dev.emerald.spi.flow;

import org.jspecify.annotations.NullMarked;
