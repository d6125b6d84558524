package dev.emerald.core.api;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types of every shape, for {@link ApiTextTest}. */
public final class ApiSamples {
  private ApiSamples() {}

  public record Point(int y, @Nullable String x) implements Comparable<Point> {
    public Point(int y) {
      this(y, null);
    }

    public static Point origin() {
      return new Point(0);
    }

    @Override
    public int compareTo(Point other) {
      return Integer.compare(y, other.y);
    }

    void hidden() {}
  }

  public enum Level {
    LOW {
      @Override
      public boolean loud() {
        return false;
      }
    },
    @Deprecated
    HIGH {
      @Override
      public boolean loud() {
        return true;
      }
    };

    public abstract boolean loud();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  public @interface Marker {
    String value();

    Level level() default Level.LOW;

    String[] names() default {"a\"b", "c"};
  }

  public sealed interface Shape permits Round, Free {
    double area();

    default String name() {
      return "shape";
    }
  }

  public non-sealed interface Free extends Shape {}

  abstract static class Hidden {
    public void inherited(int times) {}

    void invisible() {}
  }

  public static final class Round extends Hidden implements Shape {
    public static final String KIND = "round";
    static final int SECRET = 1;

    @Override
    public double area() {
      return 1;
    }

    @Override
    public String toString() {
      return KIND;
    }
  }

  public abstract static class Signatures<K extends Comparable<K> & java.io.Closeable, V> {
    protected @Nullable String text;

    protected Signatures() {}

    public final Map<K, @Nullable V> map(Map<? super K, V[]> input) {
      throw new UnsupportedOperationException(input.toString());
    }

    public <T extends @Nullable Object> T generic(List<? extends T> list, Class<?> type) {
      return list.get(type.getModifiers());
    }

    protected abstract void thrower() throws IOException;

    public static @Nullable String join(String @Nullable [] parts, int[][] grid, Object... rest) {
      return parts == null ? null : parts[grid.length + rest.length];
    }
  }
}
