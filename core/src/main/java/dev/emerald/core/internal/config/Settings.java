package dev.emerald.core.internal.config;

import dev.emerald.core.analysis.Configuration.Mode;
import dev.emerald.core.analysis.Configuration.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A configuration as it was written, before anything is checked against rules. Immutable. */
public final class Settings {

  /** How many names of one kind a summary gives. */
  private static final int MOST_NAMED = 10;

  private final @Nullable Profile profile;
  private final @Nullable Mode mode;
  private final List<String> include;
  private final List<String> exclude;
  private final List<RuleSetting> rules;
  private final List<PathSettings> overrides;
  private final List<IgnoreEntry> ignores;
  private final List<Named> packs;
  private final List<Named> only;
  private final List<Named> advisories;
  private final List<Named> libraries;
  private final boolean projectConfiguration;
  private final boolean suppressionComments;

  private Settings(Builder builder) {
    profile = builder.profile;
    mode = builder.mode;
    include = List.copyOf(builder.include);
    exclude = List.copyOf(builder.exclude);
    rules = List.copyOf(builder.rules);
    overrides = List.copyOf(builder.overrides);
    ignores = List.copyOf(builder.ignores);
    packs = List.copyOf(builder.packs);
    only = List.copyOf(builder.only);
    advisories = List.copyOf(builder.advisories);
    libraries = List.copyOf(builder.libraries);
    projectConfiguration = builder.projectConfiguration;
    suppressionComments = builder.suppressionComments;
  }

  /** How much is shown; null if that is not said. */
  public @Nullable Profile profile() {
    return profile;
  }

  /** How packages are taken; null if that is not said. */
  public @Nullable Mode mode() {
    return mode;
  }

  /** Patterns of what to take in. */
  public List<String> include() {
    return include;
  }

  /** Patterns of what to leave out. */
  public List<String> exclude() {
    return exclude;
  }

  /** What is said of rules; a later entry on a rule is laid over an earlier one. */
  public List<RuleSetting> rules() {
    return rules;
  }

  /** What is said of rules for some files; later entries are laid over earlier ones. */
  public List<PathSettings> overrides() {
    return overrides;
  }

  /** Findings that are accepted. */
  public List<IgnoreEntry> ignores() {
    return ignores;
  }

  /** The packs whose rules run; empty for all. */
  public List<Named> packs() {
    return packs;
  }

  /** The rules that run, whatever else is said; empty for all. */
  public List<Named> only() {
    return only;
  }

  /** Paths of advisories; those of a file are relative to the folder it lies in. */
  public List<Named> advisories() {
    return advisories;
  }

  /** Paths of tables of libraries; programs alone name them. */
  public List<Named> libraries() {
    return libraries;
  }

  /** Whether the project's own file is obeyed. */
  public boolean projectConfiguration() {
    return projectConfiguration;
  }

  /** Whether comments that silence findings are obeyed. */
  public boolean suppressionComments() {
    return suppressionComments;
  }

  /** What they say, in one line. */
  public String summary() {
    List<String> parts = new ArrayList<>();
    if (profile != null) {
      parts.add("profile " + profile.name().toLowerCase(Locale.ROOT));
    }
    if (mode != null) {
      parts.add("mode " + mode.name().toLowerCase(Locale.ROOT));
    }
    List<String> off = new ArrayList<>();
    int set = 0;
    for (RuleSetting rule : rules) {
      if (rule.isOff()) {
        off.add(rule.id());
      } else {
        set++;
      }
    }
    add(parts, "rules off: ", off);
    if (set > 0) {
      parts.add("rules set: " + set);
    }
    add(parts, "rules set by path: ", overrides.stream().flatMap(o -> o.files().stream()).toList());
    add(
        parts,
        "ignored: ",
        ignores.stream()
            .map(
                entry ->
                    (entry.rule() == null ? "all rules" : entry.rule())
                        + (entry.path() == null ? "" : " in " + entry.path()))
            .toList());
    add(parts, "excluded: ", exclude);
    add(parts, "included: ", include);
    add(parts, "advisories: ", advisories.stream().map(Named::name).toList());
    add(parts, "packs: ", packs.stream().map(Named::name).toList());
    return parts.isEmpty() ? "it says nothing" : String.join("; ", parts);
  }

  private static void add(List<String> parts, String what, List<String> names) {
    if (!names.isEmpty()) {
      List<String> shown = names.subList(0, Math.min(names.size(), MOST_NAMED));
      String more =
          names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
      parts.add(what + String.join(", ", shown) + more);
    }
  }

  /**
   * These settings with others laid over them. Advisories are not taken over: who names them says
   * where they may lie.
   */
  public Settings with(Settings over) {
    Builder both = new Builder(this);
    both.profile = over.profile == null ? profile : over.profile;
    both.mode = over.mode == null ? mode : over.mode;
    both.include.addAll(over.include);
    both.exclude.addAll(over.exclude);
    both.rules.addAll(over.rules);
    both.overrides.addAll(over.overrides);
    both.ignores.addAll(over.ignores);
    if (!over.packs.isEmpty()) {
      both.packs.clear();
      both.packs.addAll(over.packs);
    }
    return both.build();
  }

  /**
   * A name and where it was written.
   *
   * @param name of a pack or a rule, or a path
   */
  public record Named(String name, Place place) {}

  /** Gathers settings. */
  public static final class Builder {

    /** See {@link Settings#profile()}. */
    public @Nullable Profile profile;

    /** See {@link Settings#mode()}. */
    public @Nullable Mode mode;

    /** See {@link Settings#include()}. */
    public final List<String> include = new ArrayList<>();

    /** See {@link Settings#exclude()}. */
    public final List<String> exclude = new ArrayList<>();

    /** See {@link Settings#rules()}. */
    public final List<RuleSetting> rules = new ArrayList<>();

    /** See {@link Settings#overrides()}. */
    public final List<PathSettings> overrides = new ArrayList<>();

    /** See {@link Settings#ignores()}. */
    public final List<IgnoreEntry> ignores = new ArrayList<>();

    /** See {@link Settings#packs()}. */
    public final List<Named> packs = new ArrayList<>();

    /** See {@link Settings#only()}. */
    public final List<Named> only = new ArrayList<>();

    /** See {@link Settings#advisories()}. */
    public final List<Named> advisories = new ArrayList<>();

    /** See {@link Settings#libraries()}. */
    public final List<Named> libraries = new ArrayList<>();

    /** See {@link Settings#projectConfiguration()}. */
    public boolean projectConfiguration = true;

    /** See {@link Settings#suppressionComments()}. */
    public boolean suppressionComments = true;

    /** Nothing is said yet. */
    public Builder() {}

    /** Starts with what is said already. */
    public Builder(Settings said) {
      profile = said.profile;
      mode = said.mode;
      include.addAll(said.include);
      exclude.addAll(said.exclude);
      rules.addAll(said.rules);
      overrides.addAll(said.overrides);
      ignores.addAll(said.ignores);
      packs.addAll(said.packs);
      only.addAll(said.only);
      advisories.addAll(said.advisories);
      libraries.addAll(said.libraries);
      projectConfiguration = said.projectConfiguration;
      suppressionComments = said.suppressionComments;
    }

    /** The settings so far. */
    public Settings build() {
      return new Settings(this);
    }
  }
}
