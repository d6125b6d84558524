package dev.emerald.spi.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoticeTest {

  @Test
  void noticesComeByPathLineAndKind() {
    Notice run = Notice.of(NoticeKind.CANCELLED, "stopped");
    Notice file = Notice.of(NoticeKind.FILE_SKIPPED, "too large", "b.js");
    Notice early = Notice.of(NoticeKind.SYNTAX_ERROR, "unexpected }", "b.js", 2);
    Notice late = Notice.of(NoticeKind.SYNTAX_ERROR, "unexpected }", "b.js", 10);

    assertThat(Stream.of(late, early, file, run).sorted().toList())
        .isEqualTo(List.of(run, file, early, late));
  }

  @Test
  void whatWasNotLookedAtIsAGap() {
    assertThat(Notice.of(NoticeKind.LIMIT_REACHED, "too deep", "a.js", 1).gap()).isTrue();
    assertThat(Notice.of(NoticeKind.UNUSED_SUPPRESSION, "nothing there", "a.js", 1).gap())
        .isFalse();
  }

  @Test
  void placesReadLikeThoseOfACompiler() {
    assertThat(Notice.of(NoticeKind.SYNTAX_ERROR, "unexpected }", "a.js", 3))
        .hasToString("a.js:3 SYNTAX_ERROR unexpected }");
  }
}
