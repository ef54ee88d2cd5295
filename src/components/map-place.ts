// What the map of a place shows: its own position or shape, the countries it is made of, or the nearest place around it.
import type { Archive, PlaceRecord } from '../archive/build.ts';
import { placesAround } from '../archive/place-path.ts';
import { countryAt, countryNamed, mainParts, type Country, type Point } from './map-atlas.ts';
import { focusOnCountry, focusOnPoint, type Focus } from './map-frame.ts';
import { buildBaseMap, buildLocator, type BaseMap, type Locator } from './map-locator.ts';

export interface PlaceMap {
  /** The place whose position or shape is shown: the place itself, or the nearest around it that has one. */
  shown: PlaceRecord;
  /** Its shape; absent for what is shown as a point or by what lies in it. */
  country: Country | undefined;
  /** Where its mark stands. */
  point: Point | undefined;
  focus: Focus;
  /** The same for maps of the same land. */
  key: string;
}

/** Undefined where neither the place nor any around it can be shown. */
export function findPlaceMap(record: PlaceRecord, archive: Archive): PlaceMap | undefined {
  for (const place of [record, ...placesAround(record.id, archive)]) {
    const map = showCountry(place) ?? showRegion(place, archive) ?? showPoint(place, archive);
    if (map !== undefined) return map;
  }
  return undefined;
}

/** The country a place is, in the atlas. */
export const shapeOf = ({ kind, name, aliases }: PlaceRecord): Country | undefined =>
  kind === 'country' ? countryNamed([name, ...aliases]) : undefined;

export const pointOf = ({ location }: PlaceRecord): Point | undefined =>
  location && [location.lon, location.lat];

/** Where a place stands on a map of all: at its position, or for a country without one in the middle of its shape. */
export function placeOnMap(place: PlaceRecord): Point | undefined {
  return pointOf(place) ?? shapeOf(place)?.parts[0]?.center;
}

function showCountry(shown: PlaceRecord): PlaceMap | undefined {
  const country = shapeOf(shown);
  if (country === undefined) return undefined;
  return { shown, country, point: undefined, focus: focusOnCountry(country), key: `country ${country.name}` };
}

/** A region is shown by the countries directly within it. */
function showRegion(shown: PlaceRecord, archive: Archive): PlaceMap | undefined {
  if (shown.kind !== 'region') return undefined;
  const within = archive.placesByParent.get(shown.id) ?? [];
  const parts = within.flatMap((place) => shapeOf(place) ?? []).flatMap(mainParts);
  if (parts.length === 0) return undefined;
  const points = within.map(pointOf).filter((point) => point !== undefined);
  return {
    shown,
    country: undefined,
    point: undefined,
    focus: { parts, points, least: 2 },
    key: `region ${shown.id}`,
  };
}

function showPoint(shown: PlaceRecord, archive: Archive): PlaceMap | undefined {
  const point = pointOf(shown);
  if (point === undefined) return undefined;
  // The archive's word on where a place lies goes before the atlas's.
  const own = placesAround(shown.id, archive).flatMap((place) => shapeOf(place) ?? [])[0];
  const around = own ?? countryAt(point);
  const focus = focusOnPoint(point, around);
  const land = focus.parts.length > 0 ? around?.name : '';
  return { shown, country: undefined, point, focus, key: `point ${land} ${focus.points.join(' ')}` };
}

/** What the archive calls the countries of the atlas. */
const names = new WeakMap<Archive, Map<Country, string>>();

export function nameOfCountry(country: Country, archive: Archive): string {
  let own = names.get(archive);
  if (own === undefined) {
    own = new Map(
      archive.places.flatMap((place): [Country, string][] => {
        const shape = shapeOf(place);
        return shape === undefined ? [] : [[shape, place.name]];
      }),
    );
    names.set(archive, own);
  }
  return own.get(country) ?? country.name;
}

const size = { width: 544, height: 440 };
const baseMaps = new Map<string, { archive: Archive; base: BaseMap }>();

/** Draws the map of a place; land that several places share is drawn once. */
export function drawPlaceMap({ shown, point, focus, key }: PlaceMap, archive: Archive): Locator {
  let drawn = baseMaps.get(key);
  if (drawn?.archive !== archive) baseMaps.set(key, (drawn = { archive, base: buildBaseMap(focus, size) }));
  return buildLocator(drawn.base, point, shown.name, (country) => nameOfCountry(country, archive));
}
