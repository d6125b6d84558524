package dev.emerald.core.internal.bind.facts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about its module.
 *
 * @param path of the file
 * @param ecmaScript whether it is an ECMAScript module by its form: exports without it are those of
 *     CommonJS
 * @param imports in order
 * @param exports the named ones, {@code default} among them, in order
 * @param whole what {@code module.exports = } or {@code export =} assigns, or null
 * @param stars the specifiers of modules all of whose names are exported again, in order
 * @param shapes the values that the others refer to
 * @param calls that may say what parameters are, in order
 */
public record ModuleFacts(
    String path,
    boolean ecmaScript,
    List<ModuleImport> imports,
    Map<String, Fact> exports,
    @Nullable Fact whole,
    List<String> stars,
    List<Shape> shapes,
    List<ModuleCall> calls) {}
