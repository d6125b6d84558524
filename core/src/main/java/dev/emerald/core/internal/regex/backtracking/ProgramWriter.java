package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.core.internal.regex.characters.CodePointSet;
import dev.emerald.spi.regex.Alternative;
import dev.emerald.spi.regex.Backreference;
import dev.emerald.spi.regex.CapturingGroup;
import dev.emerald.spi.regex.Disjunction;
import dev.emerald.spi.regex.EdgeAssertion;
import dev.emerald.spi.regex.Group;
import dev.emerald.spi.regex.LookaroundAssertion;
import dev.emerald.spi.regex.Pattern;
import dev.emerald.spi.regex.Quantifier;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.regex.WordBoundaryAssertion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the {@link Program} of a tree: ECMA-262 §22.2.2, <em>Pattern Semantics</em>. Recursion is
 * bounded by the parser's limit on depth.
 */
final class ProgramWriter {

  private final CharacterSets characters;
  private final boolean unicode;
  private byte[] operations = new byte[64];
  private int[] first = new int[64];
  private int[] second = new int[64];
  private int length;
  private int registers;
  private final List<CodePointSet> sets = new ArrayList<>();
  private final List<Program.Loop> loops = new ArrayList<>();
  private final List<Program.Reference> references = new ArrayList<>();

  private ProgramWriter(RegexPattern pattern, CharacterSets characters) {
    this.characters = characters;
    this.unicode = pattern.flags().unicodeMode();
    this.registers = 2 * pattern.groupCount();
  }

  /**
   * Writes a program.
   *
   * @throws NotDecidable if a part of the pattern has no known meaning
   */
  static Program write(RegexPattern pattern, Pattern tree, CharacterSets characters) {
    ProgramWriter writer = new ProgramWriter(pattern, characters);
    writer.disjunction(tree, Modes.of(pattern.flags()), false);
    writer.add(Program.MATCH, 0, 0);
    return new Program(
        Arrays.copyOf(writer.operations, writer.length),
        Arrays.copyOf(writer.first, writer.length),
        Arrays.copyOf(writer.second, writer.length),
        writer.sets.toArray(new CodePointSet[0]),
        writer.loops.toArray(new Program.Loop[0]),
        writer.references.toArray(new Program.Reference[0]),
        writer.registers,
        writer.unicode,
        pattern.flags().sticky());
  }

  private void disjunction(Disjunction node, Modes modes, boolean backwards) {
    List<Alternative> alternatives = node.alternatives();
    int[] ends = new int[alternatives.size()];
    for (int i = 0; i < alternatives.size(); i++) {
      boolean last = i == alternatives.size() - 1;
      int split = last ? -1 : add(Program.SPLIT, length + 1, 0);
      alternative(alternatives.get(i), modes, backwards);
      if (!last) {
        ends[i] = add(Program.JUMP, 0, 0);
        second[split] = length;
      }
    }
    for (int i = 0; i < ends.length - 1; i++) {
      first[ends[i]] = length;
    }
  }

  private void alternative(Alternative node, Modes modes, boolean backwards) {
    int count = node.childCount();
    for (int i = 0; i < count; i++) {
      element(node.child(backwards ? count - 1 - i : i), modes, backwards);
    }
  }

  private void element(RegexNode node, Modes modes, boolean backwards) {
    switch (node.kind()) {
      case QUANTIFIER -> quantifier((Quantifier) node, modes, backwards);
      case GROUP -> disjunction((Group) node, modes.in((Group) node), backwards);
      case CAPTURING_GROUP -> {
        CapturingGroup group = (CapturingGroup) node;
        int slot = 2 * (group.number() - 1);
        add(Program.SAVE, backwards ? slot + 1 : slot, 0);
        disjunction(group, modes, backwards);
        add(Program.SAVE, backwards ? slot : slot + 1, 0);
      }
      case LOOKAROUND_ASSERTION -> lookaround((LookaroundAssertion) node, modes);
      case EDGE_ASSERTION -> {
        boolean start = ((EdgeAssertion) node).edge() == EdgeAssertion.Edge.START;
        add(start ? Program.START : Program.END, 0, modes.multiline() ? 1 : 0);
      }
      case WORD_BOUNDARY_ASSERTION ->
          add(
              Program.BOUNDARY,
              set(CharacterSets.WORD),
              ((WordBoundaryAssertion) node).negated() ? 1 : 0);
      case BACKREFERENCE -> {
        List<Integer> numbers = ((Backreference) node).groupNumbers();
        int[] groups = numbers.stream().mapToInt(Integer::intValue).toArray();
        references.add(new Program.Reference(groups, modes.ignoreCase()));
        add(Program.REFERENCE, references.size() - 1, backwards ? -1 : 1);
      }
      default -> {
        CodePointSet members = characters.of(node, modes.ignoreCase(), modes.dotAll());
        if (members == null) {
          throw NotDecidable.unknownCharacters();
        }
        add(Program.CHARACTER, set(members), backwards ? -1 : 1);
      }
    }
  }

  private void quantifier(Quantifier node, Modes modes, boolean backwards) {
    int[] groups = groupsIn(node);
    int loop = loops.size();
    int register = registers;
    registers += 2;
    Program.Loop unfinished =
        new Program.Loop(node.min(), node.max(), node.greedy(), register, 0, groups[0], groups[1]);
    loops.add(unfinished);
    add(Program.LOOP_ENTER, loop, 0);
    int head = add(Program.LOOP, loop, 0);
    element(node.element(), modes, backwards);
    add(Program.JUMP, head, 0);
    loops.set(
        loop,
        new Program.Loop(
            node.min(), node.max(), node.greedy(), register, length, groups[0], groups[1]));
  }

  /** Registers of the groups inside a node: they are numbered without gaps. */
  private static int[] groupsIn(Quantifier node) {
    int lowest = Integer.MAX_VALUE;
    int highest = 0;
    if (node.element() instanceof Disjunction) {
      for (RegexNode inner : node.preorder()) {
        if (inner instanceof CapturingGroup group) {
          lowest = Math.min(lowest, group.number());
          highest = Math.max(highest, group.number());
        }
      }
    }
    return highest == 0 ? new int[] {0, 0} : new int[] {2 * (lowest - 1), 2 * highest};
  }

  private void lookaround(LookaroundAssertion node, Modes modes) {
    boolean backwards = node.direction() == LookaroundAssertion.Direction.BEHIND;
    int register = registers;
    registers += 2;
    int start = add(node.negated() ? Program.LOOK_NOT : Program.LOOK, register, 0);
    disjunction(node, modes, backwards);
    add(node.negated() ? Program.LOOK_NOT_END : Program.LOOK_END, register, 0);
    second[start] = length;
  }

  @SuppressWarnings("ReferenceEquality") // a short cut alone
  private int set(CodePointSet members) {
    int last = sets.size() - 1;
    if (last >= 0 && sets.get(last) == members) {
      return last;
    }
    sets.add(members);
    return last + 1;
  }

  private int add(byte operation, int operand, int otherOperand) {
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
