// Writes shapes as SVG paths of small whole numbers: what is finer than the map can show is left out.
import { geoPath, type GeoContext, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';

/** Points nearer to the last one than this, in units of the map, are not drawn. */
const finest = 2;
/** Islands and lakes smaller than this square are not drawn. */
const smallest = 4;

/** The `d` of a path; empty where nothing of the shape is on the map. */
export function renderPath(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  const lines: string[] = [];
  let points: [x: number, y: number][] = [];
  let last: [x: number, y: number] | undefined;
  const endLine = (closed: boolean): void => {
    // An open line keeps its end, so that it meets the next one.
    const end = points.at(-1);
    if (!closed && last !== undefined && (last[0] !== end?.[0] || last[1] !== end[1])) points.push(last);
    if (closed ? isLarge(points) : points.length > 1) lines.push(renderLine(points) + (closed ? 'z' : ''));
    points = [];
    last = undefined;
  };
  const context: GeoContext = {
    beginPath() {},
    moveTo(x, y) {
      endLine(false);
      points.push((last = [Math.round(x), Math.round(y)]));
    },
    lineTo(x, y) {
      last = [Math.round(x), Math.round(y)];
      const end = points.at(-1) ?? last;
      if (Math.abs(end[0] - last[0]) >= finest || Math.abs(end[1] - last[1]) >= finest) points.push(last);
    },
    closePath: () => endLine(true),
    arc() {},
  };
  geoPath(projection, context)(shape);
  endLine(false);
  return lines.join('');
}

function isLarge(points: readonly [x: number, y: number][]): boolean {
  const sides = [0, 1].map((axis) => {
    const values = points.map((point) => point[axis] as number);
    return Math.max(...values) - Math.min(...values);
  });
  return points.length > 2 && sides.every((side) => side >= smallest);
}

/** `M10 20l3-4 5 6`: every point after the first as a step from the one before. */
function renderLine([first, ...rest]: readonly [x: number, y: number][]): string {
  if (first === undefined) return '';
  let [x, y] = first;
  const steps = rest.map((point) => {
    const step = [point[0] - x, point[1] - y];
    [x, y] = point;
    return step;
  });
  return `M${joinNumbers(first)}l${joinNumbers(steps.flat())}`;
}

/** A minus sign parts numbers as well as a space does. */
const joinNumbers = (numbers: readonly number[]): string => numbers.join(' ').replaceAll(' -', '-');
