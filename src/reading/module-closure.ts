// Lists the modules that a module really loads, so that their results are kept until one of them changes.
import { readFile } from 'node:fs/promises';

export interface ModuleClosure {
  /** The source of each of the project's own modules, the first among them, by address. */
  own: Map<string, string>;
  /** What is loaded from Node or from packages: `node:fs`, `unified`. */
  outer: Set<string>;
}

/** Imports of types are always marked (`verbatimModuleSyntax`), so an import without `type` is loaded. */
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
