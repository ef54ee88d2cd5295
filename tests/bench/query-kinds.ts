// The 85 queries of the search bench, by kind: what a reader types and what the reader means by it.

/** A record, by its key; words that stand in articles next to each other; or nothing the archive has. */
export type Meaning = { record: string } | { words: string } | { nothing: true };

export interface Query {
  kind: string;
  typed: string;
  meaning: Meaning;
  /** An ordinary word is nobody's name: the page must not offer one. */
  ordinary?: true;
}

type Row = readonly [typed: string, record: string];

/** Each kind: what is typed, and the record that is meant. */
const names: Readonly<Record<string, readonly Row[]>> = {
  // The preferred name, where articles print others too.
  exact: [
    ['Naseer al-Khuzayi', 'people/naseer-al-khuzayi'],
    ['Yevgeny Dobrolyubsky', 'people/yevgeny-dobrolyubsky'],
    ['Hemin Shekhani', 'people/hemin-shekhani'],
    ["Qal'at Sadiq", 'places/qalat-sadiq'],
    ['Frontier Guard Legion', 'organizations/frontier-guard-legion'],
  ],
  case: [
    ['houshang sohrabi', 'people/houshang-sohrabi'],
    ['XU QIAOLAN', 'people/xu-qiaolan'],
    ['wEXCOMBE', 'places/wexcombe'],
    ["kata'ib AL-WAFA", 'organizations/kataib-al-wafa'],
  ],
  surname: [
    ['Sohrabi', 'people/houshang-sohrabi'],
    ['Dobrolyubsky', 'people/yevgeny-dobrolyubsky'],
    ['Haddadin', 'people/nadia-haddadin'],
    ['Eskandarpour', 'people/gholamreza-eskandarpour'],
    ['Shirvanlou', 'people/mahnaz-shirvanlou'],
    ['Гаврильченко', 'people/oleksiy-havrylchenko'],
  ],
  diacritic: [
    ['Boguslaw Mlynski', 'people/boguslaw-mlynski'],
    ['Gulsah Yildiroglu', 'people/gulsah-yildiroglu'],
    ['Soren Aerbak', 'people/soren-aerbak'],
    ['Nguyen Dinh Khai', 'people/nguyen-dinh-khai'],
    ['Lakowice', 'places/lakowice'],
  ],
  apostrophe: [
    ['Raid Maruf', 'people/raid-maruf'],
    ['OHanrahan', 'people/siobhan-ohanrahan'],
    ['Qal‘at Sadiq', 'places/qalat-sadiq'],
    ['Kataib al-Wafa', 'organizations/kataib-al-wafa'],
    ['United Dockers Federation', 'organizations/united-dockers-federation'],
  ],
  hyphen: [
    ['Salim Abdul Wadud', 'people/salim-abdul-wadud'],
    ['Abdul-Wadud', 'people/salim-abdul-wadud'],
    ['Anne Lise Dufresnoy Kerr', 'people/anne-lise-dufresnoy-kerr'],
    ['Hsu Chiaolan', 'people/xu-qiaolan'],
    ['Saint Aubrey sur Lance', 'places/saint-aubrey-sur-lance'],
  ],
  article: [
    ['Naseer Al Khuzayi', 'people/naseer-al-khuzayi'],
    ["Mazra'a", 'places/al-mazraa'],
    ['Ansar Sadd', 'organizations/ansar-al-sadd'],
    ['The Central Water Authority', 'organizations/central-water-authority'],
  ],
  // Spellings that no record lists.
  transliteration: [
    ['Nassir al-Khozaei', 'people/naseer-al-khuzayi'],
    ['Saleem Abd el-Wadood', 'people/salim-abdul-wadud'],
    ['Hoshang Sohraby', 'people/houshang-sohrabi'],
    ['Qolamreza Iskanderpour', 'people/gholamreza-eskandarpour'],
    ['Aleksei Gavrylchenko', 'people/oleksiy-havrylchenko'],
    ['Zinayda Tchereshneva', 'people/zinaida-chereshneva'],
    ['Hemin Shexani', 'people/hemin-shekhani'],
    ['Tel Shoreif', 'places/tell-shurayf'],
    ['Katayeb el-Wafaa', 'organizations/kataib-al-wafa'],
  ],
  // Slips that no record lists.
  'typing error': [
    ['Naseer al-Khuzyai', 'people/naseer-al-khuzayi'],
    ['Eskandarpuor', 'people/gholamreza-eskandarpour'],
    ['Dobrolybsky', 'people/yevgeny-dobrolyubsky'],
    ['Gulsah Yildirolgu', 'people/gulsah-yildiroglu'],
    ['Boguslaw Mylnski', 'people/boguslaw-mlynski'],
    ['Leonard Gattes', 'people/leonard-gates'],
    ['Wexcmobe', 'places/wexcombe'],
    ['Novokrasnosvk', 'places/novokrasnovsk'],
    ['Fronteir Guard Legion', 'organizations/frontier-guard-legion'],
  ],
  prefix: [
    ['Eskand', 'people/gholamreza-eskandarpour'],
    ['Dobrol', 'people/yevgeny-dobrolyubsky'],
    ['Chervono', 'places/chervonohradka'],
    ['Frontier Gu', 'organizations/frontier-guard-legion'],
  ],
  possessive: [
    ["Sohrabi's", 'people/houshang-sohrabi'],
    ['Mlynski’s', 'people/boguslaw-mlynski'],
    ["Marian Rice's", 'people/marian-rice'],
    ["Wexcombe's", 'places/wexcombe'],
  ],
  initialism: [
    ['FGL', 'organizations/frontier-guard-legion'],
    ['U.D.F.', 'organizations/united-dockers-federation'],
    ['cwa', 'organizations/central-water-authority'],
    ['MRF', 'organizations/meridian-reconstruction-fund'],
  ],
  // Names that an article prints only with dashes that touch them.
  'dash-joined': [
    ['Zinaida Chereshneva', 'people/zinaida-chereshneva'],
    ['Karaağaçlı', 'people/ismet-karaagacli'],
    ['Qalaat Sadiq', 'places/qalat-sadiq'],
    ['Zarya Energo', 'organizations/zarya-energo'],
  ],
  // Surnames whose stem is an ordinary word's, or another surname's.
  'stem clash': [
    ['Gates', 'people/leonard-gates'],
    ['Rices', 'people/delphine-rices'],
    ['May', 'people/theodora-may'],
    ['Waters', 'people/imogen-waters'],
  ],
};

const phrases = [
  '“caretaker cabinet”',
  '"water for the lower fields"',
  '"no ship will be turned away"',
  '"old customs road"',
];

/** Close to Budgett, Minster, Bordet and Waters, who are not meant. */
const ordinaryWords = ['budget', 'minister', 'border', 'water'];

const nonsense = ['qqxyzzy', 'blorfanquet', 'zzkrwmpt vvqoo', 'xjkwq-ptrz', 'ghtfrdsw'];

export const queries: readonly Query[] = [
  ...Object.entries(names).flatMap(([kind, rows]) =>
    rows.map(([typed, record]): Query => ({ kind, typed, meaning: { record } })),
  ),
  ...phrases.map((typed): Query => ({ kind: 'phrase', typed, meaning: { words: typed } })),
  ...ordinaryWords.map((typed): Query => ({
    kind: 'ordinary word',
    typed,
    meaning: { words: typed },
    ordinary: true,
  })),
  ...nonsense.map((typed): Query => ({ kind: 'nonsense', typed, meaning: { nothing: true } })),
];
