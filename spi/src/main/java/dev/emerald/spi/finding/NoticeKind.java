package dev.emerald.spi.finding;

/** What a {@link Notice} is about. Later releases may add kinds. */
public enum NoticeKind {
  /** A file was not read: unreadable, too large, binary. A gap. */
  FILE_SKIPPED(true),
  /** A file was read in part: it breaks its format's syntax. A gap. */
  SYNTAX_ERROR(true),
  /** A limit on work, depth or size stopped part of the analysis. A gap. */
  LIMIT_REACHED(true),
  /** The caller or the deadline stopped the analysis. A gap. */
  CANCELLED(true),
  /** A rule threw; it is off for the file at hand. A gap. */
  RULE_FAILED(true),
  /** A pack could not be loaded. A gap. */
  PACK_FAILED(true),
  /** Something the engine relies on is not there, so that an analysis was left out. A gap. */
  NOT_ANALYSED(true),
  /** A suppression comment or entry that silences nothing. No gap. */
  UNUSED_SUPPRESSION(false),
  /** The project's own configuration was obeyed or left out. No gap. */
  CONFIGURATION(false);

  private final boolean gap;

  NoticeKind(boolean gap) {
    this.gap = gap;
  }

  /** Whether notices of this kind say that something was not looked at. */
  public boolean gap() {
    return gap;
  }
}
