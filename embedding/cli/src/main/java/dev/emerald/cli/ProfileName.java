package dev.emerald.cli;

import dev.emerald.core.analysis.Configuration.Profile;
import java.util.Locale;

/** The profiles as the command line spells them. */
enum ProfileName {
  RECOMMENDED(Profile.RECOMMENDED),
  STRICT(Profile.STRICT),
  AUDIT(Profile.AUDIT);

  private final Profile profile;

  ProfileName(Profile profile) {
    this.profile = profile;
  }

  Profile profile() {
    return profile;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
