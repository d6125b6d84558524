/**
 * The security roadmap that findings and evidence answer.
 *
 * <p>{@link dev.emerald.spi.roadmap.RoadmapItem} names its 31 practices. A rule says which of them
 * its findings speak against; a rule that sees a practice in place says so with evidence.
 */
@NullMarked
package dev.emerald.spi.roadmap;

import org.jspecify.annotations.NullMarked;
