package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.numbers.IntList;
import org.jspecify.annotations.Nullable;

/** What the values of a program may be, which functions its calls call. Not changed any more. */
public final class Types {

  private final Program program;
  private final Things things;
  private final Graph graph;
  private final Heap heap;
  private final Calls calls;
  private final Linker linker;
  private final Continuations continuations;
  private final int[] cells;
  private final boolean complete;

  Types(
      Program program,
      Things things,
      Graph graph,
      Heap heap,
      Calls calls,
      Linker linker,
      Continuations continuations,
      int[] cells,
      boolean complete) {
    this.program = program;
    this.things = things;
    this.graph = graph;
    this.heap = heap;
    this.calls = calls;
    this.linker = linker;
    this.continuations = continuations;
    this.cells = cells;
    this.complete = complete;
  }

  /** The program. */
  public Program program() {
    return program;
  }

  /** The things that values may be. */
  public Things things() {
    return things;
  }

  /** Whether everything was followed to its end. */
  public boolean complete() {
    return complete;
  }

  /** What a value, or a node of the heap, may be; not to be changed. */
  public int[] of(int node) {
    return graph.things(node);
  }

  /**
   * Whether a value may be so many things that it says nothing that it may be one of them: whatever
   * comes together in a registry, in a helper that the whole program calls. What is found out of
   * one of the things then holds for none of the others.
   */
  public boolean isAnything(int node) {
    return graph.things(node).length >= Graph.MOST;
  }

  /**
   * The functions that a call may call: pairs of a function and what is added to the index of an
   * argument to get that of the parameter.
   */
  public @Nullable IntList callees(int call) {
    return calls.callees(call);
  }

  /** The calls that may call a function. */
  public @Nullable IntList callers(int function) {
    return calls.callers(function);
  }

  /** The node of what a function returns. */
  public int result(int function) {
    return linker.result(function);
  }

  /** Where the results go of a thing that is told them. */
  public Continuations.Target target(int thing) {
    return continuations.target(thing);
  }

  /** The node of what a file exports as a whole. */
  public int exports(int file) {
    return heap.exports(file);
  }

  /** The node of a cell, by its number in the program. */
  public int cell(int number) {
    return cells[number];
  }

  /** The node of a property of a thing; -1 if the program never speaks of it. */
  public int field(int thing, int key) {
    return heap.knownField(thing, key);
  }

  /** The keys of a thing that the program speaks of. */
  public IntList keys(int thing) {
    return heap.keys(thing);
  }

  /** The thing that a node is a property of; -1 if it is none. */
  public int owner(int node) {
    return heap.owner(node);
  }

  /** What a thing takes properties from; -1 if there is nothing. */
  public int base(int thing) {
    return heap.knownBase(thing);
  }

  /** Where what a node holds goes: values and other nodes; null if it goes nowhere. */
  public @Nullable IntList out(int node) {
    return graph.out(node);
  }
}
