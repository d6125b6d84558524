package dev.emerald.core.internal.flow.taint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EntriesTest {

  private static final String MANIFEST = "{\"name\": \"lib\", \"main\": \"index.ts\"}";

  @Test
  void whatTypesSayIsForTheClassAloneIsCalledByNobodyElse() {
    FlowProject project =
        FlowProject.of("package.json", MANIFEST)
            .with(
                "index.ts",
                """
                import * as cp from 'child_process';
                export class Files {
                  list(folder: string) { this.run('ls', folder); }
                  protected show(file: string) { cp.exec('cat ' + file); }
                  private remove(file: string) { cp.exec('rm ' + file); }
                  private static clear(file: string) { cp.exec('rm ' + file); }
                  private run(tool: string, file: string) { cp.exec(tool + ' ' + file); }
                  private later(file: string) { cp.exec('touch ' + file); }
                  again() { setTimeout(this.later, 10); }
                }
                export const files = new Files();
                """);

    assertThat(project.findings()).containsExactly("shell index.ts:4", "shell index.ts:7");
  }
}
