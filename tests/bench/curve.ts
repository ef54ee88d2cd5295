// Measures how the time of a build grows with the archive, and draws it: from nothing, with one article added, unchanged.
import { writeFile } from 'node:fs/promises';
import { edits, inBench, renderLine, type Line } from './build.ts';

interface Point {
  articles: number;
  lines: Line[];
}

/** @param svg where the drawing goes, if it is wanted */
export async function benchCurve(sizes: readonly number[], svg?: string): Promise<string[]> {
  const points: Point[] = [];
  for (const articles of sizes) {
    const lines = await inBench({ articles }, async ({ content, project, run }) => {
      const first = [await run('from nothing', ['build']), await run('unchanged', ['build'])];
      const [[label, edit]] = edits as [(typeof edits)[number]];
      await edit(content, project);
      return [...first, await run(label, ['build'])];
    });
    points.push({ articles, lines });
    console.error(`${articles.toLocaleString('en')} articles`);
    for (const line of lines) console.error(renderLine(line));
    // Each size takes longer than those before: what is known is drawn.
    if (svg !== undefined) await writeFile(svg, drawCurve(points));
  }
  return points.flatMap(({ articles, lines }) => [
    `${articles.toLocaleString('en')} articles: seconds on the clock, seconds of computing, megabytes of memory`,
    ...lines.map(renderLine),
  ]);
}

const width = 640;
const height = 400;
const margin = { left: 64, right: 190, top: 24, bottom: 48 };

/** Both axes are logarithmic: what grows like the archive is a straight line at the same slope everywhere. */
export function drawCurve(points: readonly Point[]): string {
  const seconds = points.flatMap(({ lines }) => lines.map(({ wall }) => wall));
  const x = scale(
    points.map(({ articles }) => articles),
    [margin.left, width - margin.right],
  );
  const y = scale(seconds, [height - margin.bottom, margin.top]);
  const labels = points[0]?.lines.map(({ label }) => label) ?? [];
  const curves = labels.map((label, index) => {
    const at = points.map(({ articles, lines }) => {
      const wall = lines[index]?.wall ?? 0;
      return { x: x.at(articles), y: y.at(wall), wall };
    });
    const last = at.at(-1) ?? { x: 0, y: 0, wall: 0 };
    return [
      `<polyline points="${at.map((point) => `${round(point.x)},${round(point.y)}`).join(' ')}"/>`,
      ...at.map((point) => `<circle cx="${round(point.x)}" cy="${round(point.y)}" r="3"/>`),
      `<text x="${round(last.x + 10)}" y="${round(last.y + 4)}">${label}, ${last.wall.toFixed(last.wall < 10 ? 1 : 0)} s</text>`,
    ].join('\n');
  });
  const ticks = [
    ...x.ticks.map(
      (tick) =>
        `<text x="${round(x.at(tick))}" y="${height - margin.bottom + 20}" text-anchor="middle">${tick.toLocaleString('en')}</text>`,
    ),
    ...y.ticks.flatMap((tick) => [
      `<path class="rule" d="M${margin.left} ${round(y.at(tick))}H${width - margin.right}"/>`,
      `<text x="${margin.left - 8}" y="${round(y.at(tick) + 4)}" text-anchor="end">${tick.toLocaleString('en')}</text>`,
    ]),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">
<title>How long a build takes, by the number of articles</title>
<style>
text { font: 13px sans-serif; fill: #222 }
polyline { fill: none; stroke: #8a1c1c; stroke-width: 2 }
circle { fill: #8a1c1c }
.rule { stroke: #ddd }
rect { fill: #fff }
</style>
<rect width="${width}" height="${height}"/>
${ticks.join('\n')}
${curves.join('\n')}
<text x="${margin.left}" y="14">seconds</text>
<text x="${width - margin.right}" y="${height - 8}" text-anchor="end">articles</text>
</svg>
`;
}

const round = (value: number): string => value.toFixed(1);

/** A logarithmic axis over values, with a tick at each power of ten and at three times each. */
function scale(
  values: readonly number[],
  [from, to]: readonly [number, number],
): { at: (value: number) => number; ticks: number[] } {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(Math.log10) as [number, number];
  const span = most - least || 1;
  const at = (value: number): number => from + ((Math.log10(value) - least) / span) * (to - from);
  const ticks: number[] = [];
  for (let power = Math.floor(least); power <= most; power += 1)
    for (const times of [1, 3]) {
      const tick = times * 10 ** power;
      if (Math.log10(tick) >= least - 1e-9 && Math.log10(tick) <= most + 1e-9) ticks.push(tick);
    }
  return { at, ticks };
}
