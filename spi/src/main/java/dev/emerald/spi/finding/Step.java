package dev.emerald.spi.finding;

import dev.emerald.spi.source.Location;

/**
 * One step of a trace, on the way from a cause to the flaw.
 *
 * @param location where the step happens
 * @param note what happens there, in a few words
 */
public record Step(Location location, String note) {}
