package dev.emerald.spi.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What TypeScript and decorators add to a binding: few bindings have any of it, so the binding
 * holds one reference. For the engine's parser; rules read the accessors of the binding.
 *
 * @param typeAnnotation the declared type, or null
 * @param decorators the decorators of a parameter, in order
 * @param optional whether a {@code ?} makes a parameter optional
 */
public record BindingAnnotation(
    @Nullable TypeNode typeAnnotation, List<Decorator> decorators, boolean optional) {}
