// The form in which everything that the search page reads is built.

/** Files by their path in their folder. */
export type SearchFiles = Map<string, Uint8Array>;
