// What each collection of records is called on its pages, and which search filter shows its articles.
import { searchUrl, type RecordCollection } from '../urls.ts';

interface CollectionWords {
  title: string;
  noun: string;
  plural: string;
  /** Under the heading of the A-Z list. */
  intro: string;
  /** The name of the search page's filter. */
  filter: string;
  /** Said on the page of a record that no article names yet. */
  none: string;
}

export const collectionWords: Record<RecordCollection, CollectionWords> = {
  people: {
    title: 'People',
    noun: 'person',
    plural: 'people',
    intro: 'Everybody the archive knows by name: those who are written about and those who write.',
    filter: 'person',
    none: 'No article in the archive names or was written by this person yet.',
  },
  places: {
    title: 'Places',
    noun: 'place',
    plural: 'places',
    intro: 'Every place that has a record, from regions and countries to a single building.',
    filter: 'place',
    none: 'No article in the archive names this place yet.',
  },
  organizations: {
    title: 'Organizations',
    noun: 'organization',
    plural: 'organizations',
    intro: 'States’ bodies, parties, armed groups, companies and agencies that the articles name.',
    filter: 'organization',
    none: 'No article in the archive names this organization yet.',
  },
  topics: {
    title: 'Topics',
    noun: 'topic',
    plural: 'topics',
    intro: 'The subjects that articles are filed under.',
    filter: 'topic',
    none: 'No article is filed under this topic yet.',
  },
  publications: {
    title: 'Publications',
    noun: 'publication',
    plural: 'publications',
    intro: 'The newspapers and sites in which the articles first appeared.',
    filter: 'publication',
    none: 'The archive holds no article from this publication yet.',
  },
};

/** The search page with one filter set: `person=qasem-soleimani`. */
export const filteredSearchUrl = (filter: string, id: string): string =>
  `${searchUrl()}?${new URLSearchParams({ [filter]: id }).toString()}`;
