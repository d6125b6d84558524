package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.backtracking.Program.Loop;
import dev.emerald.core.internal.regex.backtracking.Program.Reference;
import dev.emerald.core.internal.regex.characters.CaseVariants;
import dev.emerald.core.internal.regex.characters.CodePointSet;
import java.util.Arrays;

/**
 * Matches as ECMA-262 §22.2.2 says, by backtracking, and counts the steps: instructions carried out
 * and ways given up. What it needs on the way lies in an array, not on the stack. For use by one
 * thread.
 *
 * <p>Engines may be faster by a factor (they look ahead for characters that must come), but none
 * that backtracks grows more slowly where all ways have to be tried.
 */
final class StepMatcher {

  /** The count of a match that was given up. */
  static final long GIVEN_UP = -1;

  private static final int MOST_ENTRIES = 3 << 20;

  /** Marks an entry that restores a register; other entries hold an instruction to go on at. */
  private static final int RESTORE = 1 << 31;

  /** Marks an entry that starts an iteration of the loop whose head it holds. */
  private static final int LAZY = 1 << 30;

  private final Program program;
  private final int[] registers;

  /** Pairs: an instruction and the place, or a register marked with RESTORE and its old value. */
  private int[] entries = new int[1 << 10];

  private int top;
  private String text = "";
  private long steps;
  private long mostSteps;
  private int end;
  private int begin;
  private boolean gaveUp;

  StepMatcher(Program program) {
    this.program = program;
    this.registers = new int[program.registers()];
  }

  /**
   * Counts the steps of a search.
   *
   * @param every whether to go on after a match, as {@code replace} does with the {@code g} flag
   * @param mostSteps where to give up
   * @return number of steps, or {@link #GIVEN_UP}
   */
  long count(String searched, boolean every, long mostSteps) {
    this.text = searched;
    this.steps = 0;
    this.mostSteps = mostSteps;
    int start = 0;
    while (start <= searched.length()) {
      int outcome = matchAt(start);
      if (outcome < 0) {
        return GIVEN_UP;
      }
      if (outcome == 1) {
        if (!every) {
          break;
        }
        start = end > start ? end : start + 1;
      } else if (program.sticky()) {
        break;
      } else {
        start++;
      }
    }
    return steps;
  }

  /** Whether the expression matches anywhere in a text; false if that takes too many steps. */
  boolean finds(String searched, long mostSteps) {
    return finds(searched, 0, mostSteps);
  }

  /** As {@link #finds(String, long)}, from a place on. */
  boolean finds(String searched, int from, long mostSteps) {
    this.text = searched;
    this.steps = 0;
    this.mostSteps = mostSteps;
    this.gaveUp = false;
    for (int start = from; start <= searched.length(); start++) {
      int outcome = matchAt(start);
      if (outcome != 0) {
        begin = start;
        gaveUp = outcome < 0;
        return outcome == 1;
      }
      if (program.sticky()) {
        return false;
      }
    }
    return false;
  }

  /** Whether the last search took too many steps. */
  boolean gaveUp() {
    return gaveUp;
  }

  /** Where the match that was found begins. */
  int start() {
    return begin;
  }

  /** What the last match left in a register: those of the groups come first, -1 is unset. */
  int register(int number) {
    return registers[number];
  }

  /** Where the last match ended. */
  int end() {
    return end;
  }

  /** 1 if there is a match from a place on, 0 if there is none, -1 to give up. */
  private int matchAt(int start) {
    Arrays.fill(registers, -1);
    top = 0;
    int at = 0;
    int place = start;
    byte[] operations = program.operations();
    int[] firsts = program.first();
    int[] seconds = program.second();
    while (true) {
      if (++steps > mostSteps || top > MOST_ENTRIES) {
        return -1;
      }
      int first = firsts[at];
      int second = seconds[at];
      boolean goesOn = true;
      switch (operations[at]) {
        case Program.CHARACTER -> {
          int next = take(place, program.sets()[first], second);
          goesOn = next >= 0;
          place = goesOn ? next : place;
          at++;
        }
        case Program.SPLIT -> {
          push(second, place);
          at = first;
        }
        case Program.JUMP -> at = first;
        case Program.SAVE -> {
          set(first, place);
          at++;
        }
        case Program.START -> {
          goesOn = place == 0 || second == 1 && isLineTerminator(place - 1);
          at++;
        }
        case Program.END -> {
          goesOn = place == text.length() || second == 1 && isLineTerminator(place);
          at++;
        }
        case Program.BOUNDARY -> {
          CodePointSet word = program.sets()[first];
          boolean before = place > 0 && word.contains(text.charAt(place - 1));
          boolean after = place < text.length() && word.contains(text.charAt(place));
          goesOn = before != after == (second == 0);
          at++;
        }
        case Program.REFERENCE -> {
          int next = repeat(place, program.references()[first], second);
          goesOn = next >= 0;
          place = goesOn ? next : place;
          at++;
        }
        case Program.LOOK, Program.LOOK_NOT -> {
          set(first, top);
          set(first + 1, place);
          if (operations[at] == Program.LOOK_NOT) {
            push(second, place);
          }
          at++;
        }
        case Program.LOOK_END -> {
          place = registers[first + 1];
          forgetWays(registers[first]);
          at++;
        }
        case Program.LOOK_NOT_END -> {
          unwind(registers[first]);
          goesOn = false;
        }
        case Program.LOOP_ENTER -> {
          Loop loop = program.loops()[first];
          set(loop.register(), 0);
          set(loop.register() + 1, -1);
          at++;
        }
        case Program.LOOP -> {
          Loop loop = program.loops()[first];
          int next = loop(loop, at, place);
          goesOn = next >= 0;
          at = next;
        }
        default -> {
          end = place;
          return 1;
        }
      }
      if (!goesOn) {
        steps++;
        if (!backtrack()) {
          return 0;
        }
        at = entries[top];
        place = entries[top + 1];
        if ((at & LAZY) != 0) {
          at = iterateAt(at & ~LAZY, place);
        }
      }
    }
  }

  /** The next instruction after a loop's head; -1 if the last iteration was empty and needless. */
  private int loop(Loop loop, int at, int place) {
    int begun = registers[loop.register()];
    if (begun > loop.min() && registers[loop.register() + 1] == place) {
      return -1;
    }
    if (begun >= loop.max()) {
      return loop.exit();
    }
    if (begun >= loop.min()) {
      if (!loop.greedy()) {
        push(at | LAZY, place);
        return loop.exit();
      }
      push(loop.exit(), place);
    }
    return iterate(loop, at, place);
  }

  private int iterateAt(int head, int place) {
    return iterate(program.loops()[program.first()[head]], head, place);
  }

  private int iterate(Loop loop, int at, int place) {
    set(loop.register(), registers[loop.register()] + 1);
    set(loop.register() + 1, place);
    steps += loop.endSlot() - loop.firstSlot();
    for (int slot = loop.firstSlot(); slot < loop.endSlot(); slot++) {
      set(slot, -1);
    }
    return at + 1;
  }

  /** Takes a character in a direction; the place after it, or -1 if it is none of a set. */
  private int take(int place, CodePointSet set, int direction) {
    if (direction > 0) {
      if (place >= text.length()) {
        return -1;
      }
      int character = program.unicode() ? text.codePointAt(place) : text.charAt(place);
      return set.contains(character) ? place + (character > 0xFFFF ? 2 : 1) : -1;
    }
    if (place <= 0) {
      return -1;
    }
    int character = program.unicode() ? text.codePointBefore(place) : text.charAt(place - 1);
    return set.contains(character) ? place - (character > 0xFFFF ? 2 : 1) : -1;
  }

  private int repeat(int place, Reference reference, int direction) {
    for (int group : reference.groups()) {
      int from = registers[2 * (group - 1)];
      int to = registers[2 * (group - 1) + 1];
      if (from >= 0 && to >= from) {
        int length = to - from;
        int start = direction > 0 ? place : place - length;
        if (start < 0 || start + length > text.length()) {
          return -1;
        }
        for (int i = 0; i < length; i++) {
          steps++;
          int one = text.charAt(from + i);
          int other = text.charAt(start + i);
          if (one != other
              && !(reference.ignoreCase()
                  && CaseVariants.canonical(one, program.unicode())
                      == CaseVariants.canonical(other, program.unicode()))) {
            return -1;
          }
        }
        return direction > 0 ? start + length : start;
      }
    }
    return place;
  }

  private boolean isLineTerminator(int place) {
    char c = text.charAt(place);
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
  }

  private void set(int register, int value) {
    if (registers[register] != value) {
      push(register | RESTORE, registers[register]);
      registers[register] = value;
    }
  }

  private void push(int what, int value) {
    if (top + 2 > entries.length) {
      entries = Arrays.copyOf(entries, entries.length << 1);
    }
    entries[top] = what;
    entries[top + 1] = value;
    top += 2;
  }

  /** Goes back to the last place with another way; false if there is none. */
  private boolean backtrack() {
    while (top > 0) {
      top -= 2;
      if (entries[top] >= 0) {
        return true;
      }
      registers[entries[top] & ~RESTORE] = entries[top + 1];
    }
    return false;
  }

  /** Undoes all since the entries were so many. */
  private void unwind(int height) {
    while (top > height) {
      top -= 2;
      if (entries[top] < 0) {
        registers[entries[top] & ~RESTORE] = entries[top + 1];
      }
    }
  }

  /** Forgets the other ways found since the entries were so many, but not how to undo. */
  private void forgetWays(int height) {
    int kept = height;
    for (int i = height; i < top; i += 2) {
      steps++;
      if (entries[i] < 0) {
        entries[kept] = entries[i];
        entries[kept + 1] = entries[i + 1];
        kept += 2;
      }
    }
    top = kept;
  }
}
