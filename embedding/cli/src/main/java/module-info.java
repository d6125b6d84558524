/** Emerald on the command line. */
module dev.emerald.cli {
  requires dev.emerald.core;
  requires info.picocli;
}
