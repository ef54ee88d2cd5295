// Which piece of the world a map shows, and how it is laid flat: what matters fills the frame, seen from right above.
import {
  geoAzimuthalEqualArea,
  geoCentroid,
  geoCircle,
  geoContains,
  geoDistance,
  type GeoProjection,
} from 'd3-geo';
import type { GeometryCollection } from 'geojson';
import { mainParts, type Country, type Part, type Point } from './map-atlas.ts';

/** Units of a map. */
export interface Size {
  width: number;
  height: number;
}

export interface Frame extends Size {
  /** Cuts off what lies outside the frame, but for a margin that is not seen. */
  projection: GeoProjection;
  /** A circle on the globe that holds all of the frame; the radius in radians. */
  center: Point;
  radius: number;
}

/** What must be on a map. */
export interface Focus {
  parts: readonly Part[];
  points: readonly Point[];
  /** Degrees around the middle that are shown at least. */
  least: number;
}

const degrees = 180 / Math.PI;

/** A country fills its frame. */
export const focusOnCountry = (country: Country): Focus => ({
  parts: mainParts(country),
  points: [],
  least: 2,
});

/** A country that reaches farther than this, in degrees from a place in it, is not shown whole for the place. */
const farthest = 16;
/** The middles of maps lie on a grid with steps of this many degrees, so that neighbouring places share a map. */
const grid = 2;

/** A place is seen in its country, or in the land around it where the country is very large. */
export function focusOnPoint(point: Point, country: Country | undefined): Focus {
  const parts = country === undefined ? [] : mainParts(country);
  const isNear = parts.every(
    ({ center, radius }) => (geoDistance(center, point) + radius) * degrees < farthest,
  );
  if (parts.length === 0 || !isNear) {
    const [lon, lat] = point.map((angle) => Math.round(angle / grid) * grid) as Point;
    return { parts: [], points: [[lon, lat]], least: 6 };
  }
  return { parts, points: parts.some(({ shape }) => geoContains(shape, point)) ? [] : [point], least: 2 };
}

/** Lays the focus flat, with some land around it. */
export function buildFrame({ parts, points, least }: Focus, { width, height }: Size): Frame {
  const things: GeometryCollection = {
    type: 'GeometryCollection',
    geometries: [...parts.map(({ shape }) => shape), { type: 'MultiPoint', coordinates: [...points] }],
  };
  // Areas outweigh points in a centroid, so the points have a part in it only where there is no shape.
  const [lon, lat] = geoCentroid(things);
  const around = geoCircle().center([lon, lat]).radius(least)();
  const margin = Math.round(Math.min(width, height) / 12);
  const projection = geoAzimuthalEqualArea()
    .rotate([-lon, -lat])
    .precision(0.5)
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      { type: 'GeometryCollection', geometries: [...things.geometries, around] },
    )
    .clipExtent([
      [-8, -8],
      [width + 8, height + 8],
    ]);
  return { width, height, projection, ...circleAround(projection, width, height) };
}

function circleAround(
  projection: GeoProjection,
  width: number,
  height: number,
): Pick<Frame, 'center' | 'radius'> {
  const at = (x: number, y: number): Point | undefined => {
    const point = projection.invert?.([x, y]);
    return point === null || point?.some(Number.isNaN) ? undefined : point;
  };
  const center = at(width / 2, height / 2);
  const corners = [at(0, 0), at(width, 0), at(0, height), at(width, height)];
  // A corner may lie beyond the edge of the globe: then all of it is on the map.
  if (center === undefined) return { center: [0, 0], radius: Math.PI };
  return {
    center,
    radius: Math.max(
      ...corners.map((corner) => (corner === undefined ? Math.PI : geoDistance(center, corner))),
    ),
  };
}
