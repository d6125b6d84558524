package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.scope.Constant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file that is written is a program: it is called as one, may be executed, or is started
 * afterwards.
 */
final class Programs {

  private static final Pattern NAME =
      Pattern.compile(
          ".*\\.(?:sh|bash|bat|cmd|ps1|exe|msi|dmg|pkg|deb|rpm|apk|jar|so|dll|dylib|node|[cm]?js|py|rb|pl|php|wasm)");

  private static final Pattern DIGEST =
      Pattern.compile(
          "crypto\\.(?:createHash|createHmac|createVerify|verify|hash|timingSafeEqual).*"
              + "|(?:ssri|hasha|openpgp|minisign|sodium)\\b.*");

  private static final Pattern START =
      Pattern.compile(
          "child_process\\.(?:exec|execSync|execFile|execFileSync|spawn|spawnSync|fork)"
              + "|(?:execa|cross-spawn)(?:\\.\\w+)?|(?:globalThis\\.)?require|worker_threads\\.Worker");

  private static final Pattern MODE = Pattern.compile("fs\\.(?:promises\\.)?l?chmod(?:Sync)?");

  private static final int EXECUTABLE = 0b001_001_001;

  private final Values values;

  Programs(Values values) {
    this.values = values;
  }

  /**
   * Whether a call writes to a program.
   *
   * @param call of a function that writes a file, or of {@code pipe}, {@code write} or {@code end}
   *     of a stream that does
   */
  boolean isWritten(FileFlow file, Body body, int call) {
    int opens = opening(file, body, call);
    if (opens < 0) {
      return false;
    }
    int name = Values.argument(body, opens, 0);
    return isCalledSo(file, body, name)
        || isExecutable(file, body, opens)
        || isStarted(file, body, name);
  }

  /** The call that says which file it is; -1 if it is not known. */
  private int opening(FileFlow file, Body body, int call) {
    String method = Values.method(file, body, call);
    if (method == null) {
      return call;
    }
    return switch (method) {
      case "pipe", "pipeline" -> {
        int list = body.c(call);
        int last = -1;
        for (int i = 0; i < body.listSize(list); i++) {
          int stream = stream(file, body, body.listAt(list, i));
          last = stream < 0 ? last : stream;
        }
        yield last;
      }
      case "write", "end" -> stream(file, body, Values.receiver(body, call));
      default -> call;
    };
  }

  private int stream(FileFlow file, Body body, int value) {
    int v = Values.plain(body, value);
    boolean opens =
        v >= 0 && body.op(v) == Op.CALL && "fs.createWriteStream".equals(Values.api(file, body, v));
    return opens ? v : -1;
  }

  private boolean isCalledSo(FileFlow file, Body body, int name) {
    return NAME.matcher(ending(file, body, name, 0).toLowerCase(Locale.ROOT)).matches();
  }

  /** How the name of a file ends, as far as it is constant. */
  private String ending(FileFlow file, Body body, int name, int depth) {
    if (name < 0 || depth > 4) {
      return "";
    }
    String text = values.text(file, body, name);
    if (text != null) {
      return text;
    }
    Values.At at = values.origin(file, body, name);
    if (at.value() < 0 || at.op() != Op.CONCAT && at.op() != Op.CALL) {
      return "";
    }
    String api = Values.api(file, at.body(), at.value());
    if (at.op() == Op.CALL && (api == null || !api.startsWith("path."))) {
      return "";
    }
    int list = at.body().c(at.value());
    int size = at.body().listSize(list);
    return size == 0
        ? ""
        : "." + ending(file, at.body(), at.body().listAt(list, size - 1), depth + 1);
  }

  private boolean isExecutable(FileFlow file, Body body, int call) {
    int list = body.c(call);
    for (int i = 1; i < body.listSize(list); i++) {
      Values.At options = values.origin(file, body, body.listAt(list, i));
      if (options.value() >= 0 && options.op() == Op.OBJECT) {
        int mode = Sinks.stored(file, options, "mode");
        if (mode >= 0 && mayRun(values.constant(file, options.body(), mode))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mayRun(@Nullable Constant mode) {
    if (mode == null) {
      return false;
    }
    if (mode.type() == Constant.Type.NUMBER) {
      return ((int) mode.number() & EXECUTABLE) != 0;
    }
    String text = mode.string();
    return text != null && (text.equals("+x") || text.matches("0?[0-7]*[1357][0-7]{0,2}"));
  }

  /** Whether the same file is made executable, or started, in the function. */
  private boolean isStarted(FileFlow file, Body body, int name) {
    if (name < 0) {
      return false;
    }
    for (int v = 0; v < body.size(); v++) {
      if (body.op(v) != Op.CALL && body.op(v) != Op.NEW) {
        continue;
      }
      String api = Values.api(file, body, v);
      int first = api == null ? -1 : Values.argument(body, v, 0);
      if (first < 0 || !Values.same(body, first, name)) {
        continue;
      }
      boolean may =
          MODE.matcher(api).matches()
              && mayRun(values.constant(file, body, Values.argument(body, v, 1)));
      if (may || START.matcher(api).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the function works out a digest, or looks at a signature. */
  static boolean isVerified(FileFlow file, Body body) {
    for (int v = 0; v < body.size(); v++) {
      if (body.op(v) == Op.CALL || body.op(v) == Op.NEW) {
        String api = Values.api(file, body, v);
        if (api != null && DIGEST.matcher(api).matches()) {
          return true;
        }
      }
    }
    return false;
  }
}
