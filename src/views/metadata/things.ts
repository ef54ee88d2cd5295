// Who and what the records are about, in the words of schema.org; pure.
import { recordKey, type Archive, type AuthorityRecord } from '../../archive/build.ts';
import type { placeKinds } from '../../schema/place.ts';
import { absoluteUrl, recordUrl } from '../../urls.ts';
import type { JsonLd } from './json-ld.ts';

const types = {
  people: 'Person',
  places: 'Place',
  organizations: 'Organization',
  topics: 'DefinedTerm',
  publications: 'NewsMediaOrganization',
} as const;

const placeTypes: Partial<Record<(typeof placeKinds)[number], string>> = {
  country: 'Country',
  province: 'AdministrativeArea',
  city: 'City',
  river: 'RiverBodyOfWater',
};

const wikidataUrl = (item: string | undefined): string | undefined =>
  item && `https://www.wikidata.org/wiki/${item}`;

/** A record as another page names it: its identity, and where else in the world it has one. */
export function buildMention(record: AuthorityRecord): JsonLd {
  return {
    '@type': types[record.collection],
    '@id': absoluteUrl(recordUrl(record.collection, record.id)),
    name: record.name,
    sameAs: wikidataUrl(record.wikidata),
  };
}

/** Other spellings that a record's page tells; its file in the dataset has every one. */
export const mostSpellings = 60;

/** A record as its own page tells it, with its other spellings. */
export function buildThing(record: AuthorityRecord, { recordByKey }: Archive): JsonLd {
  const url = absoluteUrl(recordUrl(record.collection, record.id));
  const mention = (collection: AuthorityRecord['collection'], id: string | undefined): JsonLd | undefined => {
    const other = id === undefined ? undefined : recordByKey.get(recordKey(collection, id));
    return other && buildMention(other);
  };
  const thing = {
    ...buildMention(record),
    url,
    mainEntityOfPage: url,
    description: record.description,
    alternateName: record.aliases.length > 0 ? record.aliases.slice(0, mostSpellings) : undefined,
  };
  switch (record.collection) {
    case 'people':
      return { ...thing, birthDate: record.born, deathDate: record.died };
    case 'places':
      return {
        ...thing,
        additionalType: placeTypes[record.kind] && `https://schema.org/${placeTypes[record.kind]}`,
        containedInPlace: mention('places', record.within),
        geo: record.location && {
          '@type': 'GeoCoordinates',
          latitude: record.location.lat,
          longitude: record.location.lon,
        },
      };
    case 'organizations':
      return { ...thing, parentOrganization: mention('organizations', record.partOf) };
    case 'publications': {
      const { website } = record;
      const sameAs = [wikidataUrl(record.wikidata), website].filter((address) => address !== undefined);
      return { ...thing, sameAs: sameAs.length > 0 ? sameAs : undefined };
    }
    case 'topics':
      return thing;
  }
}
