// All places under the country they lie in, or the largest place around them: the list beside the map.
import type { Archive, PlaceRecord } from '../archive/build.ts';
import { placesAround } from '../archive/place-path.ts';

export interface PlaceGroup {
  /** The country or largest place; absent for places that lie in none and hold none. */
  head: PlaceRecord | undefined;
  /** The id to jump to. */
  anchor: string;
  /** Without the head, in the order of an A-Z list. */
  places: PlaceRecord[];
}

/** In the order of their heads; the places without one come last. */
export function buildPlaceGroups(archive: Archive): PlaceGroup[] {
  const { places, placesByParent } = archive;
  const groups = Map.groupBy(places, (place) => {
    const path = [place, ...placesAround(place.id, archive)];
    const head = path.find(({ kind }) => kind === 'country') ?? path.at(-1);
    return head === place && head.kind !== 'country' && !placesByParent.has(head.id) ? undefined : head;
  });
  const heads = places.filter((place) => groups.has(place));
  return [...heads, undefined].flatMap((head) => {
    const group = groups.get(head);
    if (group === undefined) return [];
    const anchor = head === undefined ? 'elsewhere' : `in-${head.id}`;
    return [{ head, anchor, places: group.filter((place) => place !== head) }];
  });
}
