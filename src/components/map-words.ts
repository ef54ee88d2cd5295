// Says in words what the map of a place shows, for who does not see it.
import type { Archive, PlaceRecord } from '../archive/build.ts';
import { placesAround } from '../archive/place-path.ts';
import { neighboursOf } from './map-atlas.ts';
import { nameOfCountry, shapeOf, type PlaceMap } from './map-place.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `33.3° N, 44.4° E`; with no digits `33° N, 44° E`. */
export function formatPosition({ lat, lon }: { lat: number; lon: number }, digits = 1): string {
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

/** The short name of the picture, and the sentences under it. */
export function tellPlaceMap(
  record: PlaceRecord,
  map: PlaceMap,
  archive: Archive,
): { label: string; text: string } {
  const { shown, country, point } = map;
  const around = placesAround(shown.id, archive);
  const inside = around.map(({ name }) => `in ${nameInSentence(name)}`).join(', ');
  const nearest = around[0];
  const label =
    point === undefined
      ? `Map of ${nameInSentence(shown.name)}`
      : `Map: where ${nameInSentence(shown.name)} lies${nearest ? ` in ${nameInSentence(nearest.name)}` : ''}`;
  const sentences: string[] = [];
  if (shown !== record) {
    sentences.push(
      `${atStart(nameInSentence(record.name))} has no position in the archive; the map shows ${nameInSentence(shown.name)}, in which it lies.`,
    );
  }
  const position = shown.location && formatPosition(shown.location, point ? 1 : 0);
  const where = [position && `${point ? 'at' : 'around'} ${position}`, inside].filter(Boolean).join(', ');
  if (where !== '') sentences.push(`${atStart(nameInSentence(shown.name))} lies ${where}.`);
  if (country !== undefined) {
    const neighbours = neighboursOf(country).map((other) => nameInSentence(nameOfCountry(other, archive)));
    if (neighbours.length > 0) sentences.push(`On this map it borders on ${list.format(neighbours)}.`);
  }
  if (point === undefined && country === undefined) {
    const within = (archive.placesByParent.get(shown.id) ?? []).filter(
      (place) => shapeOf(place) !== undefined,
    );
    sentences.push(
      `It is shown by its countries in the archive: ${list.format(within.map(({ name }) => nameInSentence(name)))}.`,
    );
  }
  return { label, text: sentences.join(' ') };
}
