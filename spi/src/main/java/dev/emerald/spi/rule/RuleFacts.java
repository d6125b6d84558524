package dev.emerald.spi.rule;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.RuleInfo.Audience;
import dev.emerald.spi.rule.RuleInfo.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of itself, as data; see {@link RuleInfo} for what each part means. Immutable.
 */
public final class RuleFacts {

  private final String id;
  private final String title;
  private final Severity severity;
  private final Confidence confidence;
  private final List<Integer> cwe;
  private final List<String> owasp;
  private final List<RoadmapItem> roadmap;
  private final String why;
  private final String remedy;
  private final List<ExampleFile> bad;
  private final List<ExampleFile> good;
  private final List<OptionFacts> options;
  private final Audience audience;
  private final Weight weight;
  private final List<String> references;
  private final List<String> formerIds;

  private RuleFacts(Builder builder) {
    id = builder.id;
    title = builder.title;
    severity = builder.severity;
    confidence = builder.confidence;
    cwe = builder.cwe;
    owasp = builder.owasp;
    roadmap = builder.roadmap;
    why = builder.why;
    remedy = builder.remedy;
    bad = builder.bad;
    good = builder.good;
    options = builder.options;
    audience = builder.audience;
    weight = builder.weight;
    references = builder.references;
    formerIds = builder.formerIds;
  }

  /**
   * The facts on a class.
   *
   * @throws IllegalStateException if the class has no {@link RuleInfo}
   */
  public static RuleFacts of(Class<? extends Rule> type) {
    RuleInfo info = type.getAnnotation(RuleInfo.class);
    if (info == null) {
      throw new IllegalStateException(
          type.getName() + " has no @RuleInfo and does not override facts()");
    }
    return builder(info.id(), info.title(), info.severity())
        .confidence(info.confidence())
        .cwe(Arrays.stream(info.cwe()).boxed().toList())
        .owasp(List.of(info.owasp()))
        .roadmap(List.of(info.roadmap()))
        .why(info.why())
        .remedy(info.remedy())
        .bad(ExampleFile.of(info.bad()))
        .good(ExampleFile.of(info.good()))
        .options(OptionFacts.of(info.options()))
        .audience(info.audience())
        .weight(info.weight())
        .references(List.of(info.references()))
        .formerIds(List.of(info.formerIds()))
        .build();
  }

  /** Facts for a rule that is made from data. */
  public static Builder builder(String id, String title, Severity severity) {
    return new Builder(id, title, severity);
  }

  /** See {@link RuleInfo#id()}. */
  public String id() {
    return id;
  }

  /** See {@link RuleInfo#title()}. */
  public String title() {
    return title;
  }

  /** See {@link RuleInfo#severity()}. */
  public Severity severity() {
    return severity;
  }

  /** See {@link RuleInfo#confidence()}. */
  public Confidence confidence() {
    return confidence;
  }

  /** See {@link RuleInfo#cwe()}. */
  public List<Integer> cwe() {
    return cwe;
  }

  /** See {@link RuleInfo#owasp()}. */
  public List<String> owasp() {
    return owasp;
  }

  /** See {@link RuleInfo#roadmap()}. */
  public List<RoadmapItem> roadmap() {
    return roadmap;
  }

  /** See {@link RuleInfo#why()}. */
  public String why() {
    return why;
  }

  /** See {@link RuleInfo#remedy()}. */
  public String remedy() {
    return remedy;
  }

  /** See {@link RuleInfo#bad()}. */
  public List<ExampleFile> bad() {
    return bad;
  }

  /** See {@link RuleInfo#good()}. */
  public List<ExampleFile> good() {
    return good;
  }

  /** See {@link RuleInfo#options()}. */
  public List<OptionFacts> options() {
    return options;
  }

  /** See {@link RuleInfo#audience()}. */
  public Audience audience() {
    return audience;
  }

  /** See {@link RuleInfo#weight()}. */
  public Weight weight() {
    return weight;
  }

  /** See {@link RuleInfo#references()}. */
  public List<String> references() {
    return references;
  }

  /** See {@link RuleInfo#formerIds()}. */
  public List<String> formerIds() {
    return formerIds;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RuleFacts facts && id.equals(facts.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id. */
  @Override
  public String toString() {
    return id;
  }

  /**
   * An example as data.
   *
   * @param file the name of the file
   * @param text the text of the file
   * @param packageJson the text of a package.json beside the file; empty for none
   * @param note what it shows; empty if the code says it
   */
  public record ExampleFile(String file, String text, String packageJson, String note) {

    private static List<ExampleFile> of(Example[] examples) {
      return Arrays.stream(examples)
          .map(
              example ->
                  new ExampleFile(
                      example.file(), example.value(), example.packageJson(), example.note()))
          .toList();
    }
  }

  /**
   * An option as data.
   *
   * @param name the name in configuration
   * @param description what it decides
   * @param type the type of its value
   * @param defaultValue the value without configuration, in JSON
   */
  public record OptionFacts(
      String name, String description, Option.Type type, String defaultValue) {

    private static List<OptionFacts> of(Option[] options) {
      return Arrays.stream(options)
          .map(o -> new OptionFacts(o.name(), o.description(), o.type(), o.defaultValue()))
          .toList();
    }
  }

  /** Gathers facts; what is not set is empty, the confidence high, the audience production. */
  public static final class Builder {

    private final String id;
    private final String title;
    private final Severity severity;
    private Confidence confidence = Confidence.HIGH;
    private List<Integer> cwe = List.of();
    private List<String> owasp = List.of();
    private List<RoadmapItem> roadmap = List.of();
    private String why = "";
    private String remedy = "";
    private List<ExampleFile> bad = List.of();
    private List<ExampleFile> good = List.of();
    private List<OptionFacts> options = List.of();
    private Audience audience = Audience.PRODUCTION;
    private Weight weight = Weight.BY_SEVERITY;
    private List<String> references = List.of();
    private List<String> formerIds = List.of();

    private Builder(String id, String title, Severity severity) {
      this.id = Objects.requireNonNull(id, "id");
      this.title = Objects.requireNonNull(title, "title");
      this.severity = Objects.requireNonNull(severity, "severity");
    }

    /** See {@link RuleInfo#confidence()}. */
    public Builder confidence(Confidence confidence) {
      this.confidence = Objects.requireNonNull(confidence, "confidence");
      return this;
    }

    /** See {@link RuleInfo#cwe()}. */
    public Builder cwe(List<Integer> cwe) {
      this.cwe = List.copyOf(cwe);
      return this;
    }

    /** See {@link RuleInfo#owasp()}. */
    public Builder owasp(List<String> owasp) {
      this.owasp = List.copyOf(owasp);
      return this;
    }

    /** See {@link RuleInfo#roadmap()}. */
    public Builder roadmap(List<RoadmapItem> roadmap) {
      this.roadmap = List.copyOf(roadmap);
      return this;
    }

    /** See {@link RuleInfo#why()}. */
    public Builder why(String why) {
      this.why = Objects.requireNonNull(why, "why");
      return this;
    }

    /** See {@link RuleInfo#remedy()}. */
    public Builder remedy(String remedy) {
      this.remedy = Objects.requireNonNull(remedy, "remedy");
      return this;
    }

    /** See {@link RuleInfo#bad()}. */
    public Builder bad(List<ExampleFile> bad) {
      this.bad = List.copyOf(bad);
      return this;
    }

    /** See {@link RuleInfo#good()}. */
    public Builder good(List<ExampleFile> good) {
      this.good = List.copyOf(good);
      return this;
    }

    /** See {@link RuleInfo#options()}. */
    public Builder options(List<OptionFacts> options) {
      this.options = List.copyOf(options);
      return this;
    }

    /** See {@link RuleInfo#audience()}. */
    public Builder audience(Audience audience) {
      this.audience = Objects.requireNonNull(audience, "audience");
      return this;
    }

    /** See {@link RuleInfo#weight()}. */
    public Builder weight(Weight weight) {
      this.weight = Objects.requireNonNull(weight, "weight");
      return this;
    }

    /** See {@link RuleInfo#references()}. */
    public Builder references(List<String> references) {
      this.references = List.copyOf(references);
      return this;
    }

    /** See {@link RuleInfo#formerIds()}. */
    public Builder formerIds(List<String> formerIds) {
      this.formerIds = List.copyOf(formerIds);
      return this;
    }

    /** The facts. */
    public RuleFacts build() {
      return new RuleFacts(this);
    }
  }
}
