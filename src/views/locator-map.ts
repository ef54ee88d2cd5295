// Where a place lies: its own position or shape, the countries it is made of, or the nearest place around it.
import type { Archive, PlaceRecord } from '../archive/build.ts';
import { placesAround } from '../archive/place-path.ts';
import { atlasNameOf, ownNamesOf, type OwnNames } from './atlas-names.ts';
import type { Position } from './map-spots.ts';

/** What a map shows of a place. A country is told by its name in the atlas. */
export type LocatorFocus =
  | { kind: 'country'; country: string }
  /** The countries directly within a region, with the archive's own names, and the positions of all within it. */
  | { kind: 'region'; countries: { country: string; name: string }[]; positions: Position[] }
  /** The country is the one in which the archive says that it lies; absent where the archive says nothing of that. */
  | { kind: 'point'; position: Position; country?: string };

export interface LocatorMapView {
  /** Whether the map shows the place itself, and not one in which it lies. */
  isItself: boolean;
  /** What is shown. */
  name: string;
  location?: Position;
  focus: LocatorFocus;
  /** Names of the places in which that lies, nearest first. */
  around: string[];
  ownNames: OwnNames;
}

/** Undefined where neither the place nor any around it can be shown. */
export function viewLocatorMap(place: PlaceRecord, archive: Archive): LocatorMapView | undefined {
  for (const shown of [place, ...placesAround(place.id, archive)]) {
    const around = placesAround(shown.id, archive);
    const focus = focusOnCountry(shown) ?? focusOnRegion(shown, archive) ?? focusOnPoint(shown, around);
    if (focus === undefined) continue;
    const { name, location } = shown;
    return {
      isItself: shown === place,
      name,
      ...(location && { location }),
      focus,
      around: around.map(({ name }) => name),
      ownNames: ownNamesOf(archive),
    };
  }
  return undefined;
}

function focusOnCountry(shown: PlaceRecord): LocatorFocus | undefined {
  const country = atlasNameOf(shown);
  return country === undefined ? undefined : { kind: 'country', country };
}

/** A region is shown by the countries directly within it. */
function focusOnRegion({ id, kind }: PlaceRecord, { placesByParent }: Archive): LocatorFocus | undefined {
  if (kind !== 'region') return undefined;
  const within = placesByParent.get(id) ?? [];
  const countries = within.flatMap((place) => {
    const country = atlasNameOf(place);
    return country === undefined ? [] : [{ country, name: place.name }];
  });
  const positions = within.flatMap(({ location }) => location ?? []);
  return countries.length === 0 ? undefined : { kind: 'region', countries, positions };
}

/** The archive's word on where a place lies goes before the atlas's. */
function focusOnPoint(
  { location: position }: PlaceRecord,
  around: readonly PlaceRecord[],
): LocatorFocus | undefined {
  if (position === undefined) return undefined;
  const country = around.map(atlasNameOf).find((name) => name !== undefined);
  return { kind: 'point', position, ...(country !== undefined && { country }) };
}
