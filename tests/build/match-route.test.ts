// An address gives the parameters of its route, and of no other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchRoute } from '../../src/build/match-route.ts';

const cases: [pattern: string, path: string, params: Record<string, string | undefined> | undefined][] = [
  ['/', '/', {}],
  ['/about', '/about/', {}],
  ['/about', '/rights/', undefined],
  ['/[year]', '/2020/', { year: '2020' }],
  ['/[year]', '/2020/01/', undefined],
  ['/[year]/[month]/[day]/[slug]', '/2020/01/03/x/', { year: '2020', month: '01', day: '03', slug: 'x' }],
  ['/people/[id]', '/people/ada/', { id: 'ada' }],
  ['/people/[id]', '/places/ada/', undefined],
  ['/[collection]/[id]/within/[...letter]', '/places/x/within/', { collection: 'places', id: 'x', letter: undefined }],
  ['/[collection]/[id]/within/[...letter]', '/places/x/within/a-/', { collection: 'places', id: 'x', letter: 'a-' }],
  ['/[collection]/[id]/[...date]', '/people/ada/2021/05/', { collection: 'people', id: 'ada', date: '2021/05' }],
  ['/[...moved]', '/a/b/c/', { moved: 'a/b/c' }],
]; // prettier-ignore

for (const [pattern, path, params] of cases)
  test(`${pattern} and ${path}`, () => assert.deepEqual(matchRoute(pattern, path), params));
