package dev.emerald.core.internal.template;

import dev.emerald.core.internal.flow.numbers.IntList;
import java.util.LinkedHashSet;
import java.util.Set;

/** Writes the script of a template, and from where in the template each part comes. */
final class ScriptWriter {

  private final String template;
  private final StringBuilder code = new StringBuilder();
  private final IntList made = new IntList();
  private final IntList from = new IntList();
  private final IntList to = new IntList();
  private final Set<String> includes = new LinkedHashSet<>();
  private final Markup markup = new Markup();

  ScriptWriter(String template) {
    this.template = template;
  }

  String template() {
    return template;
  }

  /** Text of the page, as it stands in the template. */
  void page(int start, int end) {
    markup.text(template, start, end);
  }

  /** Text of the page that stands for something in the template. */
  void page(String text) {
    markup.text(text, 0, text.length());
  }

  /** Code that stands for a part of the template. */
  ScriptWriter made(String text, int start, int end) {
    if (!text.isEmpty()) {
      segment(start, end);
      code.append(text);
    }
    return this;
  }

  /** Code that is in the template as it is. */
  ScriptWriter copied(int start, int end) {
    if (start < end) {
      segment(start, -1);
      code.append(template, start, end);
    }
    return this;
  }

  private void segment(int start, int end) {
    made.add(code.length());
    from.add(start);
    to.add(end);
  }

  /** Begins an output; its expression is written next. */
  void open(boolean escaped, int start, int end) {
    made(";$.raw(" + quoted(markup.before()) + "+" + (escaped ? "$.escape(" : "("), start, end);
  }

  /** Ends an output. A line is ended too, so that a comment in the expression ends. */
  void close(int start, int end) {
    made("\n));", start, end);
    markup.output();
  }

  /** Another template is included, with all that this one knows. */
  void include(String name) {
    includes.add(name);
  }

  TemplateScript finish() {
    return new TemplateScript(
        "var $=require(\""
            + TemplateScript.MODULE
            + "\");(function("
            + TemplateScript.LOCALS
            + "){",
        code.toString(),
        ints(made),
        ints(from),
        ints(to),
        includes);
  }

  private static int[] ints(IntList list) {
    int[] array = new int[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }

  /** A text as a literal. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n', '\r', '\u2028', '\u2029' -> quoted.append(' ');
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
