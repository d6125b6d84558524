package dev.emerald.core.analysis;

import dev.emerald.core.internal.config.IgnoreEntry;
import dev.emerald.core.internal.config.Place;
import dev.emerald.core.internal.config.RuleSetting;
import dev.emerald.core.internal.config.RuleSetting.OptionValue;
import dev.emerald.core.internal.config.Settings;
import dev.emerald.core.internal.config.SettingsReader;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to analyse and how to judge it: the content of an {@code emerald.json}, or what an embedder
 * sets. Immutable.
 *
 * <p>The {@code emerald.json} in the root of the analysed project, if there is one, is laid over
 * the configuration of the analyzer, unless {@link Builder#withoutProjectConfiguration()} was
 * called.
 */
public final class Configuration {

  /** The name of the file that a project keeps its configuration in. */
  public static final String FILE_NAME = "emerald.json";

  /** Longer files are no configuration. */
  private static final long MOST_BYTES = 1 << 20;

  private final Settings settings;

  private Configuration(Settings settings) {
    this.settings = settings;
  }

  /** What is meant where nothing is said. */
  public static Configuration defaults() {
    return builder().build();
  }

  /** A configuration made by a program. */
  public static Builder builder() {
    return new Builder(new Settings.Builder());
  }

  /**
   * The configuration in a file: JSON, with comments and trailing commas.
   *
   * @throws ConfigurationException if the file can't be read or holds a mistake; the names of rules
   *     are checked when the analyzer is built
   */
  public static Configuration read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ConfigurationException("larger than 1 MiB", file.toString(), 0);
      }
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file", e);
    } catch (CharacterCodingException e) {
      throw unreadable(file, "it is not UTF-8", e);
    } catch (IOException e) {
      throw unreadable(file, "it can't be read: " + e.getMessage(), e);
    }
  }

  private static ConfigurationException unreadable(Path file, String why, IOException cause) {
    ConfigurationException mistake = new ConfigurationException(why, file.toString(), 0);
    mistake.initCause(cause);
    return mistake;
  }

  /**
   * The configuration in a text; see {@link #read}.
   *
   * @param name what messages call the text
   * @throws ConfigurationException if it holds a mistake
   */
  public static Configuration parse(String name, String text) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new Configuration(SettingsReader.read(SourceText.of(name, content)));
  }

  /** How much is shown, if that is said. */
  public Optional<Profile> profile() {
    return Optional.ofNullable(settings.profile());
  }

  /** How packages are taken, if that is said. */
  public Optional<Mode> mode() {
    return Optional.ofNullable(settings.mode());
  }

  /** A builder that starts with this configuration. */
  public Builder toBuilder() {
    return new Builder(new Settings.Builder(settings));
  }

  Settings settings() {
    return settings;
  }

  /** The ways to judge. */
  public enum Profile {
    /** What is worth a look in any project: confidence medium or high, severity low and above. */
    RECOMMENDED,
    /** Also what is only worth knowing: severity info. */
    STRICT,
    /** Also what rests on a guess: confidence low. For readers who judge everything themselves. */
    AUDIT
  }

  /** The ways to take packages. */
  public enum Mode {
    /** Decided for each package. */
    AUTO,
    /** All packages are run. */
    APPLICATION,
    /** All packages are imported by others. */
    LIBRARY
  }

  /** Gathers settings. What is said later of a rule is laid over what was said before. */
  public static final class Builder {

    private final Settings.Builder parts;

    private Builder(Settings.Builder parts) {
      this.parts = parts;
    }

    /** How much is shown; {@link Profile#RECOMMENDED} by default. */
    public Builder profile(Profile profile) {
      parts.profile = Objects.requireNonNull(profile, "profile");
      return this;
    }

    /** How packages are taken; {@link Mode#AUTO} by default. */
    public Builder mode(Mode mode) {
      parts.mode = Objects.requireNonNull(mode, "mode");
      return this;
    }

    /**
     * Takes in what would be left out by default, such as {@code node_modules/**}.
     *
     * @param patterns of paths, as in .gitignore
     */
    public Builder include(String... patterns) {
      parts.include.addAll(List.of(patterns));
      return this;
    }

    /**
     * Leaves files out; has the last word.
     *
     * @param patterns of paths, as in .gitignore
     */
    public Builder exclude(String... patterns) {
      parts.exclude.addAll(List.of(patterns));
      return this;
    }

    /** Lets a rule not run. */
    public Builder off(String ruleId) {
      parts.rules.add(RuleSetting.off(ruleId, Place.PROGRAM));
      return this;
    }

    /** Gives the findings of a rule another severity. */
    public Builder severity(String ruleId, Severity severity) {
      Objects.requireNonNull(severity, "severity");
      parts.rules.add(RuleSetting.on(ruleId, severity, Map.of(), Place.PROGRAM));
      return this;
    }

    /** Sets an integer option of a rule. */
    public Builder option(String ruleId, String option, int value) {
      return set(ruleId, option, value);
    }

    /** Sets a truth option of a rule. */
    public Builder option(String ruleId, String option, boolean value) {
      return set(ruleId, option, value);
    }

    /** Sets a string option of a rule. */
    public Builder option(String ruleId, String option, String value) {
      return set(ruleId, option, value);
    }

    /** Sets an option of a rule that is a list of strings. */
    public Builder option(String ruleId, String option, List<String> value) {
      return set(ruleId, option, List.copyOf(value));
    }

    private Builder set(String ruleId, String option, Object value) {
      Map<String, OptionValue> options = Map.of(option, new OptionValue(value, Place.PROGRAM));
      parts.rules.add(RuleSetting.on(ruleId, null, options, Place.PROGRAM));
      return this;
    }

    /** Runs these rules alone, also if the project's own configuration says otherwise. */
    public Builder only(Collection<String> ruleIds) {
      parts.only.clear();
      for (String id : ruleIds) {
        parts.only.add(new Settings.Named(id, Place.PROGRAM));
      }
      return this;
    }

    /** Uses the rules of these packs alone; all packs of the analyzer by default. */
    public Builder packs(Collection<String> packIds) {
      parts.packs.clear();
      for (String id : packIds) {
        parts.packs.add(new Settings.Named(id, Place.PROGRAM));
      }
      return this;
    }

    /**
     * Tells which versions of packages are known to be vulnerable: a folder of advisories in the
     * OSV format, a zip of them, an index of them, or a single one. All that are given count.
     */
    public Builder advisories(Path... sources) {
      for (Path source : sources) {
        parts.advisories.add(new Settings.Named(source.toString(), Place.PROGRAM));
      }
      return this;
    }

    /**
     * Tells what libraries look like that were copied into projects, and what is wrong with them:
     * tables in the format of that of retire.js, beside the few that are known anyway.
     */
    public Builder libraries(Path... tables) {
      for (Path table : tables) {
        parts.libraries.add(new Settings.Named(table.toString(), Place.PROGRAM));
      }
      return this;
    }

    /**
     * Accepts findings, which are then told as suppressed.
     *
     * @param ruleId null for all rules
     * @param path a pattern as in .gitignore; null for all paths
     * @param reason why they are accepted
     * @param until the last day on which that holds; null for ever
     * @throws IllegalArgumentException if neither a rule nor a path is given, or no reason
     */
    public Builder ignore(
        @Nullable String ruleId, @Nullable String path, String reason, @Nullable LocalDate until) {
      if (ruleId == null && path == null || reason.isBlank()) {
        throw new IllegalArgumentException("what is ignored needs a rule or a path, and a reason");
      }
      parts.ignores.add(new IgnoreEntry(ruleId, path, reason.strip(), until, Place.PROGRAM));
      return this;
    }

    /** Does not obey the project's own {@code emerald.json}: for projects that are not trusted. */
    public Builder withoutProjectConfiguration() {
      parts.projectConfiguration = false;
      return this;
    }

    /** Does not obey comments that silence findings: for projects that are not trusted. */
    public Builder withoutSuppressionComments() {
      parts.suppressionComments = false;
      return this;
    }

    /** The configuration. */
    public Configuration build() {
      return new Configuration(parts.build());
    }
  }
}
