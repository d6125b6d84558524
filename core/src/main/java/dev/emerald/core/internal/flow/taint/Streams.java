package dev.emerald.core.internal.flow.taint;

import java.util.List;
import java.util.Set;

/** Streams that are made with the function that gets what is written to them. */
final class Streams {

  /** The properties of options that are such functions. */
  static final List<String> METHODS = List.of("transform", "write", "_transform", "_write");

  private static final Set<String> MADE =
      Set.of(
          "through2",
          "through2.obj",
          "through",
          "split2",
          "map-stream",
          "concat-stream",
          "event-stream.map",
          "event-stream.through",
          "stream.Transform",
          "stream.Writable",
          "stream.Duplex",
          "readable-stream.Transform",
          "readable-stream.Writable");

  private Streams() {}

  private static final Set<String> ROWS =
      Set.of(
          "stream.pipeline",
          "stream.promises.pipeline",
          "pump",
          "pumpify",
          "readable-stream.pipeline");

  /** Whether a function pipes each of its arguments into the next. */
  static boolean joinsStreams(String api) {
    return ROWS.contains(api);
  }

  /** Whether an API makes such a stream. */
  static boolean takesFunction(String api) {
    return MADE.contains(api);
  }
}
