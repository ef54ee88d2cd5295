// The files that say what may be done here: each in the form of its standard, all from site.ts.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { tagsOfHead } from './embedded-metadata.ts';
import { buildMiningTags, renderMiningRules } from '../../src/exports/policy/mining.ts';
import { renderRobots } from '../../src/exports/policy/robots.ts';
import { renderSecurity } from '../../src/exports/policy/security.ts';
import { site } from '../../src/site.ts';
import { viewRights } from '../../src/views/rights.ts';
import { openScholarsArchive } from './scholars-archive.ts';

test('security.txt has what RFC 9116 asks for, each field once', () => {
  const fields = renderSecurity()
    .trimEnd()
    .split('\n')
    .map((line) => line.split(': '));
  assert.deepEqual(
    fields.map(([name]) => name),
    ['Contact', 'Expires', 'Preferred-Languages', 'Canonical', 'Policy'],
  );
  const values = Object.fromEntries(fields) as Record<string, string>;
  assert.match(values['Contact'] ?? '', /^(?:mailto:|https:)/);
  assert.match(values['Expires'] ?? '', /^\d{4}-\d\d-\d\dT00:00:00Z$/);
  assert.equal(values['Canonical'], 'https://dateline.example/.well-known/security.txt');
});

test('robots.txt lets everybody in and leads to the sitemap', () => {
  assert.equal(renderRobots(), 'User-agent: *\nAllow: /\n\nSitemap: https://dateline.example/sitemap.xml\n');
});

function choose(context: TestContext, mining: typeof site.mining): void {
  const before = site.mining;
  site.mining = mining;
  context.after(() => {
    site.mining = before;
  });
}

test('text and data mining is reserved, with the page of rights for terms', (context) => {
  choose(context, { reserved: true });
  assert.deepEqual(JSON.parse(renderMiningRules()), [
    { location: '/', 'tdm-reservation': 1, 'tdm-policy': 'https://dateline.example/rights/' },
  ]);
  assert.deepEqual(tagsOfHead(buildMiningTags()), [
    { name: 'tdm-reservation', content: '1' },
    { name: 'tdm-policy', content: 'https://dateline.example/rights/' },
  ]);
});

test('the maintainer may allow it, or name other terms', (context) => {
  choose(context, { reserved: false });
  assert.deepEqual(JSON.parse(renderMiningRules()), [{ location: '/', 'tdm-reservation': 0 }]);
  assert.deepEqual(tagsOfHead(buildMiningTags()), [{ name: 'tdm-reservation', content: '0' }]);
  choose(context, { reserved: true, policy: 'https://terms.example/' });
  assert.match(renderMiningRules(), /"tdm-policy": "https:\/\/terms\.example\/"/);
});

test('the rights of each publication are summed, and one without articles has none', async (context) => {
  const { publications } = viewRights(await openScholarsArchive(context));
  assert.deepEqual(
    publications.map(({ id, statements }) => [id, statements]),
    [
      [
        'fluss-bote',
        [
          {
            uri: 'https://creativecommons.org/licenses/by/4.0/',
            words: 'CC BY 4.0',
            holders: ['Der Flussbote'],
            full: 1,
            summaries: 0,
          },
        ],
      ],
      [
        'harbour-herald',
        [
          {
            uri: 'http://rightsstatements.org/vocab/InC/1.0/',
            words: 'In copyright',
            holders: ['Harbour Herald'],
            full: 1,
            summaries: 0,
          },
          {
            uri: 'https://creativecommons.org/publicdomain/zero/1.0/',
            words: 'CC0, public domain dedication',
            holders: [],
            full: 0,
            summaries: 1,
          },
        ],
      ],
      [
        'al-mina',
        [
          {
            uri: 'http://rightsstatements.org/vocab/CNE/1.0/',
            words: 'Copyright not evaluated',
            holders: [],
            full: 1,
            summaries: 0,
          },
        ],
      ],
    ],
  );
});
