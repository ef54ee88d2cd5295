// Where places stand on a map of many, and how much the archive says of each.
import type { Archive, PlaceRecord } from '../archive/build.ts';
import { countArticles } from '../archive/record-articles.ts';
import { atlasNameOf } from './atlas-names.ts';

/** Decimal degrees. */
export interface Position {
  lat: number;
  lon: number;
}

export interface SpotView {
  name: string;
  /** Its position; for a country that has none its name in the atlas, whose shape has a middle. */
  at: Position | { country: string };
  /** How many articles it has. */
  weight: number;
}

/** Undefined for a place that no map can show. */
export function viewSpot(place: PlaceRecord, archive: Archive): SpotView | undefined {
  const at = place.location ?? viewCountry(place);
  return at && { name: place.name, at, weight: countArticles(archive, place) };
}

function viewCountry(place: PlaceRecord): { country: string } | undefined {
  const country = atlasNameOf(place);
  return country === undefined ? undefined : { country };
}
