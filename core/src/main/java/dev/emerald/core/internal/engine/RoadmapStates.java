package dev.emerald.core.internal.engine;

import dev.emerald.core.analysis.ItemStatus;
import dev.emerald.core.analysis.ItemStatus.State;
import dev.emerald.spi.finding.Evidence;
import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.RuleFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How a project stands on the items of the roadmap, as far as the rules that ran can say. */
final class RoadmapStates {

  private static final int MOST_RULES_NAMED = 3;

  private RoadmapStates() {}

  /**
   * The state of every item, in the order of the items.
   *
   * @param empty whether there was nothing to look at
   */
  static List<ItemStatus> of(
      List<RuleFacts> rules, List<Finding> findings, List<Evidence> evidence, boolean empty) {
    Map<String, RuleFacts> ruleById = new HashMap<>();
    rules.forEach(rule -> ruleById.put(rule.id(), rule));
    List<ItemStatus> states = new ArrayList<>();
    for (RoadmapItem item : RoadmapItem.values()) {
      Set<String> against = new TreeSet<>();
      int gaps = 0;
      for (Finding finding : findings) {
        RuleFacts rule = ruleById.get(finding.ruleId());
        if (rule != null && rule.roadmap().contains(item)) {
          gaps++;
          against.add(finding.ruleId());
        }
      }
      int seen = (int) evidence.stream().filter(each -> each.item() == item).count();
      long looking = rules.stream().filter(rule -> rule.roadmap().contains(item)).count();
      states.add(state(item, gaps, against, seen, looking, empty));
    }
    return states;
  }

  private static ItemStatus state(
      RoadmapItem item, int gaps, Set<String> against, int seen, long looking, boolean empty) {
    if (gaps > 0) {
      List<String> named = against.stream().limit(MOST_RULES_NAMED).toList();
      String others =
          against.size() > MOST_RULES_NAMED
              ? " and " + (against.size() - MOST_RULES_NAMED) + " more rules"
              : "";
      String why = count(gaps, "finding") + " of " + String.join(", ", named) + others;
      return new ItemStatus(item, State.GAPS, why, gaps, seen);
    }
    if (seen > 0) {
      return new ItemStatus(
          item,
          State.MET,
          "seen in " + count(seen, "place") + ", nothing found against it",
          0,
          seen);
    }
    if (empty) {
      return new ItemStatus(item, State.NOT_APPLICABLE, "there is no source and no manifest", 0, 0);
    }
    String why =
        looking == 0
            ? "no rule that ran looks at it"
            : count((int) looking, "rule") + " found nothing against it, and nothing for it";
    return new ItemStatus(item, State.NOT_ASSESSED, why, 0, 0);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
