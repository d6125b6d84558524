package dev.emerald.core.internal.parse;

import dev.emerald.spi.ast.Comment;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * The comments of a file, eight bytes each. Grows while the file is read and is handed out at the
 * end.
 */
final class CommentList extends AbstractList<Comment> implements RandomAccess {

  static final int LINE = 0;
  static final int BLOCK = 1;
  static final int HASHBANG = 2;
  static final int HTML_OPEN = 3;
  static final int HTML_CLOSE = 4;

  private static final int OFFSET = (1 << 26) - 1;
  private static final Comment.Type[] TYPES = {
    Comment.Type.LINE,
    Comment.Type.BLOCK,
    Comment.Type.HASHBANG,
    Comment.Type.HTML_OPEN,
    Comment.Type.HTML_CLOSE
  };

  /** For each comment its start, with the type in the upper bits, and its end. */
  private int[] ranges = new int[16];

  private int count;

  void add(int type, int start, int end) {
    if (count * 2 == ranges.length) {
      ranges = Arrays.copyOf(ranges, count * 4);
    }
    ranges[count * 2] = start | type << 26;
    ranges[count * 2 + 1] = end;
    count++;
  }

  /** Forgets the comments from an offset on: they will be read again. */
  void cut(int offset) {
    while (count > 0 && (ranges[count * 2 - 2] & OFFSET) >= offset) {
      count--;
    }
  }

  /** Whether the last comment is a block comment that the text ends in. */
  boolean endsUnterminated(char[] text, int length) {
    if (count == 0 || ranges[count * 2 - 2] >>> 26 != BLOCK || ranges[count * 2 - 1] != length) {
      return false;
    }
    int inside = (ranges[count * 2 - 2] & OFFSET) + 2;
    return length - inside < 2 || text[length - 2] != '*' || text[length - 1] != '/';
  }

  /** Gives up spare room, once all comments are there. */
  CommentList trim() {
    ranges = Arrays.copyOf(ranges, count * 2);
    return this;
  }

  @Override
  public Comment get(int index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException(index);
    }
    int packed = ranges[index * 2];
    return new Comment(TYPES[packed >>> 26], packed & OFFSET, ranges[index * 2 + 1]);
  }

  @Override
  public int size() {
    return count;
  }
}
