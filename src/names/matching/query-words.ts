// Words of a query that are no part of a name, or stand for other words: titles, nationalities, short forms.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles that readers type and no recognized text has, in lower case; the others are in recognition/titles.ts. */
export const queryTitles = list(`
  the pm fm retired late ret retd cllr cdr brig hon esq saint st
  monsieur madame mme mlle président présidente ministre chancelier général maréchal
  herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin bundespräsident präsident minister ministerpräsident außenminister
  innenminister señor señora sr sra presidente presidenta ministro ministra signor signora onorevole`);

/** The adjectives of nations and peoples, in lower case. */
const nationalities = list(`
  afghan albanian algerian american angolan arab argentine argentinian armenian australian austrian azerbaijani azeri bahraini
  bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian cameroonian canadian chadian
  chilean chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english eritrean
  estonian ethiopian european filipino finnish french gambian georgian german ghanaian greek guatemalan haitian honduran
  hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan
  korean kosovar kurdish kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian macedonian malaysian maltese
  mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian norwegian omani
  pakistani palestinian panamanian paraguayan persian peruvian philippine polish portuguese qatari romanian russian rwandan
  saudi scottish senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik
  tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni
  zambian zimbabwean`);

export const isNationality = (word: string): boolean => nationalities.has(word);

/** Short forms of states and bodies of states, folded, with the names they stand for. */
export const shortForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'united states', usa: 'united states', uk: 'united kingdom', un: 'united nations', eu: 'european union',
    uae: 'united arab emirates', ussr: 'soviet union', dprk: 'north korea', roc: 'taiwan', drc: 'democratic republic congo',
    intl: 'international', natl: 'national', govt: 'government', dept: 'department', univ: 'university', assn: 'association',
  }),
); // prettier-ignore

/** Names that one country has or had, folded, in groups. */
const countries = `
  suriname, surinam, dutch guiana · macau, macao · kyrgyzstan, kirghizia, kirgizia · moldova, moldavia ·
  belarus, byelorussia, belorussia, white russia · myanmar, burma · eswatini, swaziland · sri lanka, ceylon · iran, persia ·
  netherlands, holland · burkina faso, upper volta · cambodia, kampuchea · ethiopia, abyssinia · zimbabwe, rhodesia ·
  cote divoire, ivory coast · timor leste, east timor · cabo verde, cape verde · czechia, czech republic ·
  north macedonia, macedonia · turkiye, turkey · thailand, siam · benin, dahomey · lesotho, basutoland ·
  botswana, bechuanaland · ghana, gold coast · malawi, nyasaland · taiwan, formosa · bangladesh, east pakistan ·
  zambia, northern rhodesia · namibia, south west africa · djibouti, french somaliland · guyana, british guiana ·
  belize, british honduras · mali, french sudan · democratic republic of the congo, zaire, congo kinshasa ·
  united arab emirates, trucial states · tanzania, tanganyika · vatican, holy see, vatican city · ireland, eire ·
  united states, united states of america, usa, us, america · united kingdom, uk, great britain, britain ·
  south korea, republic of korea · north korea, democratic peoples republic of korea, dprk ·
  china, peoples republic of china, prc · soviet union, ussr · west germany, federal republic of germany ·
  east germany, german democratic republic, gdr`;

let synonyms: ReadonlyMap<string, readonly string[]> | undefined;

/** Other names of a country, folded; from its folded name. */
export function countrySynonyms(form: string): readonly string[] | undefined {
  if (synonyms === undefined) {
    const groups = countries.split('·').map((group) => group.split(',').map((name) => name.trim()));
    synonyms = new Map(
      groups.flatMap((group) => group.map((name) => [name, group.filter((other) => other !== name)])),
    );
  }
  return synonyms.get(form);
}
