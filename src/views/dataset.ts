// The page of the dataset: how much there is, the files, and an example of an article and a record.
import type { Archive } from '../archive/build.ts';
import { absoluteUrl, datasetUrl } from '../urls.ts';
import { listDatasetFiles, type DatasetFile } from './dataset-files.ts';
import { describeDataset } from './describe-dataset.ts';
import type { JsonLd } from './metadata/json-ld.ts';

export interface DatasetView {
  articles: number;
  records: number;
  mentions: number;
  /** The id of an article, for example; absent in an empty archive. */
  article?: string;
  /** The id of a person, for example; absent if there is none. */
  person?: string;
  files: Omit<DatasetFile, 'mediaType'>[];
  linkedData: JsonLd;
}

export function viewDataset(archive: Archive): DatasetView {
  const { articles, people, recordByKey } = archive;
  const [article] = articles;
  const [person] = people;
  return {
    articles: articles.length,
    records: recordByKey.size,
    mentions: articles.reduce((sum, { mentions }) => sum + mentions.length, 0),
    ...(article && { article: article.id }),
    ...(person && { person: person.id }),
    files: listDatasetFiles(absoluteUrl(datasetUrl()), archive).map(({ mediaType, ...file }) => file),
    linkedData: describeDataset(archive),
  };
}
