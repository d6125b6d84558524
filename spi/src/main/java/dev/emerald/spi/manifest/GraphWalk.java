package dev.emerald.spi.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells for what packages are needed, and which way leads to each. */
final class GraphWalk {

  private static final int DEV = 1;
  private static final int OPTIONAL = 2;
  private static final int PEER = 4;

  private GraphWalk() {}

  static Map<LockedPackage, LockedDependency> mark(List<LockedPackage> all) {
    Map<LockedPackage, LockedDependency> withoutDev = walk(all, Map.of(), DEV);
    Map<LockedPackage, LockedDependency> every = walk(all, withoutDev, 0);
    Map<LockedPackage, LockedDependency> required = walk(all, Map.of(), DEV | OPTIONAL);
    Map<LockedPackage, LockedDependency> withoutOptional = walk(all, Map.of(), OPTIONAL);
    Map<LockedPackage, LockedDependency> withoutPeer = walk(all, Map.of(), PEER);
    for (LockedPackage each : all) {
      if (every.containsKey(each)) {
        boolean dev = !withoutDev.containsKey(each);
        each.neededFor(
            dev,
            !(dev ? withoutOptional : required).containsKey(each),
            !withoutPeer.containsKey(each));
      }
    }
    return every;
  }

  /**
   * Goes from the project's own packages along what they ask for, near ones first.
   *
   * @param known how packages that were reached before are reached
   * @param without which kinds of dependencies not to follow
   */
  private static Map<LockedPackage, LockedDependency> walk(
      List<LockedPackage> all, Map<LockedPackage, LockedDependency> known, int without) {
    Map<LockedPackage, LockedDependency> reached = new HashMap<>(known);
    List<LockedPackage> open = new ArrayList<>();
    for (LockedPackage each : all) {
      if (each.origin() == PackageOrigin.PROJECT) {
        open.add(each);
      }
    }
    open.addAll(inOrder(all, known));
    for (int i = 0; i < open.size(); i++) {
      for (LockedDependency asked : open.get(i).dependencies()) {
        LockedPackage target = asked.target().orElse(null);
        if (target != null
            && target.origin() != PackageOrigin.PROJECT
            && (bits(asked) & without) == 0
            && reached.putIfAbsent(target, asked) == null) {
          open.add(target);
        }
      }
    }
    return reached;
  }

  private static List<LockedPackage> inOrder(
      List<LockedPackage> all, Map<LockedPackage, LockedDependency> known) {
    return known.isEmpty() ? List.of() : all.stream().filter(known::containsKey).toList();
  }

  private static int bits(LockedDependency asked) {
    return bit(asked.kind()) | (asked.isOptional() ? OPTIONAL : 0);
  }

  private static int bit(DependencyKind kind) {
    return switch (kind) {
      case DEVELOPMENT -> DEV;
      case OPTIONAL -> OPTIONAL;
      case PEER -> PEER;
      case PRODUCTION -> 0;
    };
  }
}
