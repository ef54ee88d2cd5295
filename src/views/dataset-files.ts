// The list of the dataset's files, for its page: what each holds, who reads it, and a question it answers.
import type { Archive, AuthorityRecord } from '../archive/build.ts';
import { compareText } from '../schema/finding.ts';
import { datasetFileUrl } from '../urls.ts';

export interface DatasetFile {
  /** In the dataset's folder. */
  name: string;
  mediaType: string;
  /** One sentence. */
  holds: string;
  /** A command that answers a question from it, and the question. */
  example?: { question: string; command: string };
}

/**
 * The commands ask for names that the archive has much to say of, so that they answer something.
 * @param home the whole address of the archive's dataset folder, for commands that a reader copies
 */
export function listDatasetFiles(home: string, archive: Archive): DatasetFile[] {
  const person = findMostNamed(archive, 'people');
  const place = findMostNamed(archive, 'places');
  return listFiles(home, person?.id ?? 'some-person', place ?? { id: 'some-place', name: 'a place' });
}

function findMostNamed(
  { articles, ...records }: Archive,
  collection: 'people' | 'places',
): AuthorityRecord | undefined {
  const times = new Map<string, number>();
  for (const { mentions } of articles)
    for (const mention of mentions)
      if (mention.collection === collection) times.set(mention.id, (times.get(mention.id) ?? 0) + 1);
  const timesOf = ({ id }: AuthorityRecord): number => times.get(id) ?? 0;
  return records[collection].toSorted((a, b) => timesOf(b) - timesOf(a) || compareText(a.id, b.id))[0];
}

const listFiles = (
  home: string,
  person: string,
  place: Pick<AuthorityRecord, 'id' | 'name'>,
): DatasetFile[] => [
  {
    name: 'articles.ndjson',
    mediaType: 'application/x-ndjson',
    holds:
      'Every article, one a line, newest first: all that its page says of it, each mention of a name with its paragraph and spelling, and the text of full copies.',
    example: {
      question: 'In which articles does a name stand, spelled how?',
      command: `curl -s ${home}articles.ndjson |
  jq -r '.id as $id | .mentions[] | select(.id == "${person}") | "\\($id)#\\(.paragraph) \\(.spelling)"'`,
    },
  },
  {
    name: 'archive.sqlite',
    mediaType: 'application/vnd.sqlite3',
    holds:
      'Articles, records, spellings and mentions as tables, with full-text search over headlines, descriptions and the text of full copies.',
    example: {
      question: `Who is named together with ${place.name}, in how many articles?`,
      command: `sqlite3 archive.sqlite "
  SELECT r.name, count(DISTINCT m.article) AS articles
  FROM mentions b JOIN mentions m USING (article) JOIN records r ON (r.collection, r.id) = (m.collection, m.record)
  WHERE b.record = '${place.id}' AND m.collection = 'people'
  GROUP BY r.id ORDER BY articles DESC, r.name"`,
    },
  },
  {
    name: 'articles.parquet',
    mediaType: 'application/vnd.apache.parquet',
    holds: 'The articles as columns for analysis; lists of ids are JSON arrays.',
    example: {
      question: 'How many articles and words are there by year?',
      command: `duckdb -c "
  SELECT published[:4] AS year, count(*) AS articles, sum(words) AS words
  FROM '${home}articles.parquet' GROUP BY year ORDER BY year"`,
    },
  },
  {
    name: 'library.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    holds: 'A citation of every article as CSL-JSON, which Zotero and other reference managers import.',
    example: {
      question: 'How is every article cited, in the style of Chicago?',
      command: `pandoc --from csljson --to plain --citeproc ${home}library.json`,
    },
  },
  {
    name: 'mentions.csv',
    mediaType: 'text/csv',
    holds: 'Every mention of a record as a row: article, day, record, spelling as printed, paragraph.',
    example: {
      question: 'Which spellings of a name are printed most?',
      command: `python3 -c "
import collections, csv, io, urllib.request
text = urllib.request.urlopen('${home}mentions.csv').read().decode()
rows = csv.DictReader(io.StringIO(text))
print(collections.Counter(row['spelling'] for row in rows).most_common(10))"`,
    },
  },
  {
    name: 'places.geojson',
    mediaType: 'application/geo+json',
    holds: 'The places for a map, with the number of their articles; it opens in QGIS as it is.',
    example: {
      question: 'Which places have a position, and how many articles?',
      command: `curl -s ${home}places.geojson |
  jq -r '.features[] | select(.geometry) | [.properties.name, .properties.articles, .geometry.coordinates[]] | @tsv'`,
    },
  },
  ...(['people', 'places', 'organizations', 'topics', 'publications'] as const).flatMap(
    (collection): DatasetFile[] => [
      {
        name: `${collection}.csv`,
        mediaType: 'text/csv',
        holds: `The ${collection} for a spreadsheet or OpenRefine; several spellings stand in one field with a bar between them. Text that a spreadsheet would run as a formula has an apostrophe before it; the JSON has it as it is.`,
        ...(collection === 'people' && {
          example: {
            question: 'Which people have a Wikidata item?',
            command: `python3 -c "
import csv, io, urllib.request
text = urllib.request.urlopen('${home}people.csv').read().decode()
print([row['name'] for row in csv.DictReader(io.StringIO(text)) if row['wikidata']])"`,
          },
        }),
      },
      {
        name: `${collection}.json`,
        mediaType: 'application/json',
        holds: `The same ${collection} as JSON, spellings as a list.`,
        ...(collection === 'people' && {
          example: {
            question: 'All spellings of a name',
            command: `curl -s ${home}people.json | jq -r '.[] | select(.id == "${person}") | .aliases[]'`,
          },
        }),
      },
    ],
  ),
  {
    name: 'authorities.jsonld',
    mediaType: 'application/ld+json',
    holds:
      'People, places and organizations as a list of authorities in SKOS: preferred name, other spellings, what is wider, the Wikidata item where it is certain.',
  },
  {
    name: 'beacon.txt',
    mediaType: 'text/plain',
    holds:
      'A BEACON file: the Wikidata items that the archive has a page about, with its number of articles.',
  },
];

/** The address of a file of the list. */
export const fileUrl = ({ name }: DatasetFile): string => datasetFileUrl(name);
