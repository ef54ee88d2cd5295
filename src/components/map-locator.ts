// Draws where a place lies: the land around it, the country it is in, the names of the neighbours; pure.
import { geoContains, geoPath } from 'd3-geo';
import { bordersBetween, joinParts, partsNear, type Country, type Part, type Point } from './map-atlas.ts';
import { buildFrame, type Focus, type Frame, type Size } from './map-frame.ts';
import { letterHeight, placeLabels, type Label } from './map-labels.ts';
import { renderPath } from './map-path.ts';

/** The land in a frame; the same for all places that are seen in one country. */
export interface BaseMap extends Size {
  frame: Frame;
  /** Paths; the shapes in focus are drawn over the land. */
  land: string;
  borders: string;
  focus: string;
  /** Names of countries, largest on the map first, each with all places where it may stand. */
  names: (Label & { country: Country })[];
}

/** Draws the land in and around a focus. */
export function buildBaseMap(focus: Focus, size: Size): BaseMap {
  const frame = buildFrame(focus, size);
  const { projection } = frame;
  const near = partsNear(frame.center, frame.radius);
  return {
    ...size,
    frame,
    land: renderPath(projection, joinParts(near)),
    borders: renderPath(projection, bordersBetween(near)),
    focus: focus.parts.map(({ shape }) => renderPath(projection, shape)).join(''),
    names: nameCountries(near, frame),
  };
}

/** A country that covers less of the map than this has no name on it. */
const leastArea = 0.006;

function nameCountries(parts: readonly Part[], { projection, width, height }: Frame): BaseMap['names'] {
  const path = geoPath(projection);
  return [...Map.groupBy(parts, ({ country }) => country)]
    .map(([country, pieces]) => {
      const areas = pieces.map((part) => ({ part, area: path.area(part.shape) }));
      return { country, ...areas.reduce((most, piece) => (piece.area > most.area ? piece : most)) };
    })
    .filter(({ area }) => area > leastArea * width * height)
    .sort((a, b) => b.area - a.area)
    .flatMap(({ country, part: { shape } }) => {
      const [x, middle] = path.centroid(shape);
      // Above or below the middle there may be room where a mark has taken it; but what is seen of a bent country may
      // lie around a middle that is another's.
      return [0, -2 * letterHeight, 2 * letterHeight]
        .map((shift) => ({ x, y: middle + shift }))
        .filter(({ x, y }) => {
          const point = projection.invert?.([x, y]);
          return point && geoContains(shape, point);
        })
        .map(({ x, y }) => ({
          country,
          text: country.name,
          x,
          y: y + letterHeight / 3,
          anchor: 'middle' as const,
        }));
    });
}

export interface Locator extends BaseMap {
  marker: { x: number; y: number } | undefined;
  labels: Label[];
}

/**
 * Marks a place on its land.
 * @param name of the place, beside its mark
 * @param rename what the archive calls a country, if it has a name of its own for it
 */
export function buildLocator(
  base: BaseMap,
  point: Point | undefined,
  name: string,
  rename: (country: Country) => string,
): Locator {
  const at = point && base.frame.projection(point);
  const marker = at ? { x: Math.round(at[0]), y: Math.round(at[1]) } : undefined;
  const names = base.names.map((label) => ({ ...label, text: rename(label.country) }));
  const wanted = names.map(({ text, x, y, anchor }) => ({ text, x, y, anchor }));
  const labels = marker
    ? placeLabels([besideMarker(marker, name, base), ...wanted], base)
    : placeLabels(wanted, base);
  return { ...base, marker, labels };
}

/** On the side of the mark that has more room. */
function besideMarker(
  { x, y }: { x: number; y: number },
  text: string,
  { width }: Size,
): Label & { fixed: boolean } {
  const toRight = x < width / 2;
  return {
    text,
    x: toRight ? x + 16 : x - 16,
    y: y + letterHeight / 3,
    anchor: toRight ? 'start' : 'end',
    fixed: true,
  };
}
