package dev.emerald.spi.ast;

import dev.emerald.spi.source.SourceText;
import java.util.List;
import java.util.function.Consumer;

/** The root: a whole file. */
public final class Program extends NodeBase implements Node {

  private final List<Statement> body;
  private final SourceType sourceType;
  private final List<Comment> comments;
  private final SourceText source;

  Program(
      int start,
      int end,
      List<Statement> body,
      SourceType sourceType,
      List<Comment> comments,
      SourceText source) {
    super(start, end, 0);
    this.body = body;
    this.sourceType = sourceType;
    this.comments = comments;
    this.source = source;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.PROGRAM;
  }

  /** The statements, in order. */
  public List<Statement> body() {
    return body;
  }

  /** How the file was read. */
  public SourceType sourceType() {
    return sourceType;
  }

  /** Every comment of the file, in order, a hashbang line among them. */
  public List<Comment> comments() {
    return comments;
  }

  /** The text that offsets count in. */
  public SourceText source() {
    return source;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(body, action);
  }
}
