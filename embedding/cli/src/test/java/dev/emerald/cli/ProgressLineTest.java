package dev.emerald.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.analysis.ProgressListener.Phase;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {

  @Test
  void theBarFillsUp() {
    assertThat(ProgressLine.line(Phase.READING, 0, 8))
        .isEqualTo("[" + ".".repeat(24) + "] reading 0/8");
    assertThat(ProgressLine.line(Phase.CHECKING, 4, 8))
        .isEqualTo("[" + "#".repeat(12) + ".".repeat(12) + "] checking 4/8");
    assertThat(ProgressLine.line(Phase.CHECKING, 2_000_000_000, 2_000_000_000))
        .startsWith("[" + "#".repeat(24) + "]");
  }

  @Test
  void whereTheTotalIsNotKnownThereIsNoBar() {
    assertThat(ProgressLine.line(Phase.LISTING, 0, 0)).isEqualTo("looking for files");
    assertThat(ProgressLine.line(Phase.LISTING, 12, 0)).isEqualTo("looking for files 12");
  }

  @Test
  void whatIsDoneAtOnceShowsNothing() {
    StringWriter err = new StringWriter();
    try (ProgressLine progress = new ProgressLine(new PrintWriter(err))) {
      progress.progressed(Phase.READING, 1, 1);
    }
    assertThat(err.toString()).isEmpty();
  }
}
