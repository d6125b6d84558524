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
 * <dl>
 *   <dt>{@code alias A = B}
 *   <dd>A value named {@code A} is named {@code B} instead, and so is what follows from it. The
 *       left side is a path within the module: {@code .} is the module itself, {@code ()} what it
 *       gives when it is called, and a last step {@code *} stands for any. The right side is a full
 *       API name. A method that gives back its receiver is said so: {@code alias Router().use() =
 *       express.Router()}.
 *   <dt>{@code handler API index types…}
 *   <dd>The function that is passed to the API, a full name or pattern, at the argument with that
 *       index (from 0; {@code -1} stands for every function among the arguments, and in arrays
 *       among them) gets parameters of those types. A type that starts with a capital letter is a
 *       path within the module, any other a full name; {@code _} leaves a parameter out. {@code
 *       index.key} is a property of the argument. Of several lines, the one with as many types as
 *       the function has parameters counts, else the first.
 *   <dt>{@code returns API index}
 *   <dd>A call of the API gives back the argument with that index, in another dress at most: {@code
 *       returns util.promisify 0}.
 * </dl>
 *
 * <p>The names of APIs are those of {@link dev.emerald.spi.scope.ApiPattern}; {@code {a,b}} stands
 * for either.
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
