package dev.emerald.core.internal.flow.models;

import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.scope.ApiPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The facts of all models and the queries of all rules. Facts that nobody asks for are left out.
 */
public final class ModelTable implements FlowModels {

  private static final List<String> BUILT_IN = List.of("language.model", "node-values.model");

  private final Map<String, Facts> apis;
  private final Map<String, Facts> methods;
  private final List<Group> groups;
  private final List<Query> queries;
  private final long asked;
  private final List<String> kinds;
  private final List<String> origins;

  private ModelTable(FactReader reader, Labels labels, List<Query> queries) {
    this.queries = List.copyOf(queries);
    this.kinds = labels.kinds();
    this.origins = labels.origins();
    long all = 0;
    for (Query query : queries) {
      all |= query.kinds();
    }
    this.asked = all;
    this.apis = new HashMap<>();
    this.methods = new HashMap<>(reader.methods());
    this.groups = new ArrayList<>();
    reader
        .apis()
        .forEach(
            (name, facts) -> {
              if (name.indexOf('*') < 0) {
                apis.put(name, facts);
              } else {
                groups.add(
                    new Group(ApiPattern.api(name), name.substring(0, name.indexOf('*')), facts));
              }
            });
    apis.forEach(
        (name, facts) -> {
          for (Group group : groups) {
            if (group.has(name)) {
              facts.add(group.facts);
            }
          }
        });
    apis.values().forEach(FactReader::complete);
    methods.values().forEach(FactReader::complete);
    groups.forEach(group -> FactReader.complete(group.facts));
  }

  /**
   * What models say, together with what is built in.
   *
   * @param models of all packs
   * @param rules whose queries are to be answered
   * @param canonical the name that stands for an API, see {@link ApiModels#canonicalPath}
   * @throws IllegalArgumentException for a line that means nothing, where the message starts with
   *     {@code name:line}, and for a query that asks for what no model attaches
   */
  public static FlowModels parse(
      List<ApiModel> models, List<RuleEntry> rules, UnaryOperator<String> canonical) {
    List<ApiModel> all = new ArrayList<>();
    for (String resource : BUILT_IN) {
      all.add(ApiModel.resource(ModelTable.class, resource));
    }
    all.addAll(models);
    Labels labels = Labels.of(all, rules);
    List<Query> queries = new ArrayList<>();
    Map<Integer, TaintQuery> own = new HashMap<>();
    for (RuleEntry rule : rules) {
      for (TaintQuery query : rule.queries()) {
        int number = -1;
        if (!query.sinks().isEmpty()) {
          number = labels.own(query, rule);
          own.put(number, query);
        }
        queries.add(
            new Query(rule.number(), query, labels.origins(query), labels.kinds(query, number)));
      }
    }
    FactReader reader = new FactReader(labels, canonical);
    all.forEach(reader::read);
    labels.requireAttached(rules);
    own.forEach((number, query) -> query.sinks().forEach(sink -> reader.sink(sink, number)));
    return new ModelTable(reader, labels, queries);
  }

  @Override
  public @Nullable Api api(String name) {
    Facts facts = apis.get(name);
    if (facts == null) {
      for (int i = 0; i < groups.size(); i++) {
        if (groups.get(i).has(name)) {
          return groups.get(i).facts;
        }
      }
    }
    return facts;
  }

  @Override
  public @Nullable Api method(String name) {
    return methods.get(name);
  }

  @Override
  public List<Query> queries() {
    return queries;
  }

  @Override
  public long asked() {
    return asked;
  }

  @Override
  public List<String> kinds() {
    return kinds;
  }

  @Override
  public List<String> origins() {
    return origins;
  }

  /** What is known of all APIs whose name fits a pattern. */
  private record Group(ApiPattern pattern, String head, Facts facts) {

    boolean has(String name) {
      return name.startsWith(head) && pattern.matches(name);
    }
  }
}
