// Keeps an index current while the content changes: one build at a time, and the last good index while there are errors.

/** What serves an index: `T` is the index, so that a test needs none. */
export interface FreshIndex<T> {
  /** The index of the content as it is now, or the last good one. @throws what the build threw, if there is none */
  open: () => Promise<T>;
  /** The index before that one: a page that was open before the change still asks for its files. */
  previous: () => T | undefined;
  /** Says that the content has changed. */
  markChanged: () => void;
}

/** @param complain called with what a build threw while an older index goes on; once for the same message */
export function keepFresh<T>(build: () => Promise<T>, complain: (error: unknown) => void): FreshIndex<T> {
  let good: { index: T } | undefined;
  let previous: T | undefined;
  let dirty = true;
  let running: Promise<void> | undefined;
  let complaint: string | undefined;

  const rebuild = async (): Promise<void> => {
    try {
      let index: T;
      do {
        dirty = false;
        index = await build();
        // A change during the build may have come too late for it.
      } while (isDirty());
      previous = good?.index;
      good = { index };
      complaint = undefined;
    } catch (error) {
      dirty = true;
      if (good === undefined) throw error;
      // One search asks for many files, and each of them tries again.
      if (complaint !== String(error)) complain(error);
      complaint = String(error);
    }
  };
  const isDirty = (): boolean => dirty;

  const open = async (): Promise<T> => {
    if (dirty && running === undefined) {
      running = rebuild().finally(() => {
        running = undefined;
      });
    }
    await running;
    // A build that ends without an index has thrown.
    return (good as { index: T }).index;
  };

  return { open, previous: () => previous, markChanged: () => void (dirty = true) };
}
