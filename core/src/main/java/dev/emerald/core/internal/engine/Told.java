package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.taint.Flow;
import dev.emerald.core.internal.flow.taint.FlowStep;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A flow that one query asks for and that is told of, and where else the same value gets: a file
 * that is looked at, opened and then removed is one flaw, as one check before them puts it right.
 *
 * @param at the place
 * @param others the other places that the value gets to, in order
 */
record Told(Flow flow, FlowModels.Query query, Location at, List<Told> others) {

  Told(Flow flow, FlowModels.Query query, Location at) {
    this(flow, query, at, List.of());
  }

  /**
   * Of those that have one cause, the surest one, and the last of several: what comes before it
   * mostly finds out whether it is to be done.
   *
   * @param surest puts the surest one last
   */
  static List<Told> byCause(Collection<Told> all, Comparator<Told> surest) {
    Map<String, Boolean> does = new HashMap<>();
    for (Told each : all) {
      does.merge(each.cause(), !each.flow.metadata(), Boolean::logicalOr);
    }
    List<Told> left = new ArrayList<>();
    Map<String, List<Told>> same = new TreeMap<>();
    for (Told each : all) {
      if (each.flow.metadata() && does.getOrDefault(each.cause(), false)) {
        continue;
      }
      if (each.isOfValue()) {
        same.computeIfAbsent(each.at.path() + "\n" + each.cause(), key -> new ArrayList<>())
            .add(each);
      } else {
        left.add(each);
      }
    }
    for (List<Told> some : same.values()) {
      some.sort(surest.thenComparing(Told::at));
      Told last = some.remove(some.size() - 1);
      some.sort(Comparator.comparing(Told::at));
      left.add(new Told(last.flow, last.query, last.at, List.copyOf(some)));
    }
    return left;
  }

  private String cause() {
    return query.rule() + "\n" + flow.group();
  }

  /**
   * Whether the value is to be put right, and not what it gets to: a call, an expression, a text.
   */
  private boolean isOfValue() {
    FlowStep place = flow.place();
    return flow.slow() == null
        && query.asked().installed().isEmpty()
        && (place.equals(flow.end()) || place.what() == FlowStep.What.HANDED);
  }
}
