// What comes before and after each of a series in time: computed once a series, not once a page.

export interface Neighbours<T> {
  earlier: T | undefined;
  later: T | undefined;
}

/** The neighbours of every item; `items` are newest first. */
export function buildNeighbours<T>(items: Iterable<T>): Map<T, Neighbours<T>> {
  const list = [...items];
  return new Map(list.map((item, index) => [item, { earlier: list[index + 1], later: list[index - 1] }]));
}
