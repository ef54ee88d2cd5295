// Draws all places of the archive on one map: as much of the world as they need, those that would touch as one mark; pure.
import { geoCentroid, geoDistance, geoEqualEarth, geoPath } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import { bordersBetween, countries, joinParts, partsNear, type Point } from './map-atlas.ts';
import { buildFrame, type Frame, type Size } from './map-frame.ts';
import { placeLabels, type Box, type Label } from './map-labels.ts';
import { renderPath } from './map-path.ts';

export interface Spot<T> {
  place: T;
  name: string;
  point: Point;
  /** How much is said of it: the larger, the larger its mark, and the more likely it stands for others beside it. */
  weight: number;
}

export interface Dot<T> {
  x: number;
  y: number;
  /** Radius of the mark, in units of the map. */
  size: number;
  /** Those that the mark stands for, the one with the most weight first. */
  spots: [Spot<T>, ...Spot<T>[]];
}

export interface WorldMap<T> extends Size {
  land: string;
  borders: string;
  dots: Dot<T>[];
  /** Names of those marks beside which there is room. */
  labels: Label[];
}

const width = 800;
/** Places farther from their middle than this, in radians, are seen on a map of the world. */
const widest = 0.8;

/** Units of the map. */
export interface WorldMapMeasures {
  /** Height of the names. */
  letters: number;
  /** Marks closer than this are one. */
  apart: number;
}

/** For a map as wide as a column: marks are so far apart that each can be hit. */
const large: WorldMapMeasures = { letters: 17, apart: 28 };

export function buildWorldMap<T>(
  spots: readonly Spot<T>[],
  { letters, apart }: WorldMapMeasures = large,
): WorldMap<T> {
  // Drawing the whole world takes seconds, and nobody would see it.
  if (spots.length === 0) return { width, height: 0, land: '', borders: '', dots: [], labels: [] };
  const points = spots.map(({ point }) => point);
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: points });
  const isRegional = points.every((point) => geoDistance(middle, point) < widest);
  const frame = isRegional
    ? buildFrame({ parts: [], points, least: 6 }, { width, height: 460 })
    : worldFrame(points);
  const near = isRegional ? partsNear(frame.center, frame.radius) : countries.flatMap(({ parts }) => parts);
  const dots = mergeSpots(spots, frame, apart);
  return {
    width,
    height: frame.height,
    land: renderPath(frame.projection, joinParts(near)),
    borders: renderPath(frame.projection, bordersBetween(near)),
    dots,
    labels: nameDots(dots, frame, letters),
  };
}

/** The part of the world that the points need. */
function worldFrame(points: readonly Point[]): Frame {
  const all: MultiPoint = { type: 'MultiPoint', coordinates: [...points] };
  const projection = geoEqualEarth();
  const margin = 60;
  const [[, top], [, bottom]] = geoPath(projection.fitWidth(width - 2 * margin, all)).bounds(all);
  const height = Math.round(Math.min(Math.max(bottom - top + 2 * margin, 340), 480));
  projection
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      all,
    )
    .clipExtent([
      [-8, -8],
      [width + 8, height + 8],
    ]);
  return { width, height, projection, center: [0, 0], radius: Math.PI };
}

function mergeSpots<T>(spots: readonly Spot<T>[], { projection }: Frame, apart: number): Dot<T>[] {
  const dots: Dot<T>[] = [];
  for (const spot of spots.toSorted((a, b) => b.weight - a.weight)) {
    const at = projection(spot.point);
    if (at === null) continue;
    const [x, y] = [Math.round(at[0]), Math.round(at[1])];
    const dot = dots.find((other) => Math.hypot(other.x - x, other.y - y) < apart);
    if (dot !== undefined) dot.spots.push(spot);
    else dots.push({ x, y, size: Math.round(Math.min(5 + Math.log2(1 + spot.weight), 12)), spots: [spot] });
  }
  return dots;
}

function nameDots<T>(dots: readonly Dot<T>[], size: Size, letters: number): Label[] {
  const marks = dots.map(({ x, y, size }): Box => [x - size, y - size, x + size, y + size]);
  const wanted = dots.flatMap(({ x, y, size, spots: [{ name }, ...others] }): Label[] => {
    const text = others.length === 0 ? name : `${name} + ${others.length}`;
    const line = y + letters / 3;
    return [
      { x: x + size + 5, y: line, anchor: 'start', text },
      { x: x - size - 5, y: line, anchor: 'end', text },
    ];
  });
  return placeLabels(wanted, size, letters, marks);
}
