/**
 * Spreads what outsiders control through the program until nothing new is found, and tells the way
 * from a source to a sink.
 *
 * <p>Start with {@link dev.emerald.core.internal.flow.taint.FlowAnalysis}. A fact says that a
 * value, or what lies below it on a path of properties, is controlled in a way ({@link
 * dev.emerald.core.internal.flow.taint.Facts}); a function is gone through once for each fact that
 * comes in ({@link dev.emerald.core.internal.flow.taint.Contexts}), and what comes out is handed to
 * those callers alone that sent it in. {@code Transfer} says what an instruction does with a fact,
 * {@code CallTransfer} what a call does, {@code Stores} what becomes of objects.
 */
@NullMarked
package dev.emerald.core.internal.flow.taint;

import org.jspecify.annotations.NullMarked;
