/**
 * A pack as a house writes it for its own libraries: a model with a source, a sink, what cleans and
 * what checks, and a rule that asks for the flow. Start with {@link
 * dev.emerald.core.example.LedgerPack}; the model is the resource {@code ledger.model}.
 */
@NullMarked
package dev.emerald.core.example;

import org.jspecify.annotations.NullMarked;
