// Who and what the made-up archive is about: invented records with the aliases a careful maintainer would list, and how articles print them.
import type { NamedCollection } from '../../src/schema/collection-names.ts';

/** The full form, the form of later mentions, and the language of the articles that print it so (default: English). */
export type Print = readonly [full: string, short: string, language?: 'de' | 'ar'];

export interface CastMember {
  collection: NamedCollection;
  id: string;
  name: string;
  aliases: readonly string[];
  /** How a text introduces a person; what a place or an organization is. */
  role: string;
  prints: readonly Print[];
  /** Whether an English sentence puts "the" before it. */
  the?: true;
  /** Further lines of its front matter. */
  fields?: readonly string[];
}

type Row = Omit<CastMember, 'collection'>;

const people: readonly Row[] = [
  {
    id: 'naseer-al-khuzayi',
    name: 'Naseer al-Khuzayi',
    aliases: [
      'Nasir al-Khuzai',
      'Nasser al-Khuzaie',
      'Naseer Khuzayi',
      'al-Khuzayi',
      'al-Khuzai',
      'al-Khuzaie',
      'Khuzayi',
      'نصير الخزاعي',
      'الخزاعي',
    ],
    role: 'the deputy interior minister',
    prints: [
      ['Naseer al-Khuzayi', 'al-Khuzayi'],
      ['Nasir al-Khuzai', 'al-Khuzai'],
      ['نصير الخزاعي', 'الخزاعي', 'ar'],
      ['Nasser al-Khuzaie', 'al-Khuzaie'],
    ],
    fields: ['differentFrom: [nasir-al-khuzaymi]'],
  },
  {
    id: 'nasir-al-khuzaymi',
    name: 'Nasir al-Khuzaymi',
    aliases: ['Nasser al-Khuzaymi', 'al-Khuzaymi'],
    role: 'a preacher from the hill villages',
    prints: [
      ['Nasir al-Khuzaymi', 'al-Khuzaymi'],
      ['Nasser al-Khuzaymi', 'al-Khuzaymi'],
    ],
    fields: ['differentFrom: [naseer-al-khuzayi]'],
  },
  {
    id: 'salim-abdul-wadud',
    name: 'Salim Abdul-Wadud',
    aliases: [
      'Salim Abdulwadud',
      'Saleem Abdel Wadoud',
      'Salim Abd al-Wadud',
      'Abdul-Wadud',
      'Abdulwadud',
      'Abdel Wadoud',
      'سليم عبد الودود',
      'عبد الودود',
    ],
    role: 'the chairman of the river commission',
    prints: [
      ['Salim Abdul-Wadud', 'Abdul-Wadud'],
      ['Saleem Abdel Wadoud', 'Abdel Wadoud'],
      ['Salim Abdulwadud', 'Abdulwadud'],
      ['سليم عبد الودود', 'عبد الودود', 'ar'],
      ['Salim Abdul Wadud', 'Abdul Wadud'],
    ],
  },
  {
    id: 'raid-maruf',
    name: "Ra'id Ma'ruf",
    aliases: ['Raed Maarouf', "Ma'ruf", 'Maarouf', 'رائد معروف'],
    role: 'the director of the children’s hospital',
    prints: [
      ["Ra'id Ma'ruf", "Ma'ruf"],
      ['Raʾid Maʿruf', 'Maʿruf'],
      ['Raed Maarouf', 'Maarouf'],
      ['رائد معروف', 'رائد معروف', 'ar'],
      ['Ra’id Ma‘ruf', 'Ma‘ruf'],
    ],
  },
  {
    id: 'nadia-haddadin',
    name: 'Nadia Haddadin',
    aliases: ['Nadya Haddadin', 'نادية حدادين'],
    role: 'the judge in the port trial',
    prints: [
      ['Nadia Haddadin', 'Haddadin'],
      ['Nadya Haddadin', 'Haddadin'],
      ['نادية حدادين', 'نادية حدادين', 'ar'],
    ],
    fields: ['differentFrom: [karim-haddadin]'],
  },
  {
    id: 'karim-haddadin',
    name: 'Karim Haddadin',
    aliases: ['Kareem Haddadin', 'Kerim Haddadin'],
    role: 'the captain of the football team',
    prints: [
      ['Karim Haddadin', 'Haddadin'],
      ['Kareem Haddadin', 'Haddadin'],
    ],
  },
  {
    id: 'houshang-sohrabi',
    name: 'Houshang Sohrabi',
    aliases: [
      'Hooshang Sohrabi',
      'Hushang Suhrabi',
      'Huschang Sohrabi',
      'Sohrabi',
      'Suhrabi',
      'هوشنگ سهرابی',
      'هوشنك سهرابي',
    ],
    role: 'the envoy to the border talks',
    prints: [
      ['Houshang Sohrabi', 'Sohrabi'],
      ['Hushang Suhrabi', 'Suhrabi'],
      ['Huschang Sohrabi', 'Sohrabi', 'de'],
      ['Hooshang Sohrabi', 'Sohrabi'],
      ['هوشنك سهرابي', 'هوشنك سهرابي', 'ar'],
    ],
    fields: ['differentFrom: [arsen-zohrabyan]'],
  },
  {
    id: 'arsen-zohrabyan',
    name: 'Arsen Zohrabyan',
    aliases: ['Arsen Zohrabian', 'Zohrabyan', 'Zohrabian'],
    role: 'a concert pianist',
    prints: [
      ['Arsen Zohrabyan', 'Zohrabyan'],
      ['Arsen Zohrabian', 'Zohrabian'],
    ],
  },
  {
    id: 'gholamreza-eskandarpour',
    name: 'Gholamreza Eskandarpour',
    aliases: [
      'Gholam-Reza Eskandarpour',
      'Ghulamreza Iskandarpur',
      'Eskandarpour',
      'Iskandarpur',
      'غلامرضا اسکندرپور',
      'غلام رضا اسكندربور',
    ],
    role: 'the general in command of the eastern districts',
    prints: [
      ['Gholamreza Eskandarpour', 'Eskandarpour'],
      ['Ghulamreza Iskandarpur', 'Iskandarpur'],
      ['Gholam-Reza Eskandarpour', 'Eskandarpour'],
      ['غلام رضا اسكندربور', 'غلام رضا اسكندربور', 'ar'],
    ],
  },
  {
    id: 'mahnaz-shirvanlou',
    name: 'Mahnaz Shirvanlou',
    aliases: [
      'Mahnaz Shirvanloo',
      'Mahnas Schirwanlu',
      'Shirvanlou',
      'Shirvanloo',
      'Schirwanlu',
      'مهناز شیروانلو',
    ],
    role: 'the maker of a film about the dam',
    prints: [
      ['Mahnaz Shirvanlou', 'Shirvanlou'],
      ['Mahnaz Shirvanloo', 'Shirvanloo'],
      ['Mahnas Schirwanlu', 'Schirwanlu', 'de'],
    ],
  },
  {
    id: 'yevgeny-dobrolyubsky',
    name: 'Yevgeny Dobrolyubsky',
    aliases: [
      'Evgeny Dobrolyubsky',
      'Evgenii Dobroliubskii',
      'Jewgeni Dobroljubski',
      'Dobrolyubsky',
      'Dobroliubskii',
      'Dobroljubski',
      'Евгений Добролюбский',
    ],
    role: 'the director of the gas works',
    prints: [
      ['Yevgeny Dobrolyubsky', 'Dobrolyubsky'],
      ['Evgenii Dobroliubskii', 'Dobroliubskii'],
      ['Jewgeni Dobroljubski', 'Dobroljubski', 'de'],
      ['Evgeny Dobrolyubsky', 'Dobrolyubsky'],
    ],
  },
  {
    id: 'oleksiy-havrylchenko',
    name: 'Oleksiy Havrylchenko',
    aliases: [
      'Oleksii Havrylchenko',
      'Alexei Gavrilchenko',
      'Havrylchenko',
      'Gavrilchenko',
      'Олексій Гаврильченко',
    ],
    role: 'the engineer of the Anna mine',
    prints: [
      ['Oleksiy Havrylchenko', 'Havrylchenko'],
      ['Alexei Gavrilchenko', 'Gavrilchenko'],
      ['Oleksii Havrylchenko', 'Havrylchenko'],
    ],
  },
  {
    id: 'zinaida-chereshneva',
    name: 'Zinaida Chereshneva',
    aliases: [
      'Zinaida Chereshnyova',
      'Sinaida Tschereschnjowa',
      'Chereshneva',
      'Chereshnyova',
      'Tschereschnjowa',
      'Зинаида Черешнёва',
    ],
    role: 'the chess champion',
    prints: [
      ['Zinaida Chereshneva', 'Chereshneva'],
      ['Sinaida Tschereschnjowa', 'Tschereschnjowa', 'de'],
      ['Zinaida Chereshnyova', 'Chereshnyova'],
    ],
  },
  {
    id: 'xu-qiaolan',
    name: 'Xu Qiaolan',
    aliases: ['Hsu Chiao-lan', 'Xu Qiao-lan', '徐巧兰', '徐巧蘭'],
    role: 'the owner of the coastal ferries',
    prints: [
      ['Xu Qiaolan', 'Xu'],
      ['Hsu Chiao-lan', 'Hsu'],
      ['Xu Qiao-lan', 'Xu'],
    ],
  },
  {
    id: 'zhong-weidao',
    name: 'Zhong Weidao',
    aliases: ['Chung Wei-tao', '钟伟道'],
    role: 'the builder of the mountain railway',
    prints: [
      ['Zhong Weidao', 'Zhong'],
      ['Chung Wei-tao', 'Chung'],
    ],
  },
  {
    id: 'gulsah-yildiroglu',
    name: 'Gülşah Yıldıroğlu',
    aliases: ['Yıldıroğlu'],
    role: 'the mayor',
    prints: [
      ['Gülşah Yıldıroğlu', 'Yıldıroğlu'],
      ['Gulsah Yildiroglu', 'Yildiroglu'],
    ],
  },
  {
    id: 'ismet-karaagacli',
    name: 'İsmet Karaağaçlı',
    aliases: ['Karaağaçlı'],
    role: 'the lawyer for the strikers',
    prints: [
      ['İsmet Karaağaçlı', 'Karaağaçlı'],
      ['Ismet Karaagacli', 'Karaagacli'],
    ],
  },
  {
    id: 'hemin-shekhani',
    name: 'Hemin Shekhani',
    aliases: ['Hêmin Şêxanî', 'Hemin Sheikhani', 'Shekhani', 'Şêxanî', 'Sheikhani', 'هێمن شێخانی'],
    role: 'the poet',
    prints: [
      ['Hemin Shekhani', 'Shekhani'],
      ['Hêmin Şêxanî', 'Şêxanî'],
      ['Hemin Sheikhani', 'Sheikhani'],
    ],
  },
  {
    id: 'boguslaw-mlynski',
    name: 'Bogusław Młyński',
    aliases: ['Młyński'],
    role: 'the conductor of the city orchestra',
    prints: [
      ['Bogusław Młyński', 'Młyński'],
      ['Boguslaw Mlynski', 'Mlynski'],
    ],
  },
  {
    id: 'soren-aerbak',
    name: 'Søren Ærbak',
    aliases: ['Ærbak'],
    role: 'the designer of the wind farm',
    prints: [
      ['Søren Ærbak', 'Ærbak'],
      ['Soren Aerbak', 'Aerbak'],
    ],
  },
  {
    id: 'nguyen-dinh-khai',
    name: 'Nguyễn Đình Khải',
    aliases: ['Khải'],
    role: 'the inspector of fisheries',
    prints: [
      ['Nguyễn Đình Khải', 'Khải'],
      ['Nguyen Dinh Khai', 'Khai'],
    ],
  },
  {
    id: 'siobhan-ohanrahan',
    name: "Siobhán O'Hanrahan",
    aliases: ["O'Hanrahan"],
    role: 'the secretary of the dockers’ union',
    prints: [
      ["Siobhán O'Hanrahan", "O'Hanrahan"],
      ['Siobhan O’Hanrahan', 'O’Hanrahan'],
    ],
  },
  {
    id: 'leonard-gates',
    name: 'Leonard Gates',
    aliases: ['Leo Gates', 'L. Gates'],
    role: 'the examiner of the savings bank',
    prints: [
      ['Leonard Gates', 'Gates'],
      ['Leo Gates', 'Gates'],
    ],
  },
  {
    id: 'leonora-gatesby',
    name: 'Leonora Gatesby',
    aliases: ['Gatesby'],
    role: 'a collector of stamps',
    prints: [['Leonora Gatesby', 'Gatesby']],
  },
  {
    id: 'harriet-bush',
    name: 'Harriet Bush',
    aliases: ['Harriet M. Bush'],
    role: 'the botanist',
    prints: [['Harriet Bush', 'Bush']],
  },
  {
    id: 'marian-rice',
    name: 'Marian Rice',
    aliases: ['Marian J. Rice'],
    role: 'the leader of the opposition',
    prints: [
      ['Marian Rice', 'Rice'],
      ['Marian J. Rice', 'Rice'],
    ],
  },
  {
    id: 'delphine-rices',
    name: 'Delphine Rices',
    aliases: [],
    role: 'a harbour pilot',
    prints: [['Delphine Rices', 'Rices']],
  },
  {
    id: 'theodora-may',
    name: 'Theodora May',
    aliases: ['Thea May'],
    role: 'the auditor',
    prints: [
      ['Theodora May', 'May'],
      ['Thea May', 'May'],
    ],
  },
  {
    id: 'arthur-budgett',
    name: 'Arthur Budgett',
    aliases: ['Budgett'],
    role: 'a member of the town council',
    prints: [['Arthur Budgett', 'Budgett']],
  },
  {
    id: 'imogen-waters',
    name: 'Imogen Waters',
    aliases: [],
    role: 'the head of the weather service',
    prints: [['Imogen Waters', 'Waters']],
  },
  {
    id: 'lucien-bordet',
    name: 'Lucien Bordet',
    aliases: ['Bordet'],
    role: 'the customs officer',
    prints: [['Lucien Bordet', 'Bordet']],
  },
  {
    id: 'conrad-banks',
    name: 'Conrad Banks',
    aliases: [],
    role: 'the cyclist',
    prints: [['Conrad Banks', 'Banks']],
  },
  {
    id: 'anne-lise-dufresnoy-kerr',
    name: 'Anne-Lise Dufresnoy-Kerr',
    aliases: ['Anne-Lise Dufresnoy', 'Dufresnoy-Kerr', 'Dufresnoy'],
    role: 'the student of glaciers',
    prints: [
      ['Anne-Lise Dufresnoy-Kerr', 'Dufresnoy-Kerr'],
      ['Anne-Lise Dufresnoy', 'Dufresnoy'],
    ],
  },
];

const places: readonly Row[] = [
  {
    id: 'marduna',
    name: 'Marduna',
    aliases: ['Mardunah', 'Republic of Marduna', 'ماردونا'],
    role: 'Country on the lower river',
    prints: [
      ['Marduna', 'Marduna'],
      ['Mardunah', 'Mardunah'],
      ['ماردونا', 'ماردونا', 'ar'],
    ],
    fields: ['kind: country', 'location: { lat: 34.1, lon: 43.2 }'],
  },
  {
    id: 'veldania',
    name: 'Veldania',
    aliases: ['Veldanien'],
    role: 'Country on the northern coast',
    prints: [
      ['Veldania', 'Veldania'],
      ['Veldanien', 'Veldanien', 'de'],
    ],
    fields: ['kind: country', 'location: { lat: 53.4, lon: 20.5 }'],
  },
  {
    id: 'qalat-sadiq',
    name: "Qal'at Sadiq",
    aliases: ['Qalaat Sadiq', 'Kalat Sadik', 'قلعة صادق'],
    role: 'City with an old citadel',
    prints: [
      ["Qal'at Sadiq", "Qal'at Sadiq"],
      ['Qalʿat Sadiq', 'Qalʿat Sadiq'],
      ['قلعة صادق', 'قلعة صادق', 'ar'],
      ['Qalaat Sadiq', 'Qalaat Sadiq'],
    ],
    fields: ['kind: city', 'within: marduna', 'location: { lat: 34.6, lon: 43.9 }'],
  },
  {
    id: 'al-mazraa',
    name: "al-Mazra'a",
    aliases: ['al-Mazraah', 'Mazraa', 'المزرعة'],
    role: 'District of farms and canals',
    prints: [
      ["al-Mazra'a", "al-Mazra'a"],
      ['al-Mazraah', 'al-Mazraah'],
      ['Mazraa', 'Mazraa'],
      ['المزرعة', 'المزرعة', 'ar'],
    ],
    fields: ['kind: district', 'within: qalat-sadiq'],
  },
  {
    id: 'tell-shurayf',
    name: 'Tell Shurayf',
    aliases: ['Tal Shuraif', 'Tall Shurayf', 'تل شريف'],
    role: 'Town beside the dam',
    prints: [
      ['Tell Shurayf', 'Tell Shurayf'],
      ['Tal Shuraif', 'Tal Shuraif'],
      ['تل شريف', 'تل شريف', 'ar'],
    ],
    fields: ['kind: city', 'within: marduna', 'location: { lat: 35.0, lon: 42.7 }'],
  },
  {
    id: 'novokrasnovsk',
    name: 'Novokrasnovsk',
    aliases: ['Nowokrasnowsk', 'Новокрасновск'],
    role: 'City of smelters',
    prints: [
      ['Novokrasnovsk', 'Novokrasnovsk'],
      ['Nowokrasnowsk', 'Nowokrasnowsk', 'de'],
    ],
    fields: ['kind: city', 'location: { lat: 56.2, lon: 61.0 }'],
  },
  {
    id: 'chervonohradka',
    name: 'Chervonohradka',
    aliases: ['Chervonogradka', 'Tscherwonohradka', 'Червоноградка'],
    role: 'Town of miners',
    prints: [
      ['Chervonohradka', 'Chervonohradka'],
      ['Chervonogradka', 'Chervonogradka'],
      ['Tscherwonohradka', 'Tscherwonohradka', 'de'],
    ],
    fields: ['kind: city', 'location: { lat: 48.3, lon: 37.6 }'],
  },
  {
    id: 'saint-aubrey-sur-lance',
    name: 'Saint-Aubrey-sur-Lance',
    aliases: ['St-Aubrey-sur-Lance', 'Saint-Aubrey'],
    role: 'Market town on the Lance',
    prints: [
      ['Saint-Aubrey-sur-Lance', 'Saint-Aubrey'],
      ['St-Aubrey-sur-Lance', 'Saint-Aubrey'],
    ],
    fields: ['kind: city', 'location: { lat: 47.1, lon: 4.4 }'],
  },
  {
    id: 'sirinkoy',
    name: 'Şirinköy',
    aliases: ['Sirinkoey'],
    role: 'Village of orchards',
    prints: [
      ['Şirinköy', 'Şirinköy'],
      ['Sirinkoey', 'Sirinkoey', 'de'],
    ],
    fields: ['kind: city', 'location: { lat: 38.2, lon: 29.9 }'],
  },
  {
    id: 'lakowice',
    name: 'Łąkowice',
    aliases: [],
    role: 'City on the Veldanian plain',
    prints: [
      ['Łąkowice', 'Łąkowice'],
      ['Lakowice', 'Lakowice'],
    ],
    fields: ['kind: city', 'within: veldania', 'location: { lat: 52.9, lon: 19.7 }'],
  },
  {
    id: 'wexcombe',
    name: 'Wexcombe',
    aliases: [],
    role: 'Port on the western coast',
    prints: [['Wexcombe', 'Wexcombe']],
    fields: ['kind: city', 'location: { lat: 50.7, lon: -3.9 }'],
  },
  {
    id: 'minster-on-lea',
    name: 'Minster-on-Lea',
    aliases: ['Minster'],
    role: 'Cathedral town',
    prints: [
      ['Minster-on-Lea', 'Minster'],
      ['Minster', 'Minster'],
    ],
    fields: ['kind: city', 'location: { lat: 51.9, lon: -0.4 }'],
  },
  {
    id: 'zewe',
    name: 'Zewe',
    aliases: ['Zêwê', 'Zeveh', 'زێوە'],
    role: 'Mountain pass',
    prints: [
      ['Zewe', 'Zewe'],
      ['Zêwê', 'Zêwê'],
      ['Zeveh', 'Zeveh'],
    ],
    fields: ['kind: site', 'location: { lat: 36.8, lon: 44.6 }'],
  },
  {
    id: 'xilin-gorge',
    name: 'Xilin Gorge',
    aliases: ['Hsi-lin Gorge', 'Xilin Canyon'],
    role: 'Gorge that the mountain railway crosses',
    the: true,
    prints: [
      ['Xilin Gorge', 'Xilin Gorge'],
      ['Hsi-lin Gorge', 'Hsi-lin Gorge'],
    ],
    fields: ['kind: site', 'location: { lat: 29.4, lon: 104.1 }'],
  },
];

const organizations: readonly Row[] = [
  {
    id: 'frontier-guard-legion',
    name: 'Frontier Guard Legion',
    aliases: [
      'FGL',
      'Border Guard Legion',
      'Legion of the Frontier Guard',
      'Grenzgarde-Legion',
      'فيلق حرس الحدود',
    ],
    role: 'Armed force that watches the borders of Marduna',
    the: true,
    prints: [
      ['Frontier Guard Legion', 'FGL'],
      ['Border Guard Legion', 'FGL'],
      ['FGL', 'FGL'],
      ['Grenzgarde-Legion', 'Grenzgarde-Legion', 'de'],
      ['فيلق حرس الحدود', 'فيلق حرس الحدود', 'ar'],
    ],
  },
  {
    id: 'kataib-al-wafa',
    name: "Kata'ib al-Wafa",
    aliases: ['Kataeb al-Wafa', 'Kataib Wafa', 'Wafa Brigades', 'كتائب الوفاء'],
    role: 'Militia of the river towns',
    prints: [
      ["Kata'ib al-Wafa", "Kata'ib al-Wafa"],
      ['Kataʾib al-Wafa', 'Kataʾib al-Wafa'],
      ['Kataeb al-Wafa', 'Kataeb al-Wafa'],
      ['كتائب الوفاء', 'كتائب الوفاء', 'ar'],
    ],
  },
  {
    id: 'ansar-al-sadd',
    name: 'Ansar al-Sadd',
    aliases: ['Ansar as-Sadd', 'Supporters of the Dam', 'أنصار السد'],
    role: 'Movement of villagers below the dam',
    prints: [
      ['Ansar al-Sadd', 'Ansar al-Sadd'],
      ['Ansar as-Sadd', 'Ansar as-Sadd'],
      ['أنصار السد', 'أنصار السد', 'ar'],
    ],
  },
  {
    id: 'hizb-al-nahr',
    name: 'Hizb al-Nahr',
    aliases: ['Hezb al-Nahr', 'River Party', 'حزب النهر'],
    role: 'Political party in Marduna',
    prints: [
      ['Hizb al-Nahr', 'Hizb al-Nahr'],
      ['Hezb al-Nahr', 'Hezb al-Nahr'],
      ['حزب النهر', 'حزب النهر', 'ar'],
    ],
  },
  {
    id: 'united-dockers-federation',
    name: "United Dockers' Federation",
    aliases: ['UDF', "Dockers' Federation"],
    role: 'Trade union of dock workers',
    the: true,
    prints: [
      ["United Dockers' Federation", 'UDF'],
      ['United Dockers’ Federation', 'Dockers’ Federation'],
      ['UDF', 'UDF'],
    ],
  },
  {
    id: 'central-water-authority',
    name: 'Central Water Authority',
    aliases: ['CWA'],
    role: 'Public body for canals and wells',
    the: true,
    prints: [
      ['Central Water Authority', 'CWA'],
      ['CWA', 'CWA'],
    ],
  },
  {
    id: 'meridian-reconstruction-fund',
    name: 'Meridian Reconstruction Fund',
    aliases: ['MRF', 'Meridian Fund'],
    role: 'Bank that lends for repairs after wars',
    the: true,
    prints: [
      ['Meridian Reconstruction Fund', 'MRF'],
      ['Meridian Fund', 'MRF'],
    ],
  },
  {
    id: 'northern-ferry-board',
    name: 'Northern Ferry Board',
    aliases: ['NFB', 'Ferry Board'],
    role: 'Company that runs the coastal ferries',
    the: true,
    prints: [
      ['Northern Ferry Board', 'NFB'],
      ['Northern Ferry Board', 'Ferry Board'],
    ],
  },
  {
    id: 'zarya-energo',
    name: 'Zarya Energo',
    aliases: ['Zaria Energo', 'Sarja Energo', 'Заря Энерго'],
    role: 'Power company in Novokrasnovsk',
    prints: [
      ['Zarya Energo', 'Zarya Energo'],
      ['Sarja Energo', 'Sarja Energo', 'de'],
      ['Zaria Energo', 'Zaria Energo'],
    ],
  },
  {
    id: 'halkin-emegi-partisi',
    name: 'Halkın Emeği Partisi',
    aliases: ["People's Labour Party"],
    role: 'Labour party in the orchard country',
    prints: [
      ['Halkın Emeği Partisi', 'Halkın Emeği Partisi'],
      ["People's Labour Party", "People's Labour Party"],
    ],
  },
];

const table: Record<NamedCollection, readonly Row[]> = { people, places, organizations };

/** Every record that articles are about. */
export const cast: readonly CastMember[] = Object.entries(table).flatMap(([collection, rows]) =>
  rows.map((row) => ({ ...row, collection: collection as NamedCollection })),
);
