// The benches: `npm run bench -- NAME...` runs those named, without a name all of them, one after the other.

/** Each measures something and resolves to the lines that say what it found. */
const benches: Readonly<Record<string, () => Promise<() => Promise<string[]>>>> = {
  build: async () => (await import('./build.ts')).benchBuild,
  queries: async () => (await import('./queries.ts')).benchQueries,
};

const known = Object.keys(benches);
const names = process.argv.slice(2);
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}. The benches are: ${known.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : known) {
    const bench = await benches[name]?.();
    for (const line of (await bench?.()) ?? []) console.log(line);
  }
}
