package dev.emerald.spi.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Knowledge about libraries as text, one fact a line. Comments start with {@code #}. A {@code
 * module} line names the module that the lines below it are about:
 *
 * <pre>
 * module express
 * alias   Application()  = express()
 * handler express().{get,post,use}  -1  Request() Response()
 * </pre>
 *
 * <p>{@code alias A = B}: a value named {@code A} is named {@code B} instead; the left side is a
 * path within the module, the right side a full API name. {@code handler API index types…}: the
 * function that is passed to the API, a full name or pattern, at the argument with that index (from
 * 0; {@code -1} stands for every function among the arguments, those in arrays too) gets parameters
 * of those types. A type is a path within the module, or a full name if it starts with the name of
 * another module; {@code _} leaves a parameter out. Of several lines for one API the one counts
 * that has as many types as the function has parameters, else the first. The names of APIs are
 * those of {@link dev.emerald.spi.scope.ApiPattern}.
 *
 * <p>A line that means nothing is an error when the analyzer is built.
 */
public interface ApiModel {

  /** Where the text comes from, for messages. */
  String name();

  /** The lines. */
  String text();

  /** A model from a text. */
  static ApiModel of(String name, String text) {
    return new ApiModel() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String text() {
        return text;
      }
    };
  }

  /**
   * A model from a resource beside a class, in UTF-8.
   *
   * @param base the class
   * @param resource relative to the package of the class, or absolute with a leading {@code /}
   * @throws IllegalArgumentException if there is no such resource
   * @throws UncheckedIOException if it can't be read
   */
  static ApiModel resource(Class<?> base, String resource) {
    try (InputStream in = base.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no resource '" + resource + "' beside " + base.getName());
      }
      return of(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the resource '" + resource + "'", e);
    }
  }
}
