// The maps: the right country, a frame that holds its focus, small whole numbers, labels apart, and the same in words.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { geoDistance } from 'd3-geo';
import type { PlaceRecord } from '../../src/archive/build.ts';
import {
  countries,
  countryAt,
  countryNamed,
  mainParts,
  neighboursOf,
  type Point,
} from '../../src/components/map-atlas.ts';
import { buildFrame, focusOnCountry, focusOnPoint } from '../../src/components/map-frame.ts';
import { placeLabels } from '../../src/components/map-labels.ts';
import { buildBaseMap, buildLocator } from '../../src/components/map-locator.ts';
import { drawPlaceMap, findPlaceMap, nameOfCountry } from '../../src/components/map-place.ts';
import { formatPosition, tellPlaceMap } from '../../src/components/map-words.ts';
import { buildWorldMap } from '../../src/components/map-world.ts';
import { atlasNameOf, atlasNames, ownNamesOf } from '../../src/views/atlas-names.ts';
import { viewLocatorMap } from '../../src/views/locator-map.ts';
import { buildPlaceGroups } from '../../src/views/place-groups.ts';
import { buildSampleArchive } from '../archive/sample.ts';

const size = { width: 544, height: 440 };
const named = (name: string) => {
  const country = countryNamed(name);
  assert.ok(country !== undefined, name);
  return country;
};

describe('the atlas', () => {
  for (const [place, point, name] of [
    ['Baghdad', [44.37, 33.32], 'Iraq'],
    ['a port on the coast', [12.33, 45.44], 'Italy'],
    ['Suva, across the date line', [178.44, -18.14], 'Fiji'],
    ['the open sea', [0, 0], undefined],
    ['the South Pole', [0, -90], 'Antarctica'],
  ] as const) {
    test(`${place} lies in ${name ?? 'no country'}`, () => {
      assert.equal(countryAt([...point])?.name, name);
    });
  }

  test('views know its countries by their names', () => {
    assert.deepEqual(atlasNames.toSorted(), countries.map(({ name }) => name).sort());
  });

  test('a country is found by any of its names, whatever their signs', () => {
    const nameOf = (name: string, ...aliases: string[]) => atlasNameOf({ kind: 'country', name, aliases });
    assert.equal(nameOf('the States', 'United States of America'), 'United States of America');
    assert.equal(nameOf('Cote d’Ivoire'), "Côte d'Ivoire");
    assert.equal(nameOf('Norland'), undefined);
    assert.equal(atlasNameOf({ kind: 'city', name: 'Singapore', aliases: [] }), undefined);
  });

  test('neighbours share a border, an island has none', () => {
    const names = neighboursOf(named('Iraq')).map(({ name }) => name);
    assert.deepEqual(names, ['Iran', 'Jordan', 'Kuwait', 'Saudi Arabia', 'Syria', 'Turkey']);
    assert.deepEqual(neighboursOf(named('Iceland')), []);
  });
});

describe('the frame', () => {
  const inside = (points: readonly Point[], frame: ReturnType<typeof buildFrame>): void => {
    for (const point of points) {
      const [x, y] = frame.projection(point) ?? [NaN, NaN];
      assert.ok(x >= 0 && x <= size.width && y >= 0 && y <= size.height, `${String(point)} at ${x}, ${y}`);
      assert.ok(geoDistance(frame.center, point) <= frame.radius);
    }
  };

  for (const name of ['Iraq', 'Fiji', 'Russia', 'Vatican', 'United States of America', 'Indonesia']) {
    test(`${name} fills it and is all in it`, () => {
      const country = named(name);
      const corners = mainParts(country).flatMap(({ shape }) => (shape.coordinates[0] ?? []) as Point[]);
      inside(corners, buildFrame(focusOnCountry(country), size));
    });
  }

  test('a place is seen in its country; in a very large one with the land around it', () => {
    const baghdad: Point = [44.37, 33.32];
    assert.deepEqual(focusOnPoint(baghdad, named('Iraq')), focusOnCountry(named('Iraq')));
    const washington: Point = [-77.04, 38.91];
    const focus = focusOnPoint(washington, named('United States of America'));
    assert.deepEqual(focus.parts, []);
    const frame = buildFrame(focus, size);
    inside([washington], frame);
    assert.ok(frame.radius < 0.3);
  });

  test('a place off the main land of its country is on the map with it', () => {
    const gaza: Point = [34.45, 31.5];
    const country = countryAt(gaza);
    assert.equal(country?.name, 'Palestine');
    inside([gaza, [35.2, 31.9]], buildFrame(focusOnPoint(gaza, country), size));
  });
});

describe('the picture', () => {
  test('is made of whole numbers within its frame, and small', () => {
    for (const name of ['Iraq', 'Russia', 'Canada', 'Greece']) {
      const { land, borders, focus } = buildBaseMap(focusOnCountry(named(name)), size);
      const paths = land + borders + focus;
      assert.match(paths, /^[MlLz\d -]+$/);
      for (const [, x, y] of paths.matchAll(/M(-?\d+)[ ]?(-?\d+)/g)) {
        assert.ok(
          Number(x) >= -8 && Number(x) <= size.width + 8 && Number(y) >= -8 && Number(y) <= size.height + 8,
        );
      }
      assert.ok(paths.length < 30_000, `${name}: ${paths.length}`);
    }
  });

  test('names the neighbours, the country even where the mark has taken its middle, and none over another', () => {
    const base = buildBaseMap(focusOnCountry(named('Iraq')), size);
    const { marker, labels } = buildLocator(base, [44.37, 33.32], 'Baghdad', ({ name }) =>
      name.toUpperCase(),
    );
    assert.ok(marker && marker.x > 272 && marker.x < 400, JSON.stringify(marker));
    const texts = labels.map(({ text }) => text);
    assert.deepEqual(texts.slice(0, 2).sort(), ['Baghdad', 'IRAQ']);
    for (const name of ['IRAN', 'SYRIA', 'SAUDI ARABIA']) assert.ok(texts.includes(name), texts.join(', '));
    assert.equal(new Set(texts).size, texts.length);
  });

  test('labels give way to more important ones and to the edge', () => {
    const label = (text: string, x: number, anchor: 'start' | 'middle' | 'end' = 'middle') => ({
      text,
      x,
      y: 200,
      anchor,
    });
    const placed = placeLabels(
      [label('First', 200), label('Over it', 210), label('At the edge', 540), label('Out', 540, 'start')],
      size,
    );
    assert.deepEqual(
      placed.map(({ text }) => text),
      ['First', 'At the edge'],
    );
    assert.ok((placed[1]?.x ?? 999) < 500);
  });
});

const archive = buildSampleArchive(
  {},
  {
    'middle-east': { kind: 'region', name: 'Middle East' },
    iraq: { kind: 'country', name: 'Iraq', within: 'middle-east', location: { lat: 33, lon: 44 } },
    syria: { kind: 'country', name: 'Syrian Arab Republic', aliases: ['Syria'], within: 'middle-east' },
    baghdad: { name: 'Baghdad', within: 'iraq', location: { lat: 33.3153, lon: 44.3661 } },
    bridge: { kind: 'site', name: 'The Bridge', within: 'baghdad' },
    nowhere: { name: 'Nowhere' },
  },
);
const place = (id: string): PlaceRecord => {
  const record = archive.recordByKey.get(`places/${id}`);
  assert.ok(record?.collection === 'places');
  return record;
};
const told = (id: string): string | undefined => {
  const view = viewLocatorMap(place(id), archive);
  const map = view && findPlaceMap(view);
  return map && tellPlaceMap(place(id).name, view, map).text;
};

describe('in words', () => {
  test('a position is told in degrees and directions', () => {
    assert.equal(formatPosition({ lat: 33.3153, lon: 44.3661 }), '33.3° N, 44.4° E');
    assert.equal(formatPosition({ lat: -33.9, lon: -70.0 }, 0), '34° S, 70° W');
    assert.equal(formatPosition({ lat: 0.01, lon: -0.04 }), '0°, 0°');
  });

  test('a place, a country, a region, and a place that borrows the map of the nearest around it', () => {
    assert.equal(told('baghdad'), 'Baghdad lies at 33.3° N, 44.4° E, in Iraq, in the Middle East.');
    assert.equal(
      told('iraq'),
      'Iraq lies around 33° N, 44° E, in the Middle East. On this map it borders on Iran, Jordan, Kuwait, Saudi Arabia, the Syrian Arab Republic and Turkey.',
    );
    assert.equal(
      told('middle-east'),
      'It is shown by its countries in the archive: Iraq and the Syrian Arab Republic.',
    );
    assert.equal(
      told('bridge'),
      'The Bridge has no position in the archive; the map shows Baghdad, in which it lies. Baghdad lies at 33.3° N, 44.4° E, in Iraq, in the Middle East.',
    );
    assert.equal(told('nowhere'), undefined);
  });

  test('the map calls a country what the archive calls it', () => {
    const view = viewLocatorMap(place('iraq'), archive);
    const map = view && findPlaceMap(view);
    assert.ok(map);
    const texts = drawPlaceMap(view, map).labels.map(({ text }) => text);
    assert.ok(texts.includes('Syrian Arab Republic') || !texts.includes('Syria'), texts.join(', '));
    assert.equal(nameOfCountry(named('Syria'), ownNamesOf(archive)), 'Syrian Arab Republic');
  });
});

describe('the map of all places', () => {
  const spot = (name: string, lon: number, lat: number, weight = 1) => ({
    place: name,
    name,
    point: [lon, lat] as Point,
    weight,
  });

  test('where there is nothing to show, nothing is drawn', () => {
    const { land, borders, dots } = buildWorldMap([]);
    assert.deepEqual([land, borders, dots], ['', '', []]);
  });

  test('places that would touch share a mark, which the one with the most articles stands for', () => {
    const { dots } = buildWorldMap([
      spot('Green Zone', 44.39, 33.31, 2),
      spot('Baghdad', 44.37, 33.32, 9),
      spot('Mosul', 43.13, 36.34),
    ]);
    const names = dots.map(({ spots }) => spots.map(({ name }) => name));
    assert.deepEqual(names, [['Baghdad', 'Green Zone'], ['Mosul']]);
  });

  test('shows the world where places need it, less of it where they do not, and every place in the frame', () => {
    for (const spots of [
      [spot('A', -97, 38), spot('B', 116, 40), spot('C', 18, -34), spot('D', 178, -18), spot('E', 0, -89)],
      [spot('A', 44, 33), spot('B', 35, 32)],
      [spot('A', 44, 33)],
    ]) {
      const { width, height, dots } = buildWorldMap(spots);
      assert.equal(dots.length, spots.length);
      for (const { x, y } of dots) assert.ok(x > 0 && x < width && y > 0 && y < height, `${x}, ${y}`);
    }
  });

  test('five thousand places become no more marks than can be hit', () => {
    const spots = Array.from({ length: 5000 }, (_, index) =>
      spot(`p${index}`, ((index * 137.508) % 360) - 180, ((index * 61.8) % 130) - 60),
    );
    const { dots } = buildWorldMap(spots);
    assert.ok(dots.length < 700, String(dots.length));
    assert.equal(dots.flatMap(({ spots }) => spots).length, 5000);
    for (const [index, a] of dots.entries())
      for (const b of dots.slice(0, index)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 24);
  });

  test('the list holds every place once, under its country or the largest place around it', () => {
    const groups = buildPlaceGroups(archive).map(({ head, places }) => [
      head?.id,
      ...places.map(({ id }) => id),
    ]);
    assert.deepEqual(groups, [
      ['iraq', 'baghdad', 'bridge'],
      ['middle-east'],
      ['syria'],
      [undefined, 'nowhere'],
    ]);
  });
});
