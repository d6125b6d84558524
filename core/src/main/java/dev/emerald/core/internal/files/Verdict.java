package dev.emerald.core.internal.files;

/** What a list of patterns says of a path. */
enum Verdict {
  /** The last rule that matches is a plain one. */
  MATCHED,
  /** The last rule that matches is a negated one. */
  NEGATED,
  /** No rule matches. */
  SILENT
}
