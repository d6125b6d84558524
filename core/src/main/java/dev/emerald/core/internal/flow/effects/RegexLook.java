package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.core.internal.regex.characters.CodePointSet;
import dev.emerald.spi.regex.Alternative;
import dev.emerald.spi.regex.CapturingGroup;
import dev.emerald.spi.regex.Disjunction;
import dev.emerald.spi.regex.EdgeAssertion;
import dev.emerald.spi.regex.Element;
import dev.emerald.spi.regex.Group;
import dev.emerald.spi.regex.Pattern;
import dev.emerald.spi.regex.PatternCharacter;
import dev.emerald.spi.regex.Quantifier;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexNodeKind;
import dev.emerald.spi.regex.RegexPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a regular expression says of a text off its tree. For one pattern and one thread. */
final class RegexLook {

  private static final int MAX_DEPTH = 8;
  private static final int MAX_NODES = 2_000;
  private static final int MAX_PREFIX = 200;

  private final CharacterSets sets;
  private final boolean ignoreCase;
  private final boolean dotAll;
  private final boolean multiline;
  private int nodes;

  private RegexLook(RegexPattern pattern) {
    sets = new CharacterSets(pattern.flags().unicodeMode());
    ignoreCase = pattern.flags().ignoreCase();
    dotAll = pattern.flags().dotAll();
    multiline = pattern.flags().multiline();
  }

  /** What a pattern says. */
  static RegexFacts at(RegexPattern pattern) {
    Pattern tree = pattern.tree().orElse(null);
    return tree == null ? RegexFacts.UNKNOWN : new RegexLook(pattern).facts(tree);
  }

  private RegexFacts facts(Pattern tree) {
    long alphabet = alphabet(tree);
    if (nodes > MAX_NODES) {
      return RegexFacts.UNKNOWN;
    }
    boolean start = isAnchored(tree, EdgeAssertion.Edge.START, 0);
    boolean end = isAnchored(tree, EdgeAssertion.Edge.END, 0);
    long first = first(tree, 0);
    boolean known = first >= 0;
    long outside = Metachars.EVERY & ~alphabet;
    Singles singles = new Singles();
    singles.read(tree, false, 0);
    return new RegexFacts(
        start && end,
        start,
        outside,
        start && known ? Metachars.EVERY & ~first : 0,
        start && known && onlyMeta ? first : 0,
        singles.every,
        singles.start | singles.every,
        dots(tree, 0),
        repeats(tree),
        singles.token,
        alphabet,
        start ? prefix(tree) : "");
  }

  // The characters that a match may hold.

  private long alphabet(Pattern tree) {
    long alphabet = 0;
    int skipTo = -1;
    for (RegexNode node : tree.preorder()) {
      if (++nodes > MAX_NODES) {
        return Metachars.EVERY;
      }
      if (node.start() < skipTo) {
        continue;
      }
      switch (node.kind()) {
        case LOOKAROUND_ASSERTION -> skipTo = node.end();
        case PATTERN_CHARACTER,
            CHARACTER_CLASS,
            EXPRESSION_CHARACTER_CLASS,
            ANY_CHARACTER_SET,
            ESCAPE_CHARACTER_SET,
            UNICODE_PROPERTY_CHARACTER_SET -> {
          alphabet |= set(node);
          skipTo = node.end();
        }
        case GROUP -> {
          Group group = (Group) node;
          if (!group.addedFlags().isEmpty() || !group.removedFlags().isEmpty()) {
            nodes = MAX_NODES + 1;
            return Metachars.EVERY;
          }
        }
        default -> {}
      }
    }
    return alphabet;
  }

  private long set(RegexNode node) {
    CodePointSet characters = sets.of(node, ignoreCase, dotAll);
    return characters == null ? Metachars.EVERY : Metachars.in(characters);
  }

  private static boolean isSet(RegexNodeKind kind) {
    return switch (kind) {
      case PATTERN_CHARACTER,
          CHARACTER_CLASS,
          EXPRESSION_CHARACTER_CLASS,
          ANY_CHARACTER_SET,
          ESCAPE_CHARACTER_SET,
          UNICODE_PROPERTY_CHARACTER_SET ->
          true;
      default -> false;
    };
  }

  private static @Nullable Disjunction group(RegexNode node) {
    return node instanceof Group || node instanceof CapturingGroup ? (Disjunction) node : null;
  }

  // Where a match starts and ends.

  private boolean isAnchored(Disjunction node, EdgeAssertion.Edge edge, int depth) {
    if (multiline || depth > MAX_DEPTH) {
      return false;
    }
    for (Alternative alternative : node.alternatives()) {
      if (!isAnchored(alternative, edge, depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAnchored(Alternative alternative, EdgeAssertion.Edge edge, int depth) {
    List<Element> elements = alternative.elements();
    boolean start = edge == EdgeAssertion.Edge.START;
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(start ? i : elements.size() - 1 - i);
      if (element instanceof EdgeAssertion assertion) {
        if (assertion.edge() == edge) {
          return true;
        }
      } else if (element.kind() != RegexNodeKind.LOOKAROUND_ASSERTION) {
        Disjunction group = group(element);
        return group != null && isAnchored(group, edge, depth + 1);
      }
    }
    return false;
  }

  /** Whether the last answer of {@link #first} holds nothing but metacharacters. */
  private boolean onlyMeta = true;

  /** The metacharacters that a match may start with; -1 if it may be empty. */
  private long first(Disjunction node, int depth) {
    if (depth > MAX_DEPTH) {
      return -1;
    }
    long first = 0;
    for (Alternative alternative : node.alternatives()) {
      long own = first(alternative, depth);
      if (own < 0) {
        return -1;
      }
      first |= own;
    }
    return first;
  }

  private long first(Alternative alternative, int depth) {
    long first = 0;
    for (Element element : alternative.elements()) {
      RegexNode node = element;
      int min = 1;
      if (element instanceof Quantifier quantifier) {
        node = quantifier.element();
        min = quantifier.min();
      }
      Disjunction group = group(node);
      if (isSet(node.kind())) {
        CodePointSet characters = sets.of(node, ignoreCase, dotAll);
        onlyMeta &= characters != null && isMeta(characters);
        first |= set(node);
      } else if (group != null) {
        long own = first(group, depth + 1);
        if (own < 0) {
          min = 0;
          own = Metachars.EVERY;
        }
        first |= own;
      } else if (node.kind() == RegexNodeKind.BACKREFERENCE) {
        return -1;
      } else {
        continue;
      }
      if (min > 0) {
        return first;
      }
    }
    return -1;
  }

  private static boolean isMeta(CodePointSet characters) {
    return characters.rangeCount() == 1
        && characters.first(0) == characters.last(0)
        && Metachars.of(characters.first(0)) != 0;
  }

  private static String prefix(Pattern tree) {
    if (tree.alternatives().size() != 1) {
      return "";
    }
    StringBuilder prefix = new StringBuilder();
    for (Element element : tree.alternatives().get(0).elements()) {
      if (element instanceof PatternCharacter character && prefix.length() < MAX_PREFIX) {
        prefix.appendCodePoint(character.value());
      } else if (element instanceof Quantifier quantifier
          && quantifier.max() == 1
          && quantifier.element() instanceof PatternCharacter) {
        // May be there or not.
      } else if (!(element instanceof EdgeAssertion)) {
        break;
      }
    }
    return prefix.toString();
  }

  // What it takes away or forbids.

  /** The characters that match by themselves. */
  private final class Singles {
    private long every;
    private long start;
    private boolean token;

    void read(Disjunction node, boolean atStart, int depth) {
      if (depth > MAX_DEPTH) {
        token = true;
        return;
      }
      for (Alternative alternative : node.alternatives()) {
        read(alternative, atStart, depth);
      }
    }

    private void read(Alternative alternative, boolean startGiven, int depth) {
      boolean atStart = startGiven;
      RegexNode only = null;
      int count = 0;
      for (Element element : alternative.elements()) {
        if (element instanceof EdgeAssertion edge && edge.edge() == EdgeAssertion.Edge.START) {
          atStart = true;
        } else if (element instanceof Quantifier quantifier && quantifier.min() == 0) {
          // It may match nothing, so what stands beside it matches by itself.
          if (alternative.elements().size() == 1) {
            only = quantifier.element();
            count = 1;
          }
        } else {
          only = element instanceof Quantifier quantifier ? single(quantifier) : element;
          count++;
        }
      }
      if (count != 1 || only == null) {
        token |= count > 0;
        return;
      }
      Disjunction group = group(only);
      if (group != null) {
        read(group, atStart, depth + 1);
      } else if (!isSet(only.kind())) {
        token = true;
      } else if (atStart) {
        start |= set(only);
      } else {
        every |= set(only);
      }
    }

    private @Nullable RegexNode single(Quantifier quantifier) {
      return quantifier.min() <= 1 ? quantifier.element() : null;
    }
  }

  private static boolean repeats(Pattern tree) {
    if (tree.alternatives().size() != 1) {
      return false;
    }
    List<Element> elements = tree.alternatives().get(0).elements();
    Element last = elements.isEmpty() ? null : elements.get(elements.size() - 1);
    return last instanceof Quantifier quantifier
        && quantifier.max() == Quantifier.UNBOUNDED
        && elements.size() <= 2;
  }

  /** How far {@code ..} as a segment of a path is matched. */
  private int dots(Disjunction node, int depth) {
    int best = States.DOTS_ANYWHERE;
    if (depth > MAX_DEPTH) {
      return best;
    }
    for (Alternative alternative : node.alternatives()) {
      best = Math.max(best, dots(alternative, depth));
    }
    return best;
  }

  private int dots(Alternative alternative, int depth) {
    int dots = 0;
    boolean atStart = false;
    List<Element> elements = alternative.elements();
    for (Element element : elements) {
      RegexNode node = element;
      int min = 1;
      if (element instanceof Quantifier quantifier) {
        node = quantifier.element();
        min = quantifier.min();
      }
      if (node instanceof PatternCharacter character && character.value() == '.') {
        dots += min;
      } else if (element instanceof EdgeAssertion edge) {
        atStart |= edge.edge() == EdgeAssertion.Edge.START;
      } else if (min > 0 && !isSeparators(node)) {
        Disjunction group = group(node);
        return group != null && dots == 0 && consuming(elements) == 1
            ? leadingIf(atStart, dots(group, depth + 1))
            : States.DOTS_ANYWHERE;
      }
    }
    return dots == 2 || dots == 1 && hasOpen(elements)
        ? leadingIf(atStart, States.DOTS_NONE)
        : States.DOTS_ANYWHERE;
  }

  private static boolean hasOpen(List<Element> elements) {
    // "\.+" and the like take in two dots, though one is enough.
    for (Element element : elements) {
      if (element instanceof Quantifier quantifier
          && quantifier.max() > 1
          && quantifier.element() instanceof PatternCharacter) {
        return true;
      }
    }
    return consuming(elements) == 1;
  }

  private static int consuming(List<Element> elements) {
    int count = 0;
    for (Element element : elements) {
      count += element instanceof EdgeAssertion ? 0 : 1;
    }
    return count;
  }

  private static int leadingIf(boolean atStart, int dots) {
    return atStart && dots == States.DOTS_NONE ? States.DOTS_LEADING : dots;
  }

  /** Whether a node matches nothing but separators, or an edge of the text. */
  private boolean isSeparators(RegexNode node) {
    if (isSet(node.kind())) {
      CodePointSet characters = sets.of(node, ignoreCase, dotAll);
      if (characters == null || characters.rangeCount() > 3) {
        return false;
      }
      for (int i = 0; i < characters.rangeCount(); i++) {
        if (characters.first(i) != characters.last(i)
            || characters.first(i) != '/' && characters.first(i) != '\\') {
          return false;
        }
      }
      return true;
    }
    Disjunction group = group(node);
    if (group == null || node.end() - node.start() > 40) {
      return false;
    }
    for (Alternative alternative : group.alternatives()) {
      for (Element element : alternative.elements()) {
        RegexNode part = element instanceof Quantifier quantifier ? quantifier.element() : element;
        if (!(part instanceof EdgeAssertion) && (group(part) != null || !isSeparators(part))) {
          return false;
        }
      }
    }
    return true;
  }
}
