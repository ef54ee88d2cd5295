// The records of one collection as files: JSON, CSV, and what maps and other authority files read.
import type { Archive } from '../../archive/build.ts';
import { renderCsv } from '../../text/csv.ts';
import { collections } from '../../schema/collections.ts';
import { site } from '../../site.ts';
import { absoluteUrl, datasetUrl, homeUrl, type RecordCollection } from '../../urls.ts';
import { describeRecord, type RecordData } from './describe-record.ts';

export const listRecords = (archive: Archive, collection: RecordCollection): RecordData[] =>
  archive[collection].map((record) => describeRecord(record, archive));

export const renderRecordsJson = (records: readonly RecordData[]): string =>
  `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;

const everyKind = ['id', 'url', 'name', 'aliases', 'description', 'wikidata', 'differentFrom'] as const;
const columnsOf = {
  people: ['born', 'died'],
  places: ['kind', 'within', 'lat', 'lon'],
  organizations: ['partOf'],
  topics: [],
  publications: ['website', 'language'],
} as const satisfies Record<RecordCollection, readonly string[]>;

/** Several spellings or ids stand in one field, with a bar between them. */
export function renderRecordsCsv(records: readonly RecordData[], collection: RecordCollection): string {
  const columns = [...everyKind, ...columnsOf[collection], 'articles', 'mentions'];
  const rows = records.map(({ location, ...record }) => {
    const values = new Map<string, unknown>(Object.entries({ ...record, ...location }));
    return columns.map((column) => renderValue(values.get(column)));
  });
  return renderCsv([columns, ...rows]);
}

const renderValue = (value: unknown): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join('|') : String(value);

/** RFC 7946; a place without a position has a null geometry. */
export function renderGeoJson(places: readonly RecordData[]): string {
  const features = places.map(({ location, ...properties }) => ({
    type: 'Feature',
    id: properties.id,
    geometry: location ? { type: 'Point', coordinates: [location.lon, location.lat] } : null,
    properties,
  }));
  return `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
}

/** People, places and organizations as a list of authorities: JSON-LD in the terms of SKOS. */
export function renderAuthorities(records: readonly RecordData[]): string {
  const scheme = `${absoluteUrl(datasetUrl())}#authorities`;
  const concepts = records.map(
    ({ collection, url, name, aliases, description, wikidata, differentFrom, within, partOf }) => ({
      '@id': url,
      '@type': 'skos:Concept',
      inScheme: scheme,
      'dcterms:type': collections[collection].noun,
      prefLabel: name,
      altLabel: aliases,
      definition: description,
      ...(wikidata !== null && { exactMatch: `http://www.wikidata.org/entity/${wikidata}` }),
      ...(within && { broader: addressBeside(url, within) }),
      ...(partOf && { broader: addressBeside(url, partOf) }),
      ...(differentFrom.length > 0 && { differentFrom: differentFrom.map((id) => addressBeside(url, id)) }),
    }),
  );
  const graph = [
    {
      '@id': scheme,
      '@type': 'skos:ConceptScheme',
      prefLabel: site.name,
      definition: 'The people, places and organizations of the archive.',
    },
    ...concepts,
  ];
  const context = {
    skos: 'http://www.w3.org/2004/02/skos/core#',
    dcterms: 'http://purl.org/dc/terms/',
    owl: 'http://www.w3.org/2002/07/owl#',
    prefLabel: { '@id': 'skos:prefLabel', '@language': site.language },
    inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
    // A spelling belongs to no one language.
    altLabel: { '@id': 'skos:altLabel', '@container': '@set' },
    definition: { '@id': 'skos:definition', '@language': site.language },
    exactMatch: { '@id': 'skos:exactMatch', '@type': '@id' },
    broader: { '@id': 'skos:broader', '@type': '@id' },
    differentFrom: { '@id': 'owl:differentFrom', '@type': '@id', '@container': '@set' },
  };
  return `{"@context":${JSON.stringify(context)},\n"@graph":[\n${graph.map((node) => JSON.stringify(node)).join(',\n')}\n]}\n`;
}

/** The address of another record of the same collection. */
const addressBeside = (url: string, id: string): string => new URL(`../${id}/`, url).href;

/** BEACON: which Wikidata items the archive has a page about, in how many articles. */
export function renderBeacon(records: readonly RecordData[]): string {
  const home = absoluteUrl(homeUrl());
  const lines = records.flatMap(({ wikidata, articles, url }) =>
    wikidata === null ? [] : [`${wikidata}|${articles}|${url.slice(home.length)}`],
  );
  return `${[
    '#FORMAT: BEACON',
    '#PREFIX: http://www.wikidata.org/entity/',
    `#TARGET: ${home}{ID}`,
    `#NAME: ${site.name}`,
    `#DESCRIPTION: ${site.description}`,
    `#CONTACT: ${site.contact.replace(/^mailto:/, '')}`,
    '#MESSAGE: articles in the archive',
    ...lines,
  ].join('\n')}\n`;
}
