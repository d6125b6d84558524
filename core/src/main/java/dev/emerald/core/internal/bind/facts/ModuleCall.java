package dev.emerald.core.internal.bind.facts;

import java.util.List;

/**
 * A call that may say what the parameters of a function are: one that passes a function on, or
 * passes a known value to a function of the project.
 *
 * @param callee what is called
 * @param arguments in order, up to the last that is known or a spread
 */
public record ModuleCall(Fact callee, List<Fact> arguments) {}
