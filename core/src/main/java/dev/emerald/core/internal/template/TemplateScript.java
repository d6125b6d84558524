package dev.emerald.core.internal.template;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A template as a script: a function of what the template is filled with. Its outputs are calls of
 * {@code $.raw(text)}, where {@code $} is the module {@link #MODULE}; text that the engine escapes
 * goes through {@code $.escape} first. Immutable.
 */
public final class TemplateScript {

  /** What the script requires: models say what its functions do. */
  public static final String MODULE = "emerald:template";

  /** The name under which the script has what the template is filled with. */
  static final String LOCALS = "locals";

  private final String head;
  private final String code;
  private final int[] made;
  private final int[] from;
  private final int[] to;
  private final List<String> includes;

  TemplateScript(
      String head, String code, int[] made, int[] from, int[] to, Collection<String> includes) {
    this.head = head;
    this.code = code;
    this.made = made;
    this.from = from;
    this.to = to;
    this.includes = List.copyOf(includes);
  }

  /** The script. */
  public String text() {
    return head + code + "\n});\n";
  }

  /** The names of the templates that are included or extended with all that this one knows. */
  public List<String> includes() {
    return includes;
  }

  /** The same script, in which some free names are properties of what the template is given. */
  public TemplateScript withLocals(Collection<String> names) {
    SortedSet<String> sorted = new TreeSet<>(names);
    sorted.remove(LOCALS);
    StringBuilder declared = new StringBuilder(head);
    for (String name : sorted) {
      declared.append("var ").append(name).append('=').append(LOCALS).append('.').append(name);
      declared.append(';');
    }
    return new TemplateScript(declared.toString(), code, made, from, to, includes);
  }

  /** Where in the template something is that starts at an offset of the script. */
  public int start(int offset) {
    int at = offset - head.length();
    int segment = segment(at);
    if (segment < 0) {
      return 0;
    }
    return to[segment] >= 0 ? from[segment] : from[segment] + at - made[segment];
  }

  /** Where in the template something ends that ends at an offset of the script. */
  public int end(int offset) {
    int at = offset - head.length();
    int segment = segment(at - 1);
    if (segment < 0) {
      return 0;
    }
    return to[segment] >= 0 ? to[segment] : from[segment] + at - made[segment];
  }

  private int segment(int at) {
    if (at < 0 || made.length == 0) {
      return -1;
    }
    int found = Arrays.binarySearch(made, at);
    return found >= 0 ? found : -found - 2;
  }
}
