// Draws all places of the archive on one map: as much of the world as they need, those that would touch as one mark; pure.
import { geoCentroid, geoDistance, geoEqualEarth, geoPath } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import { bordersBetween, countries, joinParts, partsNear, type Point } from './map-atlas.ts';
import { buildFrame, type Frame, type Size } from './map-frame.ts';
import { renderPath } from './map-path.ts';

export interface Spot<T> {
  place: T;
  point: Point;
  /** How much is said of it: the larger, the larger its mark, and the more likely it stands for others beside it. */
  weight: number;
}

export interface Dot<T> {
  x: number;
  y: number;
  /** Radius of the mark, in units of the map. */
  size: number;
  /** The one with the most weight first. */
  places: T[];
}

export interface WorldMap<T> extends Size {
  land: string;
  borders: string;
  dots: Dot<T>[];
}

const width = 800;
/** Marks are at least so far apart that each can be hit. */
const apart = 28;
/** Places farther from their middle than this, in radians, need a map of the whole world. */
const widest = 0.8;

export function buildWorldMap<T>(spots: readonly Spot<T>[]): WorldMap<T> {
  const points = spots.map(({ point }) => point);
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: points });
  const isRegional = points.length > 0 && points.every((point) => geoDistance(middle, point) < widest);
  const frame = isRegional
    ? buildFrame({ parts: [], points, least: 6 }, { width, height: 480 })
    : worldFrame(points);
  const near = isRegional ? partsNear(frame.center, frame.radius) : countries.flatMap(({ parts }) => parts);
  return {
    width,
    height: frame.height,
    land: renderPath(frame.projection, joinParts(near)),
    borders: renderPath(frame.projection, bordersBetween(near)),
    dots: mergeSpots(spots, frame),
  };
}

/** The world without the ice around the South Pole, unless a place lies there. */
function worldFrame(points: readonly Point[]): Frame {
  const south = points.reduce((least, [, lat]) => Math.min(least, lat), -56);
  const edges: MultiPoint = {
    type: 'MultiPoint',
    coordinates: [[-180, 0], [180, 0], [0, 84], [0, south]],
  }; // prettier-ignore
  const projection = geoEqualEarth().fitWidth(width, edges);
  const height = Math.ceil(geoPath(projection).bounds(edges)[1][1]);
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  return { width, height, projection, center: [0, 0], radius: Math.PI };
}

function mergeSpots<T>(spots: readonly Spot<T>[], { projection, width, height }: Frame): Dot<T>[] {
  const dots: (Dot<T> & { weight: number })[] = [];
  for (const { place, point, weight } of spots.toSorted((a, b) => b.weight - a.weight)) {
    const at = projection(point);
    if (at === null) continue;
    // A mark at the very edge would be cut.
    const x = Math.round(Math.min(Math.max(at[0], 8), width - 8));
    const y = Math.round(Math.min(Math.max(at[1], 8), height - 8));
    const dot = dots.find((other) => Math.hypot(other.x - x, other.y - y) < apart);
    if (dot === undefined) dots.push({ x, y, size: 0, weight, places: [place] });
    else dot.places.push(place);
  }
  return dots.map(({ weight, ...dot }) => ({
    ...dot,
    size: Math.round(Math.min(5 + Math.log2(1 + weight), 12)),
  }));
}
