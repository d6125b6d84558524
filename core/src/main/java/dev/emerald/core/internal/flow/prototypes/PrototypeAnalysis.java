package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Types;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Finds writes that may change {@code Object.prototype}. What outsiders control is followed as keys
 * through the whole program; what is read under such a key may be the object that all others
 * inherit from, and what is written into that under another is seen by all of them.
 */
public final class PrototypeAnalysis {

  private PrototypeAnalysis() {}

  /**
   * What is found.
   *
   * @param pollutions in the order of the program
   * @param complete whether everything was followed to its end
   */
  public record Answer(List<Pollution> pollutions, boolean complete) {}

  /**
   * Looks at a program.
   *
   * @param entries values that callers of the package give
   * @param remote values that come with requests and messages
   */
  public static Answer run(Types types, IntList entries, IntList remote, BooleanSupplier stopped) {
    KeyFlow flow = new KeyFlow(types, stopped);
    int outside = Reach.OUTSIDE | Reach.INNER | Reach.LOOSE;
    for (int i = 0; i < entries.size(); i++) {
      flow.add(entries.get(i), outside, -1);
    }
    for (int i = 0; i < remote.size(); i++) {
      flow.add(remote.get(i), outside | Reach.PART | Reach.REMOTE, -1);
    }
    NameTests tests = new NameTests(types, new Definitions(types.program()));
    flow.run(new KeyTransfer(flow, tests));
    PollutingWrites writes = new PollutingWrites(flow, tests);
    List<Pollution> found = writes.find();
    return new Answer(found, flow.complete() && writes.complete());
  }
}
