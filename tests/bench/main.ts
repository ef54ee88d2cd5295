// The benches: `npm run bench -- NAME...` runs those named, without a name all of them, one after the other.
import { nearest } from '../../src/schema/sentence.ts';

/** Each measures something and resolves to the lines that say what it found. */
const benches: Readonly<Record<string, () => Promise<() => Promise<string[]>>>> = {
  build: async () => (await import('./build.ts')).benchBuild,
  check: async () => (await import('./check.ts')).benchCheck,
  names: async () => (await import('./names.ts')).benchNames,
  recognition: async () => (await import('./recognition.ts')).benchRecognition,
  queries: async () => (await import('./queries.ts')).benchQueries,
};

const known = Object.keys(benches);
const names = process.argv.slice(2);
const unknown = names.find((name) => !known.includes(name));
if (unknown !== undefined) {
  const near = nearest(unknown, known);
  console.error(`There is no bench "${unknown}"${near ? `; did you mean "${near}"?` : '.'}`);
  console.error(`The benches are: ${known.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : known) {
    const bench = await benches[name]?.();
    for (const line of (await bench?.()) ?? []) console.log(line);
  }
}
