// Says in words what the map of a place shows, for readers who do not see it.
import type { LocatorMapView } from '../views/locator-map.ts';
import type { Position } from '../views/map-spots.ts';
import { neighboursOf } from './map-atlas.ts';
import { nameOfCountry, type PlaceMap } from './map-place.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `33.3° N, 44.4° E`; with no digits `33° N, 44° E`. */
export function formatPosition({ lat, lon }: Position, digits = 1): string {
  const angle = (degrees: number, positive: string, negative: string): string => {
    const size = Math.abs(degrees).toFixed(digits);
    return Number(size) === 0 ? '0°' : `${size}° ${degrees > 0 ? positive : negative}`;
  };
  return `${angle(lat, 'N', 'S')}, ${angle(lon, 'E', 'W')}`;
}

/** A name inside a sentence: some take an article in English. */
export const nameInSentence = (name: string): string =>
  /^(?:United|Democratic|Central African) |(?:\bEast|\bWest|States|Kingdom|Republic|Emirates|Islands|Netherlands|Philippines|Zone|Strip|Bank|Peninsula|Sea|Gulf|River|Delta|Coast|Valley|Desert|Canal|Balkans|Caucasus)$/.test(
    name,
  )
    ? `the ${name}`
    : name;

const atStart = (name: string): string => name.replace(/^the /, 'The ');

/**
 * The short name of the picture, and the sentences under it.
 * @param name of the place on whose page the map is
 */
export function tellPlaceMap(
  name: string,
  view: LocatorMapView,
  { country, point }: PlaceMap,
): { label: string; text: string } {
  const { name: shown, location, focus, around, ownNames } = view;
  const inside = around.map((other) => `in ${nameInSentence(other)}`).join(', ');
  const nearest = around[0];
  const label =
    point === undefined
      ? `Map of ${nameInSentence(shown)}`
      : `Map: where ${nameInSentence(shown)} lies${nearest === undefined ? '' : ` in ${nameInSentence(nearest)}`}`;
  const sentences: string[] = [];
  if (!view.isItself) {
    sentences.push(
      `${atStart(nameInSentence(name))} has no position in the archive; the map shows ${nameInSentence(shown)}, in which it lies.`,
    );
  }
  const position = location && formatPosition(location, point ? 1 : 0);
  const where = [position && `${point ? 'at' : 'around'} ${position}`, inside].filter(Boolean).join(', ');
  if (where !== '') sentences.push(`${atStart(nameInSentence(shown))} lies ${where}.`);
  if (country !== undefined) {
    const neighbours = neighboursOf(country).map((other) => nameInSentence(nameOfCountry(other, ownNames)));
    if (neighbours.length > 0) sentences.push(`On this map it borders on ${list.format(neighbours)}.`);
  }
  if (focus.kind === 'region') {
    const within = focus.countries.map((other) => nameInSentence(other.name));
    sentences.push(`It is shown by its countries in the archive: ${list.format(within)}.`);
  }
  return { label, text: sentences.join(' ') };
}
