package dev.emerald.core.internal.regex.rewrite;

import dev.emerald.core.internal.regex.backtracking.Modes;
import dev.emerald.core.internal.regex.backtracking.NotDecidable;
import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.core.internal.regex.characters.CodePointSet;
import dev.emerald.spi.regex.Alternative;
import dev.emerald.spi.regex.CapturingGroup;
import dev.emerald.spi.regex.Disjunction;
import dev.emerald.spi.regex.EdgeAssertion;
import dev.emerald.spi.regex.Group;
import dev.emerald.spi.regex.Quantifier;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.WordBoundaryAssertion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern, or a part of one, as instructions for threads that run side by side: without counters,
 * so that there are finitely many places to be at. What ways there are, and their order, are those
 * of ECMA-262 §22.2.2, <em>Pattern Semantics</em>, captures and the check for empty iterations
 * included. Look-around and back-references cannot be written so.
 */
final class ThreadCode {

  /** One character of set {@code first}. */
  static final byte CHARACTER = 0;

  /** Goes on at {@code first}, and with less right at {@code second}. */
  static final byte SPLIT = 1;

  /** Goes on at {@code first}. */
  static final byte JUMP = 2;

  /** Keeps the place in tag {@code first}. */
  static final byte SAVE = 3;

  /** Forgets the tags from {@code first} to before {@code second}. */
  static final byte CLEAR = 4;

  /** Begins an iteration: it counts as empty, under number {@code first}, until a character. */
  static final byte BEGIN = 5;

  /** Ends an iteration: the thread is given up if it is still empty. */
  static final byte CHECK = 6;

  /** The start of the text, of a line if {@code first} is 1. */
  static final byte START = 7;

  /** The end of the text, of a line if {@code first} is 1. */
  static final byte END = 8;

  /** A word boundary, or none if {@code first} is 1. */
  static final byte BOUNDARY = 9;

  /** Has matched. */
  static final byte ACCEPT = 10;

  /** How many instructions there are at most. */
  private static final int MOST_INSTRUCTIONS = 600;

  /** How many iterations can be told empty at most: a bit each. */
  private static final int MOST_ITERATIONS = 60;

  final byte[] operations;
  final int[] first;
  final int[] second;
  final List<CodePointSet> sets;

  private ThreadCode(Writer writer) {
    this.operations = Arrays.copyOf(writer.operations, writer.length);
    this.first = Arrays.copyOf(writer.first, writer.length);
    this.second = Arrays.copyOf(writer.second, writer.length);
    this.sets = List.copyOf(writer.sets);
  }

  /**
   * Writes the code of a node.
   *
   * @throws NotDecidable if it is too large or cannot be written so
   */
  static ThreadCode of(RegexNode node, Modes modes, CharacterSets characters, boolean unicode) {
    Writer writer = new Writer(characters, unicode);
    if (node instanceof Disjunction whole && !(node instanceof CapturingGroup)) {
      writer.disjunction(whole, modes);
    } else {
      writer.element(node, modes);
    }
    writer.add(ACCEPT, 0, 0);
    return new ThreadCode(writer);
  }

  private static final class Writer {

    private final CharacterSets characters;
    private final boolean unicode;
    private byte[] operations = new byte[64];
    private int[] first = new int[64];
    private int[] second = new int[64];
    private int length;
    private int iterations;
    private final List<CodePointSet> sets = new ArrayList<>();

    Writer(CharacterSets characters, boolean unicode) {
      this.characters = characters;
      this.unicode = unicode;
    }

    void disjunction(Disjunction node, Modes modes) {
      List<Alternative> alternatives = node.alternatives();
      int[] ends = new int[alternatives.size()];
      for (int i = 0; i < alternatives.size(); i++) {
        boolean last = i == alternatives.size() - 1;
        int split = last ? -1 : add(SPLIT, length + 1, 0);
        element(alternatives.get(i), modes);
        if (!last) {
          ends[i] = add(JUMP, 0, 0);
          second[split] = length;
        }
      }
      for (int i = 0; i < ends.length - 1; i++) {
        first[ends[i]] = length;
      }
    }

    void element(RegexNode node, Modes modes) {
      switch (node.kind()) {
        case ALTERNATIVE -> {
          for (int i = 0; i < node.childCount(); i++) {
            element(node.child(i), modes);
          }
        }
        case QUANTIFIER -> quantifier((Quantifier) node, modes);
        case GROUP -> disjunction((Group) node, modes.in((Group) node));
        case CAPTURING_GROUP -> {
          CapturingGroup group = (CapturingGroup) node;
          int tag = 2 * (group.number() - 1);
          add(SAVE, tag, 0);
          disjunction(group, modes);
          add(SAVE, tag + 1, 0);
        }
        case EDGE_ASSERTION -> {
          boolean start = ((EdgeAssertion) node).edge() == EdgeAssertion.Edge.START;
          add(start ? START : END, modes.multiline() ? 1 : 0, 0);
        }
        case WORD_BOUNDARY_ASSERTION -> {
          if (unicode && modes.ignoreCase()) {
            throw NotDecidable.unknownCharacters();
          }
          add(BOUNDARY, ((WordBoundaryAssertion) node).negated() ? 1 : 0, 0);
        }
        case LOOKAROUND_ASSERTION, BACKREFERENCE -> throw NotDecidable.unknownCharacters();
        default -> {
          CodePointSet members = characters.of(node, modes.ignoreCase(), modes.dotAll());
          if (members == null) {
            throw NotDecidable.unknownCharacters();
          }
          sets.add(members);
          add(CHARACTER, sets.size() - 1, 0);
        }
      }
    }

    private void quantifier(Quantifier node, Modes modes) {
      int[] tags = tagsIn(node);
      for (int i = 0; i < node.min(); i++) {
        add(CLEAR, tags[0], tags[1]);
        element(node.element(), modes);
      }
      if (node.max() == Quantifier.UNBOUNDED) {
        int head = length;
        int split = add(SPLIT, 0, 0);
        iteration(node, modes, tags);
        add(JUMP, head, 0);
        leave(split, node.greedy());
        return;
      }
      List<Integer> splits = new ArrayList<>();
      for (int i = node.min(); i < node.max(); i++) {
        splits.add(add(SPLIT, 0, 0));
        iteration(node, modes, tags);
      }
      splits.forEach(split -> leave(split, node.greedy()));
    }

    private void iteration(Quantifier node, Modes modes, int[] tags) {
      if (iterations == MOST_ITERATIONS) {
        throw NotDecidable.limit("repetitions");
      }
      int number = iterations++;
      add(BEGIN, number, 0);
      add(CLEAR, tags[0], tags[1]);
      element(node.element(), modes);
      add(CHECK, number, 0);
    }

    private void leave(int split, boolean greedy) {
      first[split] = greedy ? split + 1 : length;
      second[split] = greedy ? length : split + 1;
    }

    /** Tags of the groups inside a node: they are numbered without gaps. */
    private static int[] tagsIn(Quantifier node) {
      int lowest = Integer.MAX_VALUE;
      int highest = 0;
      for (RegexNode inner : node.preorder()) {
        if (inner instanceof CapturingGroup group) {
          lowest = Math.min(lowest, group.number());
          highest = Math.max(highest, group.number());
        }
      }
      return highest == 0 ? new int[] {0, 0} : new int[] {2 * (lowest - 1), 2 * highest};
    }

    int add(byte operation, int operand, int otherOperand) {
      if (length == MOST_INSTRUCTIONS) {
        throw NotDecidable.limit("parts");
      }
      if (length == operations.length) {
        operations = Arrays.copyOf(operations, length << 1);
        first = Arrays.copyOf(first, length << 1);
        second = Arrays.copyOf(second, length << 1);
      }
      operations[length] = operation;
      first[length] = operand;
      second[length] = otherOperand;
      return length++;
    }
  }
}
