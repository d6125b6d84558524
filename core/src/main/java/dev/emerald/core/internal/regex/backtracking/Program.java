package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.characters.CodePointSet;

/**
 * A regular expression as instructions for {@link StepMatcher}. Instruction {@code i} is {@code
 * operations[i]} with its operands {@code first[i]} and {@code second[i]}.
 */
@SuppressWarnings("ArrayRecordComponent") // these are passed on, never compared
record Program(
    byte[] operations,
    int[] first,
    int[] second,
    CodePointSet[] sets,
    Loop[] loops,
    Reference[] references,
    int registers,
    boolean unicode,
    boolean sticky) {

  /** One character of set {@code first}; {@code second} is 1 forwards, -1 backwards. */
  static final byte CHARACTER = 0;

  /** Tries {@code first}, then {@code second}. */
  static final byte SPLIT = 1;

  /** Goes on at {@code first}. */
  static final byte JUMP = 2;

  /** Keeps the place in register {@code first}. */
  static final byte SAVE = 3;

  /** The start of the text, of a line if {@code second} is 1. */
  static final byte START = 4;

  /** The end of the text, of a line if {@code second} is 1. */
  static final byte END = 5;

  /**
   * A word boundary, or none if {@code second} is 1; {@code first} is the set of word characters.
   */
  static final byte BOUNDARY = 6;

  /** The text of reference {@code first}; {@code second} as for characters. */
  static final byte REFERENCE = 7;

  /** Starts a positive look-around, with registers from {@code first}. */
  static final byte LOOK = 8;

  /** Ends it: what it has matched is given up, no other way is tried. */
  static final byte LOOK_END = 9;

  /**
   * Starts a negative look-around that ends before {@code second}, registers from {@code first}.
   */
  static final byte LOOK_NOT = 10;

  /** Ends it: it has matched, so what contains it does not. */
  static final byte LOOK_NOT_END = 11;

  /** Enters loop {@code first}. */
  static final byte LOOP_ENTER = 12;

  /** Decides on the next iteration of loop {@code first}. */
  static final byte LOOP = 13;

  /** Has matched. */
  static final byte MATCH = 14;

  /**
   * A quantifier.
   *
   * @param register the first of two: iterations begun, and where the last one began
   * @param exit where to go on after it; its body follows the {@code LOOP} instruction
   * @param firstSlot register of the first group in the body
   * @param endSlot register past those of the groups in the body
   */
  record Loop(
      int min, int max, boolean greedy, int register, int exit, int firstSlot, int endSlot) {}

  /**
   * What a back-reference refers to.
   *
   * @param groups their numbers, from 1
   */
  @SuppressWarnings("ArrayRecordComponent") // these are passed on, never compared
  record Reference(int[] groups, boolean ignoreCase) {
    @Override
    public String toString() {
      return "Reference of " + groups.length;
    }
  }
}
