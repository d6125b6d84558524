package dev.emerald.core.internal.flow.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A table of numbers answers as one of the standard library does. */
final class LongIntMapTest {

  @Test
  void answersAsAMapDoes() {
    Random random = new Random(42);
    LongIntMap table = new LongIntMap();
    Map<Long, Integer> map = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      long key = LongIntMap.key(random.nextInt(200) - 3, random.nextInt(100) - 2);
      int value = random.nextInt(Integer.MAX_VALUE);
      if (i % 3 == 0) {
        assertThat(table.putNew(key, value)).isEqualTo(map.putIfAbsent(key, value) == null);
      } else if (i % 3 == 1) {
        table.put(key, value);
        map.put(key, value);
      }
      assertThat(table.get(key)).isEqualTo(map.getOrDefault(key, -1));
    }
    assertThat(table.size()).isEqualTo(map.size());
  }

  @Test
  void holdsTheSmallestAndTheLargest() {
    LongIntMap table = new LongIntMap();
    table.put(0, 0);
    table.put(-1, Integer.MAX_VALUE);

    assertThat(table.get(0)).isZero();
    assertThat(table.get(-1)).isEqualTo(Integer.MAX_VALUE);
    assertThat(table.get(1)).isEqualTo(-1);
  }
}
