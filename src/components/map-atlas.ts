// The countries of the world as Natural Earth draws them: found by name, by what lies in them, or near a point.
import { geoArea, geoCentroid, geoContains, geoDistance } from 'd3-geo';
import type { Polygon } from 'geojson';
import { feature, merge, mesh, neighbors } from 'topojson-client';
import type { GeometryCollection, Polygon as ArcPolygon, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { compareText } from '../schema/finding.ts';

/** Decimal degrees: longitude first, as geometry has it. */
export type Point = [lon: number, lat: number];

/** One piece of land of one country, with the circle around it. */
export interface Part {
  country: Country;
  shape: Polygon;
  /** The same as arcs that neighbours share. */
  arcs: ArcPolygon;
  center: Point;
  /** Radians. */
  radius: number;
  /** Steradians. */
  area: number;
}

export interface Country {
  name: string;
  /** The largest first. */
  parts: Part[];
}

const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
const { geometries } = topology.objects.countries;

const nameOf = (properties: object = {}): string => ('name' in properties ? String(properties.name) : '');

export const countries: readonly Country[] = geometries.map((geometry) => {
  const country: Country = { name: nameOf(geometry.properties), parts: [] };
  const polygons =
    geometry.type === 'Polygon' ? [geometry.arcs] : geometry.type === 'MultiPolygon' ? geometry.arcs : [];
  for (const rings of polygons) {
    const arcs: ArcPolygon = { type: 'Polygon', arcs: rings };
    const shape = feature(topology, arcs).geometry;
    const center = geoCentroid(shape);
    const radius = Math.max(
      ...(shape.coordinates[0] ?? []).map((point) => geoDistance(center, point as Point)),
    );
    country.parts.push({ country, shape, arcs, center, radius, area: geoArea(shape) });
  }
  country.parts.sort((a, b) => b.area - a.area);
  return country;
});

const parts = countries.flatMap((country) => country.parts);
const byName = new Map(countries.map((country) => [country.name, country]));

/** @param name as the atlas has it */
export const countryNamed = (name: string): Country | undefined => byName.get(name);

/** About 30 km, in radians: a town on a coast that is drawn from afar may seem to lie in the sea. */
const offshore = 0.005;

/** The country a point lies in, or off whose coast it seems to lie. */
export function countryAt(point: Point): Country | undefined {
  const near = partsNear(point, offshore);
  const around = near.find(({ shape }) => geoContains(shape, point));
  if (around !== undefined) return around.country;
  return near
    .map(({ country, shape }) => ({
      country,
      distance: Math.min(
        ...(shape.coordinates[0] ?? []).map((corner) => geoDistance(corner as Point, point)),
      ),
    }))
    .filter(({ distance }) => distance < offshore)
    .sort((a, b) => a.distance - b.distance)[0]?.country;
}

/** Every part that may reach into a circle; the radius in radians. */
export function partsNear(center: Point, radius: number): Part[] {
  return parts.filter((part) => geoDistance(part.center, center) <= part.radius + radius);
}

/** The parts that make up the country to the eye: the largest, and what is not small beside it. */
export const mainParts = ({ parts: [largest, ...others] }: Country): Part[] =>
  largest === undefined ? [] : [largest, ...others.filter(({ area }) => area > largest.area * 0.2)];

/** Parts as one piece of land. */
export const joinParts = (list: readonly Part[]) =>
  merge(
    topology,
    list.map(({ arcs }) => arcs),
  );

/** The borders between parts, each once. */
export const bordersBetween = (list: readonly Part[]) =>
  mesh(topology, { type: 'GeometryCollection', geometries: list.map(({ arcs }) => arcs) }, (a, b) => a !== b);

/** Disputed ice that the atlas gives to nobody. */
const noCountry = 'Siachen Glacier';

let neighbourhood: number[][] | undefined;

/** The countries that a country has a border with, by name. */
export function neighboursOf(country: Country): Country[] {
  neighbourhood ??= neighbors(geometries);
  return (neighbourhood[countries.indexOf(country)] ?? [])
    .flatMap((index) => countries[index] ?? [])
    .filter(({ name }) => name !== noCountry)
    .sort((a, b) => compareText(a.name, b.name));
}
