// What the atlas of the maps calls its countries, so that a view says which of them a place is without opening the atlas.
import type { Archive, PlaceRecord } from '../archive/build.ts';
import { foldName } from '../names/normalize.ts';

/** All countries of Natural Earth at 1:50 million, by its own short names. */
export const atlasNames: readonly string[] =
  `Afghanistan, Albania, Algeria, American Samoa, Andorra, Angola, Anguilla, Antarctica, Antigua and Barb.,
  Argentina, Armenia, Aruba, Ashmore and Cartier Is., Australia, Austria, Azerbaijan, Bahamas, Bahrain,
  Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bermuda, Bhutan, Bolivia, Bosnia and Herz., Botswana,
  Br. Indian Ocean Ter., Brazil, British Virgin Is., Brunei, Bulgaria, Burkina Faso, Burundi, Cabo Verde,
  Cambodia, Cameroon, Canada, Cayman Is., Central African Rep., Chad, Chile, China, Colombia, Comoros, Congo,
  Cook Is., Costa Rica, Croatia, Cuba, Curaçao, Cyprus, Czechia, Côte d'Ivoire, Dem. Rep. Congo, Denmark,
  Djibouti, Dominica, Dominican Rep., Ecuador, Egypt, El Salvador, Eq. Guinea, Eritrea, Estonia, Ethiopia,
  Faeroe Is., Falkland Is., Fiji, Finland, Fr. Polynesia, Fr. S. Antarctic Lands, France, Gabon, Gambia,
  Georgia, Germany, Ghana, Greece, Greenland, Grenada, Guam, Guatemala, Guernsey, Guinea, Guinea-Bissau, Guyana,
  Haiti, Heard I. and McDonald Is., Honduras, Hong Kong, Hungary, Iceland, India, Indian Ocean Ter., Indonesia,
  Iran, Iraq, Ireland, Isle of Man, Israel, Italy, Jamaica, Japan, Jersey, Jordan, Kazakhstan, Kenya, Kiribati,
  Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania,
  Luxembourg, Macao, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Marshall Is., Mauritania,
  Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Montserrat, Morocco, Mozambique,
  Myanmar, N. Cyprus, N. Mariana Is., Namibia, Nauru, Nepal, Netherlands, New Caledonia, New Zealand, Nicaragua,
  Niger, Nigeria, Niue, Norfolk Island, North Korea, Norway, Oman, Pakistan, Palau, Palestine, Panama,
  Papua New Guinea, Paraguay, Peru, Philippines, Pitcairn Is., Poland, Portugal, Puerto Rico, Qatar, Romania,
  Russia, Rwanda, S. Geo. and the Is., S. Sudan, Saint Helena, Saint Lucia, Samoa, San Marino, Saudi Arabia,
  Senegal, Serbia, Seychelles, Siachen Glacier, Sierra Leone, Singapore, Sint Maarten, Slovakia, Slovenia,
  Solomon Is., Somalia, Somaliland, South Africa, South Korea, Spain, Sri Lanka, St-Barthélemy, St-Martin,
  St. Kitts and Nevis, St. Pierre and Miquelon, St. Vin. and Gren., Sudan, Suriname, Sweden, Switzerland, Syria,
  São Tomé and Principe, Taiwan, Tajikistan, Tanzania, Thailand, Timor-Leste, Togo, Tonga, Trinidad and Tobago,
  Tunisia, Turkey, Turkmenistan, Turks and Caicos Is., U.S. Virgin Is., Uganda, Ukraine, United Arab Emirates,
  United Kingdom, United States of America, Uruguay, Uzbekistan, Vanuatu, Vatican, Venezuela, Vietnam,
  W. Sahara, Wallis and Futuna Is., Yemen, Zambia, Zimbabwe, eSwatini, Åland`.split(/,\s+/);

const byFoldedName = new Map(atlasNames.map((name) => [foldName(name), name]));

/** What the atlas calls a place, if it is one of its countries: under its name, or else under one of its aliases. */
export function atlasNameOf({
  kind,
  name,
  aliases,
}: Pick<PlaceRecord, 'kind' | 'name' | 'aliases'>): string | undefined {
  if (kind !== 'country') return undefined;
  for (const own of [name, ...aliases]) {
    const atlasName = byFoldedName.get(foldName(own));
    if (atlasName !== undefined) return atlasName;
  }
  return undefined;
}

/** What the archive calls countries, by their names in the atlas. */
export type OwnNames = Readonly<Record<string, string>>;

const ownNames = new WeakMap<Archive, OwnNames>();

/** Only those that differ from the names in the atlas; found once for an archive. */
export function ownNamesOf(archive: Archive): OwnNames {
  let names = ownNames.get(archive);
  if (names === undefined) {
    const all = archive.places.flatMap((place): [atlasName: string, name: string][] => {
      const atlasName = atlasNameOf(place);
      return atlasName === undefined ? [] : [[atlasName, place.name]];
    });
    // Of several records of one country the last counts, also where it has the name of the atlas.
    names = Object.fromEntries([...new Map(all)].filter(([atlasName, name]) => name !== atlasName));
    ownNames.set(archive, names);
  }
  return names;
}
