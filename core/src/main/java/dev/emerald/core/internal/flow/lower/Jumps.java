package dev.emerald.core.internal.flow.lower;

import dev.emerald.spi.ast.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where {@code break}, {@code continue} and {@code return} go, and what they pass on the way. */
final class Jumps {

  private final Environment env;
  private final List<Frame> frames = new ArrayList<>();

  /** The labels of the statement that comes next. */
  private List<String> labels = new ArrayList<>();

  Jumps(BodyLowering body) {
    this.env = body.env;
  }

  /** What can be jumped to, or must be passed. */
  static final class Frame {
    final int mark;
    final boolean loop;
    final boolean unlabelled;
    final boolean cleanup;
    final List<String> labels;
    final List<State> breaks = new ArrayList<>();
    final List<State> continues = new ArrayList<>();
    final List<Pending> pending = new ArrayList<>();

    Frame(int mark, boolean loop, boolean unlabelled, boolean cleanup, List<String> labels) {
      this.mark = mark;
      this.loop = loop;
      this.unlabelled = unlabelled;
      this.cleanup = cleanup;
      this.labels = labels;
    }
  }

  /**
   * A jump that passes a {@code finally}.
   *
   * @param target null for a return
   */
  record Pending(@Nullable Frame target, boolean again, State state) {}

  void label(String label) {
    labels.add(label);
  }

  private List<String> takeLabels() {
    List<String> taken = labels;
    labels = new ArrayList<>();
    return taken;
  }

  /** The labels of a statement that is none of these are forgotten. */
  Frame openLoop() {
    return open(new Frame(env.mark(), true, true, false, takeLabels()));
  }

  Frame openSwitch() {
    return open(new Frame(env.mark(), false, true, false, takeLabels()));
  }

  Frame openBlock() {
    return open(new Frame(env.mark(), false, false, false, takeLabels()));
  }

  Frame openCleanup() {
    return open(new Frame(env.mark(), false, false, true, new ArrayList<>()));
  }

  boolean labelled() {
    return !labels.isEmpty();
  }

  private Frame open(Frame frame) {
    frames.add(frame);
    return frame;
  }

  void close() {
    frames.remove(frames.size() - 1);
  }

  /** {@code break} or {@code continue}. */
  void jump(@Nullable String label, boolean again) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      Frame frame = frames.get(i);
      boolean meant =
          label == null
              ? frame.loop || frame.unlabelled && !again
              : frame.labels.contains(label) && (!again || frame.loop);
      if (meant) {
        jump(frame, again);
        return;
      }
    }
    env.die();
  }

  /** Whether a {@code break} without a label would end a frame. */
  boolean ends(Frame frame) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (frames.get(i).unlabelled) {
        return frames.get(i) == frame;
      }
    }
    return false;
  }

  /** A {@code return}; also the end of the path. */
  void leave() {
    Frame cleanup = innermostCleanup(null);
    if (cleanup != null) {
      cleanup.pending.add(new Pending(null, false, env.snapshot(cleanup.mark)));
    }
    env.die();
  }

  /** Goes on with a jump, past the next {@code finally} or to its end. */
  void jump(@Nullable Frame target, boolean again) {
    if (target == null) {
      leave();
      return;
    }
    Frame cleanup = innermostCleanup(target);
    if (cleanup != null) {
      cleanup.pending.add(new Pending(target, again, env.snapshot(cleanup.mark)));
    } else {
      (again ? target.continues : target.breaks).add(env.snapshot(target.mark));
    }
    env.die();
  }

  private @Nullable Frame innermostCleanup(@Nullable Frame target) {
    for (int i = frames.size() - 1; i >= 0 && frames.get(i) != target; i--) {
      if (frames.get(i).cleanup) {
        return frames.get(i);
      }
    }
    return null;
  }

  /** Runs what stands after a labelled block: where the block ends, or is left by its label. */
  void endBlock(Frame frame, Node node) {
    close();
    frame.breaks.add(env.take(frame.mark));
    env.join(frame.breaks, node);
  }
}
