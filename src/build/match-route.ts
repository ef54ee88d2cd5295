// Reads the parameters of a route out of an address: `/[year]/[month]` and `/2020/01/` give year and month.

/**
 * @param pattern as Astro has it; `[...rest]` stands for any number of parts, but only at the end
 * @param path without the site's base
 * @returns nothing if the path is not one of the route
 */
export function matchRoute(pattern: string, path: string): Record<string, string | undefined> | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const params: Record<string, string | undefined> = {};
  for (const segment of pattern.split('/').filter((part) => part !== '')) {
    const [, rest, name] = /^\[(\.\.\.)?(\w+)\]$/.exec(segment) ?? [];
    if (rest !== undefined && name !== undefined) {
      params[name] = parts.splice(0).join('/') || undefined;
      continue;
    }
    const part = parts.shift();
    if (part === undefined || (name === undefined && part !== segment)) return undefined;
    if (name !== undefined) params[name] = part;
  }
  return parts.length === 0 ? params : undefined;
}
