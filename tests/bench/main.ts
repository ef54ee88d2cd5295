// The benches: `npm run bench -- NAME...` runs those named, without a name all of them, one after the other.
import { nearest } from '../../src/schema/sentence.ts';

type Bench = () => Promise<string[]>;

const queries = async (): Promise<Bench> => (await import('./queries.ts')).benchQueries;
const recognition = async (): Promise<Bench> => (await import('./recognition.ts')).benchRecognition;
const resolution = async (): Promise<Bench> => (await import('./names.ts')).benchNames;

/** Each has parts that measure something and resolve to the lines that say what they found. */
const benches: Readonly<Record<string, (() => Promise<Bench>)[]>> = {
  build: [async () => (await import('./build.ts')).benchBuild],
  check: [async () => (await import('./check.ts')).benchCheck],
  names: [resolution, recognition, queries],
  recognition: [recognition],
  queries: [queries],
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
  const parts = new Set((names.length > 0 ? names : known).flatMap((name) => benches[name] ?? []));
  for (const part of parts) for (const line of await (await part())()) console.log(line);
}
