// Lists the modules that a module really loads, so that what they made is kept for as long as none of them changes.
import { readFile } from 'node:fs/promises';

export interface ModuleClosure {
  /** The source of each of the project's own modules, the first among them, by address. */
  own: Map<string, string>;
  /** What is loaded from Node or from packages: `node:fs`, `unified`. */
  outer: Set<string>;
}

/** Types are written as such everywhere (`verbatimModuleSyntax`), so an import without the word is loaded. */
const loaded = /^(?:import|export)\s(?!type\b)(?:[^;'"]*\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

export async function readModuleClosure(start: URL): Promise<ModuleClosure> {
  const closure: ModuleClosure = { own: new Map(), outer: new Set() };
  const open = [start.href];
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    if (closure.own.has(address)) continue;
    const source = await readFile(new URL(address), 'utf8');
    closure.own.set(address, source);
    for (const [, named, asked] of source.matchAll(loaded)) {
      const name = named ?? asked ?? '';
      if (name.startsWith('.')) open.push(new URL(name, address).href);
      else closure.outer.add(name);
    }
  }
  return closure;
}
