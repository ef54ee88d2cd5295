// A script that copies the site into a bucket of Amazon S3, where type and lifetime are kept with each file.
import type { AddressPattern } from './address-pattern.ts';
import { matchesPattern } from './address-pattern.ts';
import { contentTypeOf, endingOf, typesByAddress } from './content-types.ts';
import { fileOf, type FinishedSite } from './finished-site.ts';
import { headerRules, headersFor } from './headers.ts';

/** Copies new files before the pages that need them, and deletes last. Takes the bucket and the site's folder. */
export function renderS3({ base, files, moved }: FinishedSite): string {
  const names = files.filter(
    (name) => !/\.(?:br|gz)$/.test(name) && !/^(?:_headers|_redirects|\.htaccess|\.nojekyll)$/.test(name),
  );
  const groups = Map.groupBy(names, (name) =>
    JSON.stringify([headersFor(name, true)['Cache-Control'], contentTypeOf(name)]),
  );
  const commands = [...groups].sort(
    ([a], [b]) => Number(isLater(a)) - Number(isLater(b)) || (a < b ? -1 : 1),
  );
  const target = `"s3://$bucket${base.replace(/\/$/, '')}"`;
  return `#!/bin/sh
# Usage: BUCKET [FOLDER]; needs the AWS command line, version 2.
set -eu
bucket=\${1:?the name of the bucket}
site=\${2:-dist}
${commands
  .map(([key, group]) => {
    const [cache, type] = JSON.parse(key) as [string, string];
    return `aws s3 sync "$site" ${target} --no-progress --exclude '*' ${renderFilters(group, names)} --content-type '${type}' --cache-control '${cache}'\n`;
  })
  .join('')}${[...moved]
    .map(
      ([path, to]) =>
        `aws s3api put-object --bucket "$bucket" --key '${base.slice(1)}${fileOf(path)}' --body "$site/${fileOf(path)}" --content-type '${contentTypeOf(fileOf(path))}' --website-redirect-location '${base}${to.slice(1)}' > /dev/null\n`,
    )
    .join('')}# What the site no longer has. All that it has is there by now, and of the same size.
aws s3 sync "$site" ${target} --no-progress --delete --size-only ${neverCopied}
`;
}

const neverCopied =
  "--exclude '*.br' --exclude '*.gz' --exclude _headers --exclude _redirects --exclude .htaccess --exclude .nojekyll";

/** Pages and other files that are revalidated follow once the files that they name are there. */
const isLater = (key: string): boolean => !key.includes('immutable');

const hashed: readonly AddressPattern[] =
  headerRules.find(({ name }) => name === 'Cache-Control')?.except?.flatMap(({ on }) => on) ?? [];

/** A star stands for slashes too, and the last filter that names a file decides. */
function renderFilters(group: readonly string[], all: readonly string[]): string {
  const includes = [...new Set(group.map(renderFilter))].sort();
  const named = all.filter((name) => includes.some((filter) => matchesFilter(name, filter)));
  const others = named.filter((name) => !group.includes(name)).map(renderFilter);
  const excludes = [...new Set(others)].filter((filter) => !includes.includes(filter)).sort();
  return [
    ...includes.map((filter) => `--include '${filter}'`),
    ...excludes.map((filter) => `--exclude '${filter}'`),
  ].join(' ');
}

/** The widest filter that includes the file; narrower ones are written after it. */
function renderFilter(name: string): string {
  // Filters are case-sensitive.
  const ending = name.slice(name.length - endingOf(name).length);
  const narrow = hashed.find((pattern) => matchesPattern(name, pattern));
  if (narrow !== undefined) {
    const start = narrow.replace(/\*\*$/, '*');
    return ending === '' || start.includes(`.${ending}`) ? start : start.replace(/\*$/, `*.${ending}`);
  }
  const special = typesByAddress.find(({ on }) => matchesPattern(name, on));
  // Feeds and citations are recognized by name, in any folder.
  if (special?.on.startsWith('**/')) return name.replace(/^.*\//, '*/');
  if (special !== undefined || ending === '') return name;
  return `*.${ending}`;
}

const matchesFilter = (name: string, filter: string): boolean =>
  new RegExp(
    `^${filter
      .split('*')
      .map((part) => RegExp.escape(part))
      .join('.*')}$`,
  ).test(name);
