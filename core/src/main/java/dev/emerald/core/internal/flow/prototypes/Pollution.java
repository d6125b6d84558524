package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.taint.FlowStep;
import java.util.List;

/**
 * A write under a key of outsiders into an object that all others may inherit from.
 *
 * @param remote whether the key comes with a request or a message
 * @param sure whether names of objects or parts of paths are the keys, not what callers name one by
 *     one
 * @param open what a guard leaves open; empty if nothing is guarded
 * @param steps the way, from where the key comes in to the write, at least one
 */
public record Pollution(boolean remote, boolean sure, String open, List<FlowStep> steps) {}
