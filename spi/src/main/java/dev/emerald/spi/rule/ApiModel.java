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
 * <p><b>Flows of data.</b> These lines say where outsiders' data comes in, where it must not come,
 * and what becomes of it. APIs are paths within the module. Below a line {@code methods}, in place
 * of {@code module}, they are bare names of methods and properties, whatever they belong to.
 *
 * <pre>
 * module express
 * source  Request().{query,params}  value  remote
 * module child_process
 * sink    {exec,execSync}  0  command-injection
 * sink    spawn  0  command-injection  option:shell
 * module shell-quote
 * clean   quote  return  command-injection
 * pass    parse  0 -&gt; return
 * module path-is-inside
 * guard   .  0  true  path-injection
 * </pre>
 *
 * <dl>
 *   <dt>{@code source API slot origin words…}
 *   <dd>Outsiders' data comes in. {@code text} says that it can't be an object, {@code unchecked}
 *       that it counts only where the handler that gets it does not look at who sent the event.
 *   <dt>{@code sink API slot kind,… words…}
 *   <dd>What comes here must not be controlled. At {@code value} it is what is assigned to the
 *       property.
 *   <dt>{@code clean API slot kind,… words…}
 *   <dd>What comes out is harmless for sinks of these kinds; {@code *} stands for all, {@code
 *       *,!kind} for all but one. If nothing else is said of the API, its result is made of its
 *       arguments.
 *   <dt>{@code guard API slot true|false kind,… words…}
 *   <dd>Where the call was true (or false), the argument or receiver is harmless for these kinds.
 *       With {@code throws} it is so where the call came back at all.
 *   <dt>{@code pass API slot -> slot words…}
 *   <dd>What is at the first slot comes to the second, and what lies below it to the same place
 *       there. A first slot that ends in {@code .*} takes all that lies below to the second itself.
 *       An API without such a line, and not {@code fresh}, lets arguments and receiver through to
 *       its result.
 *   <dt>{@code fresh API}
 *   <dd>What it gives has nothing of what it is given, apart from what {@code pass} lines say.
 *   <dt>{@code relates API index}
 *   <dd>What is found out about its result holds for the argument with that index.
 *   <dt>{@code origin NAME} and {@code kind NAME}
 *   <dd>Declare a label that {@link dev.emerald.spi.flow.FlowLabels} does not have.
 * </dl>
 *
 * <p>A <b>slot</b> is a part of a call: {@code value} (the property that is read, the parameter of
 * that type), {@code decorated} (the parameter with that decorator), {@code this} (the receiver),
 * {@code 0} (an argument), {@code 1..} (every one from there on), {@code return}, {@code 0(1)}
 * (parameter 1 of the function that is argument 0), {@code last(1)} (the same of the last
 * argument), {@code 0()} (what that function returns; {@code 0.key()} of one that is a property),
 * {@code thrown} (what a {@code catch} gets, be it of the promise that the call gives). A path may
 * follow: {@code 0.filename}, {@code return.[].name}, where {@code []} are the elements of an array
 * or the values under keys that are not known.
 *
 * <p><b>Words</b> are conditions; all of a line have to hold. On the call: {@code arg:N} (there is
 * an argument N), {@code arg:N:A|B} (it is the text A or B), {@code option:NAME} (an object among
 * the arguments has that property, truthy or unknown), {@code !option:NAME}, {@code
 * option:NAME=VALUE}. Of a {@code sink}: {@code object} (only what may be an object does harm),
 * {@code text} (only what is text for sure), {@code composed} (only what was put together with
 * other text), {@code built} (only what is put together at the call itself), {@code whole} (only
 * what stands at the start), {@code host} (a host name, not an address), {@code dash} (only what
 * may start with {@code -}), {@code html} (not if the response is known to be of another type),
 * {@code unquoted}, {@code number} (only what is a number for sure), {@code metadata} (asks about a
 * file only), {@code write} (changes a file), {@code program} (only where the file that is written
 * is run), {@code unverified} (only where no digest is looked at). Of a {@code pass}: {@code same},
 * {@code path:join}, {@code path:resolve}, {@code path:normalize}, {@code path:base}, {@code
 * path:url}, {@code decode}, {@code encode:url}, {@code encode:html}, {@code json}, {@code number},
 * {@code format}, {@code join}, {@code string}, {@code object}, {@code within} (in the middle of a
 * text), {@code origin:NAME} (has that origin from there on). Of a {@code clean}: {@code html} (no
 * {@code < > & " '} is left, so it counts where in a page it stands), {@code shell} (a quoted
 * word), {@code string} (for sinks that need an object), {@code weak} (can be got around); of a
 * {@code guard}: {@code throws}, {@code weak}.
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
