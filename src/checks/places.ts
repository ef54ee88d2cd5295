// Finds places that cannot be where their record says: latitude and longitude swapped, a country inside a city.
import type { Archive, PlaceRecord } from '../archive/build.ts';
import type { EntryProblem } from '../reading/locate.ts';
import type { placeKinds } from '../schema/place.ts';

type Location = NonNullable<PlaceRecord['location']>;

/** From the largest down; a river and a region may lie in anything and hold anything. */
const sizes: Readonly<Record<(typeof placeKinds)[number], number | undefined>> = {
  region: undefined,
  country: 4,
  province: 3,
  city: 2,
  district: 1,
  site: 0,
  river: undefined,
};

/** Kilometres from the middle of what a place lies in: nearer than this, the two may well be in order. */
const far = 500;
/** How many times nearer a place must be once latitude and longitude are exchanged. */
const muchNearer = 4;

export function checkPlaces({ places, recordByKey }: Archive): EntryProblem[] {
  const byId = (id: string | undefined): PlaceRecord | undefined => {
    const record = recordByKey.get(`places/${id}`);
    return record?.collection === 'places' ? record : undefined;
  };
  return places.flatMap((place): EntryProblem[] => {
    const parent = byId(place.within);
    const problem = (path: string[], message: string, fix: string): EntryProblem => {
      const { id } = place;
      return { check: 'place-record', severity: 'warning', collection: 'places', id, path, message, fix };
    };
    const problems: EntryProblem[] = [];
    const [own, around] = [sizes[place.kind], parent && sizes[parent.kind]];
    if (parent !== undefined && own !== undefined && around !== undefined && own > around) {
      const message = `a ${place.kind} cannot lie in a ${parent.kind}, as ${parent.id} is`;
      problems.push(problem(['within'], message, 'Correct "within" or "kind"'));
    }
    const { location } = place;
    if (location === undefined) return problems;
    if (location.lat === 0 && location.lon === 0)
      problems.push(
        problem(['location'], 'this is a point in the Gulf of Guinea', 'Correct it, or leave it out'),
      );
    const whole = locationAround(parent, byId);
    if (whole !== undefined && areSwapped(location, whole)) {
      const message = `latitude and longitude seem to be swapped: this is ${Math.round(distance(location, whole))} km from what it lies in`;
      problems.push(problem(['location'], message, `Write lat: ${location.lon} and lon: ${location.lat}`));
    }
    return problems;
  });
}

/** The location of the nearest place around that has one; what is wrong itself proves nothing of what lies in it. */
function locationAround(
  place: PlaceRecord | undefined,
  byId: (id: string | undefined) => PlaceRecord | undefined,
  seen: ReadonlySet<PlaceRecord> = new Set(),
): Location | undefined {
  // Places may lie in each other by mistake.
  if (place === undefined || seen.has(place)) return undefined;
  const around = locationAround(byId(place.within), byId, new Set([...seen, place]));
  if (place.location === undefined) return around;
  return around !== undefined && areSwapped(place.location, around) ? around : place.location;
}

function areSwapped({ lat, lon }: Location, around: Location): boolean {
  if (Math.abs(lon) > 90) return false;
  const here = distance({ lat, lon }, around);
  return here > far && distance({ lat: lon, lon: lat }, around) < here / muchNearer;
}

/** Kilometres between two points, along the surface of the globe. */
function distance(a: Location, b: Location): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const across = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const along = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  const arc = across + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * along;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(arc)));
}
