package dev.emerald.core.internal.parse;

import dev.emerald.spi.ast.Program;
import java.util.List;

/**
 * What a text says, as far as it could be understood.
 *
 * @param program the tree; statements that were not understood are missing from it
 * @param diagnostics what was not understood, in order of offset, the first of each region; empty
 *     if and only if all of the text is in the tree
 * @param limitReached whether something is missing because it is too long or too deep, not because
 *     it is wrong
 */
public record ParseResult(
    Program program, List<SyntaxDiagnostic> diagnostics, boolean limitReached) {}
