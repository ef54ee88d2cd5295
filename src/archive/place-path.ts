// The way up from a place: the page of a place leads along it, and a search for Iraq finds what is said of Baghdad.
import { recordKey, type Archive, type PlaceRecord } from './build.ts';

/** The places a place lies in, nearest first. */
export function placesAround(id: string, archive: Archive): PlaceRecord[] {
  const around: PlaceRecord[] = [];
  let at = parentOf(id, archive);
  while (at !== undefined && !around.includes(at)) {
    around.push(at);
    at = parentOf(at.id, archive);
  }
  return around;
}

function parentOf(id: string, { recordByKey }: Archive): PlaceRecord | undefined {
  const place = recordByKey.get(recordKey('places', id));
  if (place?.collection !== 'places' || place.within === undefined) return undefined;
  const parent = recordByKey.get(recordKey('places', place.within));
  return parent?.collection === 'places' ? parent : undefined;
}
