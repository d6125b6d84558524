package dev.emerald.core.internal.template;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that templates are written in. */
public enum TemplateLanguage {
  /** {@code <%- %>} as it is, {@code <%= %>} escaped. */
  EJS,
  /** {@code <%~ %>} as it is, {@code <%= %>} escaped. */
  ETA,
  /** {@code <%= %>} as it is, {@code <%- %>} escaped: Underscore and Lodash. */
  UNDERSCORE,
  /** <code>{{{ }}}</code> as it is; blocks that change what names mean. */
  HANDLEBARS,
  /** As Handlebars; names that a section does not have are those around it. */
  MUSTACHE,
  /** {@code {{ }}} and {@code {% %}}: Nunjucks, Swig, Twig. */
  NUNJUCKS,
  /** {@code !=} and {@code !{}} as they are; indentation. */
  PUG;

  /**
   * The language that a file's name tells.
   *
   * @return null if it tells none
   */
  public static @Nullable TemplateLanguage ofName(String path) {
    return switch (extension(path)) {
      case "ejs" -> EJS;
      case "eta" -> ETA;
      case "jst", "underscore", "lodash" -> UNDERSCORE;
      case "hbs", "handlebars" -> HANDLEBARS;
      case "mustache", "mst", "hjs", "hogan" -> MUSTACHE;
      case "njk", "nunjucks", "nunjs", "swig", "twig", "jinja", "j2" -> NUNJUCKS;
      case "pug", "jade" -> PUG;
      default -> null;
    };
  }

  /** Whether a file may be a template if something renders it: a page by its name. */
  public static boolean mayBeRendered(String path) {
    return switch (extension(path)) {
      case "html", "htm", "xhtml", "tpl", "tmpl", "template" -> true;
      default -> false;
    };
  }

  /**
   * The language that a page is written in, by its marks.
   *
   * @return null if it has none
   */
  public static @Nullable TemplateLanguage ofText(String text) {
    int percent = text.indexOf("<%");
    int block = text.indexOf("{%");
    int braces = text.indexOf("{{");
    if (percent >= 0 && block < 0) {
      return EJS;
    }
    if (block >= 0) {
      return NUNJUCKS;
    }
    if (braces < 0) {
      return null;
    }
    boolean sections = text.contains("{{#") || text.contains("{{/") || text.contains("{{>");
    return sections || text.contains("{{{") ? MUSTACHE : NUNJUCKS;
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }
}
