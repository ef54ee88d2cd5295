// The dataset as schema.org describes one, for search engines of data.
import type { Archive } from '../archive/build.ts';
import { site } from '../site.ts';
import { absoluteUrl, datasetUrl, homeUrl, rightsUrl } from '../urls.ts';
import type { JsonLd } from './metadata/json-ld.ts';
import { buildMention } from './metadata/things.ts';
import { fileUrl, listDatasetFiles } from './dataset-files.ts';

export function describeDataset(archive: Archive): JsonLd {
  const { articles, places } = archive;
  const days = articles.map(({ published }) => published);
  const countries = places.filter(({ kind }) => kind === 'country');
  const [newest] = days;
  const oldest = days.at(-1);
  return {
    '@type': 'Dataset',
    '@id': absoluteUrl(datasetUrl()),
    url: absoluteUrl(datasetUrl()),
    name: `${site.name}: articles and names`,
    description: `${site.description} All metadata, names and mentions of the archive, and the text of its full copies, as files.`,
    inLanguage: [...new Set(articles.map(({ language }) => language))].sort(),
    isAccessibleForFree: true,
    // By publication and article: no one licence covers all.
    license: absoluteUrl(rightsUrl()),
    creator: { '@type': 'Organization', name: site.name, url: absoluteUrl(homeUrl()) },
    ...(oldest !== undefined && { temporalCoverage: `${oldest}/${newest}` }),
    ...(countries.length > 0 && { spatialCoverage: countries.map((country) => buildMention(country)) }),
    variableMeasured: ['articles', 'mentions of people, places and organizations', 'spellings of names'],
    distribution: listDatasetFiles(absoluteUrl(datasetUrl()), archive).map((file) => ({
      '@type': 'DataDownload',
      name: file.name,
      description: file.holds,
      encodingFormat: file.mediaType,
      contentUrl: absoluteUrl(fileUrl(file)),
    })),
  };
}
