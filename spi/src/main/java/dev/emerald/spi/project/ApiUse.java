package dev.emerald.spi.project;

import dev.emerald.spi.source.Location;

/**
 * A use of an API.
 *
 * @param api the resolved name; see {@link dev.emerald.spi.scope.ApiPattern} for its form
 * @param file the file
 * @param location the calling expression, or the reference
 * @param called whether it is called or constructed there
 */
public record ApiUse(String api, ProjectFile file, Location location, boolean called) {}
