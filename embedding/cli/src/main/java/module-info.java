/** Emerald on the command line. */
module dev.emerald.cli {
  requires dev.emerald.core;
  requires info.picocli;

  // For what is asked online.
  requires java.net.http;

  // picocli sets the fields of the commands.
  opens dev.emerald.cli to
      info.picocli;
}
