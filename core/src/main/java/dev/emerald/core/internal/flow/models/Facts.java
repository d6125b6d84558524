package dev.emerald.core.internal.flow.models;

import dev.emerald.core.internal.flow.models.FlowModels.Clean;
import dev.emerald.core.internal.flow.models.FlowModels.Guard;
import dev.emerald.core.internal.flow.models.FlowModels.Pass;
import dev.emerald.core.internal.flow.models.FlowModels.Sink;
import dev.emerald.core.internal.flow.models.FlowModels.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is known of one API; gathered by {@link FactReader}, then left as it is. */
final class Facts implements FlowModels.Api {

  final List<Source> sources = new ArrayList<>(1);
  final List<Sink> sinks = new ArrayList<>(1);
  final List<Pass> passes = new ArrayList<>(1);
  final List<Clean> cleans = new ArrayList<>(1);
  final List<Guard> guards = new ArrayList<>(1);
  boolean fresh;
  int relates = -1;

  /** Adds what is known of a group of APIs that this one belongs to. */
  void add(Facts group) {
    sources.addAll(group.sources);
    sinks.addAll(group.sinks);
    passes.addAll(group.passes);
    cleans.addAll(group.cleans);
    guards.addAll(group.guards);
    fresh |= group.fresh;
    relates = relates < 0 ? group.relates : relates;
  }

  @Override
  public List<Source> sources() {
    return Collections.unmodifiableList(sources);
  }

  @Override
  public List<Sink> sinks() {
    return Collections.unmodifiableList(sinks);
  }

  @Override
  public List<Pass> passes() {
    return Collections.unmodifiableList(passes);
  }

  @Override
  public List<Clean> cleans() {
    return Collections.unmodifiableList(cleans);
  }

  @Override
  public List<Guard> guards() {
    return Collections.unmodifiableList(guards);
  }

  @Override
  public boolean fresh() {
    return fresh;
  }

  @Override
  public int relates() {
    return relates;
  }
}
