// What the map of a place shows of the atlas, and where a place stands on a map of many.
import type { OwnNames } from '../views/atlas-names.ts';
import type { LocatorMapView } from '../views/locator-map.ts';
import type { Position, SpotView } from '../views/map-spots.ts';
import { countryAt, countryNamed, mainParts, type Country, type Point } from './map-atlas.ts';
import { focusOnCountry, focusOnPoint, type Focus } from './map-frame.ts';
import { buildBaseMap, buildLocator, type BaseMap, type Locator } from './map-locator.ts';
import type { Spot } from './map-world.ts';

export interface PlaceMap {
  /** The country that is shown; absent for what is shown as a point or by what lies in it. */
  country: Country | undefined;
  /** Where its mark stands. */
  point: Point | undefined;
  focus: Focus;
  /** The same for maps of the same land. */
  key: string;
}

const pointOf = ({ lat, lon }: Position): Point => [lon, lat];

/** Undefined where the atlas has nothing of what is to be shown. */
export function findPlaceMap({ focus }: LocatorMapView): PlaceMap | undefined {
  switch (focus.kind) {
    case 'country':
      return showCountry(focus.country);
    case 'region': {
      const names = focus.countries.map(({ country }) => country);
      return showRegion(names, focus.positions.map(pointOf));
    }
    case 'point':
      return showPoint(pointOf(focus.position), focus.country);
  }
}

function showCountry(name: string): PlaceMap | undefined {
  const country = countryNamed(name);
  return country && { country, point: undefined, focus: focusOnCountry(country), key: `country ${name}` };
}

function showRegion(names: readonly string[], points: readonly Point[]): PlaceMap | undefined {
  const parts = names.flatMap((name) => countryNamed(name) ?? []).flatMap(mainParts);
  if (parts.length === 0) return undefined;
  const key = `region ${names.join(', ')} ${points.join(' ')}`;
  return { country: undefined, point: undefined, focus: { parts, points, least: 2 }, key };
}

function showPoint(point: Point, name: string | undefined): PlaceMap {
  const around = name === undefined ? countryAt(point) : countryNamed(name);
  const focus = focusOnPoint(point, around);
  const land = focus.parts.length > 0 ? around?.name : '';
  return { country: undefined, point, focus, key: `point ${land} ${focus.points.join(' ')}` };
}

/** What the archive calls a country of the atlas. */
export const nameOfCountry = ({ name }: Country, ownNames: OwnNames): string => ownNames[name] ?? name;

const size = { width: 544, height: 440 };
const baseMaps = new Map<string, BaseMap>();

/** Draws the map of a place; land that several places share is drawn once. */
export function drawPlaceMap({ name, ownNames }: LocatorMapView, { point, focus, key }: PlaceMap): Locator {
  let base = baseMaps.get(key);
  if (base === undefined) baseMaps.set(key, (base = buildBaseMap(focus, size)));
  return buildLocator(base, point, name, (country) => nameOfCountry(country, ownNames));
}

/** Places where they stand on a map of many: at their positions, or in the middle of their shapes. */
export const findSpots = <T extends SpotView>(places: readonly T[]): Spot<T>[] =>
  places.flatMap((place) => {
    const { name, at, weight } = place;
    const point = 'country' in at ? countryNamed(at.country)?.parts[0]?.center : pointOf(at);
    return point === undefined ? [] : [{ place, name, point, weight }];
  });
