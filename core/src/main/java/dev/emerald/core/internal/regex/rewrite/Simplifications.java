package dev.emerald.core.internal.regex.rewrite;

import dev.emerald.spi.regex.Alternative;
import dev.emerald.spi.regex.CapturingGroup;
import dev.emerald.spi.regex.CharacterClass;
import dev.emerald.spi.regex.Disjunction;
import dev.emerald.spi.regex.EscapeCharacterSet;
import dev.emerald.spi.regex.Group;
import dev.emerald.spi.regex.LookaroundAssertion;
import dev.emerald.spi.regex.PatternCharacter;
import dev.emerald.spi.regex.Quantifier;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.regex.UnicodePropertyCharacterSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Small changes of a pattern that may leave it the same and may make it faster: a repetition less,
 * an alternative less, alternatives that do not overlap. Whether they are right is for others to
 * find out.
 */
final class Simplifications {

  /** How many are proposed for one pattern. */
  private static final int MOST = 160;

  private final RegexPattern pattern;
  private final Set<Edit> found = new LinkedHashSet<>();

  /**
   * A change of a pattern's text.
   *
   * @param start offset in the pattern
   * @param end offset past what is replaced
   * @param text what stands there instead
   * @param scope the smallest part of the pattern in which the change can be seen
   */
  record Edit(int start, int end, String text, RegexNode scope) {

    /** The pattern's text after the change. */
    String applyTo(String source) {
      return source.substring(0, start) + text + source.substring(end);
    }
  }

  private Simplifications(RegexPattern pattern) {
    this.pattern = pattern;
  }

  /** The changes of a pattern, those that change most for the better first. */
  static List<Edit> of(RegexPattern pattern) {
    Simplifications all = new Simplifications(pattern);
    List<Quantifier> quantifiers = new ArrayList<>();
    List<Disjunction> disjunctions = new ArrayList<>();
    List<Alternative> alternatives = new ArrayList<>();
    for (RegexNode node : pattern.tree().orElseThrow().preorder()) {
      if (node instanceof Quantifier quantifier) {
        quantifiers.add(quantifier);
      } else if (node instanceof Alternative alternative) {
        alternatives.add(alternative);
      }
      if (node instanceof Disjunction disjunction
          && disjunction.alternatives().size() > 1
          && !(node instanceof LookaroundAssertion)) {
        disjunctions.add(disjunction);
      }
    }
    quantifiers.forEach(all::nested);
    disjunctions.forEach(all::overlapping);
    for (Alternative alternative : alternatives) {
      all.neighbours(alternative);
    }
    for (Quantifier quantifier : quantifiers) {
      if (isRepetition(quantifier)) {
        all.inner(quantifier);
      }
    }
    disjunctions.forEach(all::factored);
    return List.copyOf(all.found);
  }

  private static boolean isRepetition(Quantifier quantifier) {
    return quantifier.max() > 1;
  }

  private void add(RegexNode replaced, String text, RegexNode scope) {
    if (found.size() < MOST) {
      found.add(new Edit(replaced.start(), replaced.end(), text, scope));
    }
  }

  /** A repetition of nothing but another one: one is enough. */
  private void nested(Quantifier outer) {
    if (!isRepetition(outer)
        || !(outer.element() instanceof Disjunction group)
        || group.alternatives().size() != 1
        || group.alternatives().get(0).childCount() != 1
        || !(group.alternatives().get(0).child(0) instanceof Quantifier inner)) {
      return;
    }
    String lazy = inner.greedy() ? "" : "?";
    String element = pattern.text(inner.element());
    if (group instanceof CapturingGroup) {
      String open = pattern.source().substring(group.start(), group.alternatives().get(0).start());
      for (String repeated : List.of(element + "+" + lazy, element + "*" + lazy)) {
        add(outer, open + repeated + ")", outer);
        add(outer, open + repeated + ")?" + lazy, outer);
      }
    } else if (group instanceof Group plain
        && plain.addedFlags().isEmpty()
        && plain.removedFlags().isEmpty()) {
      add(outer, element + "+" + lazy, outer);
      add(outer, element + "*" + lazy, outer);
    }
  }

  /** What a repetition repeats, with less of it. */
  private void inner(Quantifier outer) {
    if (!(outer.element() instanceof Disjunction group)) {
      return;
    }
    for (Alternative alternative : group.alternatives()) {
      for (int i = 0; i < alternative.childCount(); i++) {
        if (alternative.child(i) instanceof Quantifier inner) {
          less(inner, outer);
        }
      }
    }
    add(outer, pattern.text(outer.element()), outer);
  }

  private void less(Quantifier quantifier, RegexNode scope) {
    String element = pattern.text(quantifier.element());
    if (quantifier.max() == 1) {
      add(quantifier, "", scope);
    } else if (quantifier.min() > 0) {
      add(quantifier, element, scope);
    } else {
      add(quantifier, element + (quantifier.greedy() ? "?" : "??"), scope);
      add(quantifier, element, scope);
      add(quantifier, "", scope);
    }
  }

  /** Repetitions beside one another. */
  private void neighbours(Alternative alternative) {
    for (int i = 0; i + 1 < alternative.childCount(); i++) {
      RegexNode one = alternative.child(i);
      RegexNode two = alternative.child(i + 1);
      if (one instanceof Quantifier first && two instanceof Quantifier second) {
        beside(first, alternative);
        beside(second, alternative);
      }
    }
  }

  private void beside(Quantifier quantifier, RegexNode scope) {
    String element = pattern.text(quantifier.element());
    if (quantifier.min() == 0) {
      add(quantifier, "", scope);
    } else if (quantifier.max() > 1) {
      add(quantifier, element.repeat(Math.min(4, quantifier.min())), scope);
    }
  }

  /** Alternatives that another one covers, and single characters that one class can hold. */
  private void overlapping(Disjunction node) {
    List<Alternative> alternatives = node.alternatives();
    String merged = merged(alternatives);
    if (merged != null) {
      replaceAll(node, merged);
    }
    for (int i = 0; i < alternatives.size(); i++) {
      List<String> others = new ArrayList<>();
      for (int j = 0; j < alternatives.size(); j++) {
        if (j != i) {
          others.add(pattern.text(alternatives.get(j)));
        }
      }
      replaceAll(node, String.join("|", others));
    }
  }

  /** All alternatives of a disjunction, written anew. */
  private void replaceAll(Disjunction node, String text) {
    List<Alternative> alternatives = node.alternatives();
    int start = alternatives.get(0).start();
    int end = alternatives.get(alternatives.size() - 1).end();
    if (found.size() < MOST) {
      found.add(new Edit(start, end, text, node));
    }
  }

  /** Alternatives of one character each as a class; null if some are none. */
  private @Nullable String merged(List<Alternative> alternatives) {
    Set<String> members = new LinkedHashSet<>();
    for (Alternative alternative : alternatives) {
      String member = alternative.childCount() == 1 ? member(alternative.child(0)) : null;
      if (member == null) {
        return null;
      }
      members.add(member);
    }
    // One and the same character, several times.
    return members.size() == 1
        ? pattern.text(alternatives.get(0))
        : "[" + String.join("", members) + "]";
  }

  /** How a node would be written within a class; null if it cannot. */
  private @Nullable String member(RegexNode node) {
    String text = pattern.text(node);
    if (node instanceof PatternCharacter) {
      return text.equals("-") || text.equals("^") || text.equals("]") ? "\\" + text : text;
    }
    if (node instanceof EscapeCharacterSet || node instanceof UnicodePropertyCharacterSet) {
      return text;
    }
    if (node instanceof CharacterClass set && !set.negated() && set.childCount() > 0) {
      String inside = text.substring(1, text.length() - 1);
      return inside.startsWith("-") || inside.endsWith("-") ? null : inside;
    }
    return null;
  }

  /** What all alternatives begin with, once. */
  private void factored(Disjunction node) {
    List<Alternative> alternatives = node.alternatives();
    String shared = null;
    for (Alternative alternative : alternatives) {
      if (alternative.childCount() == 0) {
        return;
      }
      String first = pattern.text(alternative.child(0));
      if (shared != null && !shared.equals(first)
          || alternative.child(0) instanceof CapturingGroup) {
        return;
      }
      shared = first;
    }
    if (shared == null) {
      return;
    }
    List<String> rests = new ArrayList<>();
    for (Alternative alternative : alternatives) {
      rests.add(pattern.source().substring(alternative.child(0).end(), alternative.end()));
    }
    replaceAll(node, shared + "(?:" + String.join("|", rests) + ")");
  }
}
