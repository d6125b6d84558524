/** Tests of the report writers, against the hand-made reports of {@code Samples}. */
@NullMarked
package dev.emerald.core.report;

import org.jspecify.annotations.NullMarked;
