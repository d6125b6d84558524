package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.dispatch.Stop.Stopped;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done about a file that breaks the engine: it is left out and told of, the others go on.
 * Running out of memory over one file counts as that file's doing: what was made for it is garbage
 * by then. Should memory be short for other reasons, more files fail, and each is told of.
 */
final class FileGuard {

  private static final Logger LOG = LoggerFactory.getLogger(FileGuard.class);

  private FileGuard() {}

  /**
   * What to say of a file whose work ended with this.
   *
   * @param doing such as {@code reading it}
   * @throws Stopped if the whole analysis is to end
   */
  static Notice notice(String path, String doing, Throwable thrown) {
    if (thrown instanceof Stopped stopped) {
      throw stopped;
    }
    if (thrown instanceof OutOfMemoryError) {
      return Notice.of(
          NoticeKind.LIMIT_REACHED, doing + " took more memory than there is; give more", path);
    }
    if (thrown instanceof StackOverflowError) {
      return Notice.of(NoticeKind.LIMIT_REACHED, doing + " took more stack than there is", path);
    }
    if (thrown instanceof VirtualMachineError error) {
      throw error;
    }
    LOG.warn("a defect of this library: {} of {} failed", doing, path, thrown);
    StackTraceElement[] frames = thrown.getStackTrace();
    String where = frames.length == 0 ? "" : " at " + frames[0];
    return Notice.of(
        NoticeKind.NOT_ANALYSED,
        doing
            + " failed by a defect of this library, please report it: "
            + thrown.getClass().getSimpleName()
            + where,
        path);
  }
}
