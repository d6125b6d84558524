package dev.emerald.core.internal.template;

/** Reads templates. Nothing that a template holds is a mistake: what cannot be read is text. */
public final class Templates {

  private Templates() {}

  /**
   * Brings a template into the form of a script. The work is linear in the text.
   *
   * @param escapes whether the engine escapes what it is not told to leave as it is
   */
  public static TemplateScript read(TemplateLanguage language, String template, boolean escapes) {
    ScriptWriter writer = new ScriptWriter(template);
    switch (language) {
      case EJS -> new PercentTags(writer, '-', '=', escapes).read();
      case ETA -> new PercentTags(writer, '~', '=', escapes).read();
      case UNDERSCORE -> new PercentTags(writer, '=', '-', escapes).read();
      case HANDLEBARS -> new BraceTags(writer, false, escapes).read();
      case MUSTACHE -> new BraceTags(writer, true, escapes).read();
      case NUNJUCKS -> new BlockTags(writer, escapes).read();
      case PUG -> new PugLines(writer).read();
    }
    return writer.finish();
  }
}
