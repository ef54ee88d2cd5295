// The benches: `npm run bench -- NAME...` runs those named, without a name all of them, one after the other.
import { parseArgs } from 'node:util';
import { nearest } from '../../src/schema/sentence.ts';

type Bench = () => Promise<string[]>;

const usage = `Usage: npm run bench -- [NAME...] [--articles N] [--peers hugo,eleventy,astro] [--content DIR]
       npm run bench -- curve [--sizes 1000,3000,10000] [--svg FILE]
For "build" and "search": how many articles, and content to take in their place; for "build": what else builds them.
"curve" builds archives of several sizes and draws how long it takes; it runs only if it is named.`;

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '1000' },
    peers: { type: 'string', default: '' },
    content: { type: 'string' },
    sizes: { type: 'string', default: '1000,3000,10000' },
    svg: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const queries = async (): Promise<Bench> => (await import('./queries.ts')).benchQueries;
const recognition = async (): Promise<Bench> => (await import('./recognition.ts')).benchRecognition;
const kinds = async (): Promise<Bench> => {
  const { benchKinds } = await import('./measure-kinds.ts');
  return () => benchKinds(20_000);
};
const resolution = async (): Promise<Bench> => (await import('./names.ts')).benchNames;
const build = async (): Promise<Bench> => {
  const { benchBuild } = await import('./build.ts');
  const peers = values.peers.split(',').filter((name) => name !== '');
  return () => benchBuild({ articles: Number(values.articles), peers, content: values.content });
};

const search = async (): Promise<Bench> => {
  const { benchSearch } = await import('./search.ts');
  return () => benchSearch({ articles: Number(values.articles), content: values.content });
};

const curve = async (): Promise<Bench> => {
  const { benchCurve } = await import('./curve.ts');
  return () => benchCurve(values.sizes.split(',').map(Number), values.svg);
};

/** Each has parts that measure something and resolve to the lines that say what they found. */
const benches: Readonly<Record<string, (() => Promise<Bench>)[]>> = {
  build: [build],
  check: [async () => (await import('./check.ts')).benchCheck],
  names: [kinds, resolution, recognition, queries],
  kinds: [kinds],
  recognition: [recognition],
  queries: [queries],
  search: [search],
  curve: [curve],
};

const known = Object.keys(benches);
const unknown = names.find((name) => !known.includes(name));
if (values.help) console.log(usage);
else if (!/^[1-9]\d*$/.test(values.articles)) {
  console.error(`--articles takes a number, not "${values.articles}".\n${usage}`);
  process.exitCode = 2;
} else if (unknown !== undefined) {
  const near = nearest(unknown, known);
  console.error(`There is no bench "${unknown}"${near ? `; did you mean "${near}"?` : '.'}`);
  console.error(`The benches are: ${known.join(', ')}.`);
  process.exitCode = 2;
} else {
  const parts = new Set(
    (names.length > 0 ? names : known.filter((name) => name !== 'curve')).flatMap(
      (name) => benches[name] ?? [],
    ),
  );
  for (const part of parts) for (const line of await (await part())()) console.log(line);
}
