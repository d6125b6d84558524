// Differences that are no fault of our tree, with the reason.

/** The reason for a difference, or null if there is none. */
export function explain(difference, file) {
  for (const { reason, fits } of EXPLANATIONS) {
    if (fits(difference, file)) {
      return reason;
    }
  }
  return null;
}

const EXPLANATIONS = [];
