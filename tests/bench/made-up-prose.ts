// The sentences of the made-up archive: what its articles say around the names, in three languages, and nine more beside.
import type { NamedCollection } from '../../src/schema/collection-names.ts';
import { farLanguages, farProse, isFar, type FarLanguage } from './made-up-scripts.ts';

/** How an article brings in a name: in running text, only as a possessive, or only between dashes that touch it. */
export type Manner = 'plain' | 'possessive' | 'dashed';

export type Language = 'en' | 'de' | 'ar' | FarLanguage;

/**
 * `{N}` and `{n}` are the name at the beginning of a sentence and inside one, with "the" where it takes one; `{b}` is
 * the name alone; `{role}` is who a person is; `{day}` a weekday and `{#}` a number.
 */
type Templates = readonly string[];

interface Introductions {
  /** The first sentence with the name. */
  first: Templates;
  /** Those that follow it. */
  later: Templates;
}

const english: Record<NamedCollection, Record<Manner, Introductions>> = {
  people: {
    plain: {
      first: [
        '{N}, {role}, said on {day} that the work would go on.',
        'A letter signed by {b}, {role}, was read out on {day} before {#} guests.',
        'Nobody had expected {b}, {role}, to come without a guard.',
        '{N}, {role}, has asked for a delay of {#} days.',
        'The meeting was led by {b}, {role}, who spoke for {#} minutes.',
      ],
      later: [
        '{N} gave no reasons and took no questions.',
        'Those who know {b} say that the decision was not an easy one.',
        'It was {b} who had the doors opened again on {day}.',
        'Asked about it a second time, {b} pointed to the rain.',
        'According to {b}, no more than {#} people had been told.',
        '{N} denied this and left through the side entrance.',
      ],
    },
    possessive: {
      first: [
        '{N}’s office put off the meeting that had been planned for {day}.',
        'There was little left of {b}’s plan when the vote was called on {day}.',
        'On {day} a driver brought {b}’s answer, four lines long.',
      ],
      later: [
        '{N}’s critics call the figures out of date.',
        'Much will depend on {b}’s patience.',
        'A neighbour keeps {b}’s letters in a tin box.',
      ],
    },
    dashed: {
      first: [
        'One name—{b}—was on every wall by {day}.',
        'Only one of the {#} guests—{b}—refused to sign.',
        'The author of the plan—{b}—was not in the room.',
      ],
      later: [
        'The last speaker—{b}—used no notes.',
        'Two people had a key, and one of them—{b}—was abroad.',
        'The winner of the evening—{b}—went home early.',
      ],
    },
  },
  places: {
    plain: {
      first: [
        'The road to {n} was closed on {day}, {#} days after it had been mended.',
        'In {n} the shops stayed shut until {day}.',
        'People in {n} have waited {#} days for an answer.',
        'A train with {#} passengers stood outside {n} through the night.',
      ],
      later: [
        'Half of the carts that reach {n} come back empty.',
        'Nobody leaves {n} after dark now.',
        'The old customs road ends just short of {n}, behind the mill.',
        'A teacher from {n} described the noise as that of a slow train.',
        'From {n} it takes {#} minutes on foot.',
      ],
    },
    possessive: {
      first: [
        '{N}’s only bridge was reopened on {day}.',
        'By {day} {b}’s bakers had run out of flour.',
        'It was on {b}’s main square that {#} people gathered.',
      ],
      later: ['{N}’s schools have been closed for {#} days.', 'Most of {b}’s wells are older than the road.'],
    },
    dashed: {
      first: [
        'Of all the stops on the line—{b}—was the last to get a roof.',
        'One place on the list—{b}—had been crossed out by {day}.',
      ],
      later: [
        'The nearest station—{b}—has no telephone.',
        'The smaller of the two—{b}—paid the higher price.',
      ],
    },
  },
  organizations: {
    plain: {
      first: [
        '{N} said on {day} that it would send {#} people.',
        'A spokesman for {n} called the report unfair.',
        'On {day} {n} published its accounts, {#} pages in all.',
        'Lorries that belong to {n} were seen at the mill on {day}.',
      ],
      later: [
        '{N} has denied that money changed hands.',
        'Two former members of {n} tell it differently.',
        'No one at {n} could be reached on {day}.',
        'The building that {n} rents has {#} rooms and one stove.',
        'For {n} the matter is closed.',
      ],
    },
    possessive: {
      first: [
        '{N}’s answer came on {day}, {#} days late.',
        'The court has asked to see {n}’s books for the last {#} months.',
      ],
      later: ['{N}’s lawyers were not in the room.', 'Whether this was {n}’s idea is not known.'],
    },
    dashed: {
      first: [
        'Only one group—{b}—kept its people at home on {day}.',
        'The largest of the {#} bidders—{b}—withdrew.',
      ],
      later: ['The other side—{b}—has said nothing so far.', 'The tenant—{b}—pays by the week.'],
    },
  },
};

const german: Record<NamedCollection, Introductions> = {
  people: {
    first: [
      'Am {day} hat {b} vor {#} Gästen gesprochen.',
      'Mit einem Brief hat sich {b} am {day} an die Öffentlichkeit gewandt.',
    ],
    later: [
      'Fragen ließ {b} nicht zu.',
      'Dass {b} selbst kommen würde, hatte niemand erwartet.',
      'Nach kurzer Pause ging {b} durch den Hof davon.',
    ],
  },
  places: {
    first: [
      'In {b} blieben die Läden bis {day} geschlossen.',
      'Die Straße nach {b} ist seit {#} Tagen gesperrt.',
    ],
    later: [
      'Von {b} aus braucht man zu Fuß {#} Minuten.',
      'Abends verlässt niemand mehr {b} ohne Begleitung.',
    ],
  },
  organizations: {
    first: ['Ein Sprecher von {b} nannte den Bericht am {day} ungerecht.', 'Für {b} ist die Sache erledigt.'],
    later: ['Bei {b} war am {day} niemand zu erreichen.', 'Was {b} dafür bezahlt hat, ist nicht bekannt.'],
  },
};

const arabic: Record<NamedCollection, Introductions> = {
  people: {
    first: ['قال {b} يوم {day} إن العمل سيستمر.', 'تحدث {b} يوم {day} أمام {#} ضيفا.'],
    later: ['لم يذكر {b} أي سبب.', 'غادر المكان {b} من الباب الخلفي.', 'كرر {b} هذا الكلام مرتين.'],
  },
  places: {
    first: ['الطريق إلى {b} مغلق منذ {#} يوما.', 'بقيت المتاجر في {b} مغلقة حتى يوم {day}.'],
    later: ['لا يغادر أحد {b} بعد الغروب.', 'المسافة من {b} قصيرة سيرا على الأقدام.'],
  },
  organizations: {
    first: ['أعلن {b} يوم {day} إرسال {#} شخصا.', 'أصدر {b} بيانا قصيرا يوم {day}.'],
    later: ['لم يجب {b} عن الأسئلة.', 'نفى {b} هذا الخبر.'],
  },
};

/** The sentences that bring in a name and come back to it; only English ones know other manners than the plain. */
export function introductionsOf(
  language: Language,
  collection: NamedCollection,
  manner: Manner,
): Introductions {
  if (language === 'de') return german[collection];
  if (language === 'ar') return arabic[collection];
  if (isFar(language)) return farProse[language];
  return english[collection][manner];
}

export interface Subject {
  /** The id of its topic record. */
  id: string;
  name: string;
  headlines: Templates;
  /** Headlines with the name of whom or what the article is about. */
  namedHeadlines: Templates;
  sentences: Templates;
}

export const subjects: readonly Subject[] = [
  {
    id: 'water-and-dams',
    name: 'Water and dams',
    headlines: ['Level of the reservoir falls for a third month', 'Farmers wait for the sluices to open'],
    namedHeadlines: ['{b} and the quarrel about the sluices', 'What the drought means to {b}'],
    sentences: [
      'Without water for the lower fields the second harvest will fail.',
      'The reservoir holds {#} days of water at the present rate.',
      'Gates along the canal were opened by hand, one after the other.',
      'Farmers on both banks of the river have dug new wells.',
      'Rice needs more of it than any other crop.',
      'Engineers found a crack {#} paces long and painted it red.',
      'The waters rose again in May, too late for the seedlings.',
      'A pump was brought from the coast and broke down on {day}.',
      'Every gate has a number, and the numbers do not agree with the map.',
    ],
  },
  {
    id: 'ports-and-shipping',
    name: 'Ports and shipping',
    headlines: ['Dock strike enters its second week', 'Ferry timetable cut for the winter'],
    namedHeadlines: ['{b} drawn into the dock strike', 'Harbour dues: a word from {b}'],
    sentences: [
      'The harbour master promised that no ship will be turned away.',
      'Cranes stood still while {#} lorries waited at the gates.',
      'Sacks of rice and cement lay under tarpaulins on the quay.',
      'The ferry makes the crossing in {#} minutes when the sea is calm.',
      'Dock workers voted by a show of hands on {day}.',
      'A tug was lost on the sand banks, and its crew saved.',
      'Insurance has become dearer than the cargo.',
      'The pilot station keeps a light burning for those who come late.',
    ],
  },
  {
    id: 'public-money',
    name: 'Public money',
    headlines: ['Town hall publishes its accounts', 'Vote on the budget put off again'],
    namedHeadlines: ['{b} at odds with the treasury', 'Accounts of the year: questions for {b}'],
    sentences: [
      'The budget passed by {#} votes, with many empty seats.',
      'A caretaker cabinet may not raise new loans.',
      'Pensions are paid a month late, and in small notes.',
      'The finance minister spoke of a gap that nobody had seen coming.',
      'What the budget calls repairs was spent on {#} new cars.',
      'Auditors asked for the receipts and were shown a locked cupboard.',
      'Two banks have lent the town as much as it takes in a year.',
      'In May the taxes on salt and matches are to rise.',
    ],
  },
  {
    id: 'border-crossings',
    name: 'Border crossings',
    headlines: ['Crossing opens for two hours a day', 'Queues at the frontier grow longer'],
    namedHeadlines: ['{b} and the closed crossing', 'At the frontier, waiting for {b}'],
    sentences: [
      'The border is open from nine to eleven, if the guards have slept.',
      'Traders carry the same {#} boxes back and forth for the stamp.',
      'A gate of iron bars now stands where the border stone was.',
      'Families meet at the fence and talk through the bush on either side.',
      'The minister for trade came in person, and the queue was gone for a day.',
      'Nobody could say who had given the order to shoot.',
      'The old customs road is shorter, but nobody mends it.',
      'Guards on the border have not been paid since May.',
    ],
  },
  {
    id: 'schools-and-hospitals',
    name: 'Schools and hospitals',
    headlines: ['A ward without a roof', 'Teachers return to cold classrooms'],
    namedHeadlines: [
      'A ward without a roof, and a word from {b}',
      'Lessons by candlelight, and a promise from {b}',
    ],
    sentences: [
      'The hospital has {#} beds and one lift that works.',
      'Nurses boil water on the roof when the power is cut.',
      'A teacher earns less than the man who sweeps the yard.',
      'Medicines came in on {day}, most of them for animals.',
      'The minister of health has not been seen here since the opening.',
      'Children write on the back of old ration cards.',
      'Operations are done in the morning, while there is light.',
    ],
  },
  {
    id: 'courts-and-trials',
    name: 'Courts and trials',
    headlines: ['Witness changes his story', 'Port trial adjourned until spring'],
    namedHeadlines: ['{b} named in the port trial', 'Court hears of a letter to {b}'],
    sentences: [
      'The witness could not say which of the gates he had meant.',
      'The judge had the windows opened and the public removed.',
      'A list of {#} names was read out and nobody answered.',
      'The defence asked for the tapes and was given a transcript.',
      'Sentence will be passed on {day}, unless the roof is still leaking.',
      'Two of the accused have shared a cell with the man who accused them.',
      'The law that they are charged under is older than the building.',
    ],
  },
  {
    id: 'music-and-sport',
    name: 'Music and sport',
    headlines: ['A full house in spite of the curfew', 'Cup final played in the rain'],
    namedHeadlines: ['Songs about {b}', 'A prize with the name of {b}'],
    sentences: [
      'The hall has {#} seats, and people stood in the aisles.',
      'Tickets were sold for rice and for candles.',
      'The second half was played by the light of headlamps.',
      'Nobody in the orchestra had been paid since the spring.',
      'The trophy was carried through the town on a bread cart.',
      'A recording was made and has not been found again.',
      'The crowd sang until the trams stopped running.',
    ],
  },
  {
    id: 'power-and-mines',
    name: 'Power and mines',
    headlines: ['Miners stay below ground', 'Lights out from six to nine'],
    namedHeadlines: ['{b} and the shaft under water', 'Power cuts: {b} under pressure'],
    sentences: [
      'The shaft was flooded to a depth of {#} paces.',
      'A strike at the pit has left {#} streets without heat.',
      'Coal is sold by the bucket and weighed wet.',
      'The smelter can be heard from the vineyards when the wind turns.',
      'Fire broke out in the bush below the lines on {day}.',
      'The company sends its bills a year ahead.',
      'Candles cost {#} times what they cost in May.',
    ],
  },
];

/** One list of each of the languages that stand in a file of their own. */
const ofFar = (list: 'fillers' | 'headlines' | 'weekdays'): Record<FarLanguage, Templates> =>
  Object.fromEntries(farLanguages.map((language) => [language, farProse[language][list]])) as Record<
    FarLanguage,
    Templates
  >;

/** Sentences for every subject. */
export const fillers: Record<Language, Templates> = {
  ...ofFar('fillers'),
  en: [
    'It had rained since {day}, and the lower streets were under mud.',
    'Some of those present had walked for {#} hours.',
    'The reporters were asked to wait outside and were forgotten there.',
    'An old man said that he had seen all this before, and better done.',
    'There was tea, but there were no cups.',
    'The telephone rang twice during the talks and was not answered.',
    'What was agreed will be made public when the ink is dry.',
    'By evening {#} people had signed the list.',
    'Nobody was hurt, although a window was broken.',
    'The statement is two pages long and names no one.',
    'A second meeting is planned for {day}.',
    'The numbers differ from those that were given in spring.',
    'Some laughed, and a few went home.',
    'The photograph shows an empty table and {#} chairs.',
    'It is not the first time that such a promise has been made.',
    'Those who had come by train left early to catch it back.',
    'A translation was handed out that left out the last sentence.',
    'The radio said nothing of it until {day}.',
    'Whoever asks in the market is told three stories.',
    'In the end it was decided to decide later.',
    'Dogs slept on the steps of the town hall.',
    'The price of bread rose by a tenth in the same week.',
    'It may be that all of them are right.',
    'On the stairs there was a smell of paint.',
    'A clerk copied out the list by hand, {#} lines in all.',
    'The guards had been told to smile.',
    'Then the lights went out, and somebody lit a match.',
    'More is not known.',
    'The letter has a date, but no signature.',
    'For a long time no one spoke.',
  ],
  de: [
    'Seit {day} hatte es geregnet, und die unteren Gassen standen unter Wasser.',
    'Manche der Anwesenden waren {#} Stunden zu Fuß gegangen.',
    'Was vereinbart wurde, soll später bekannt gegeben werden.',
    'Ein zweites Treffen ist für {day} geplant.',
    'Die Zahlen weichen von denen ab, die im Frühjahr genannt wurden.',
    'Verletzt wurde niemand, doch eine Scheibe ging zu Bruch.',
    'Es gab Tee, aber keine Tassen.',
    'Bis zum Abend hatten {#} Menschen unterschrieben.',
    'Der Brotpreis stieg in derselben Woche um ein Zehntel.',
    'Auf der Treppe roch es nach Farbe.',
    'Der Haushalt wurde mit {#} Stimmen angenommen.',
    'Die Fähre braucht bei ruhiger See {#} Minuten.',
    'Kohle wird eimerweise verkauft und nass gewogen.',
    'Am Ende beschloss man, später zu beschließen.',
    'Das Telefon klingelte zweimal, und niemand nahm ab.',
    'Mehr ist nicht bekannt.',
  ],
  ar: [
    'هطل المطر منذ يوم {day} وغمر الطين الشوارع.',
    'سار بعض الحاضرين {#} ساعات على الأقدام.',
    'لم يصب أحد بأذى ولكن نافذة كسرت.',
    'من المقرر عقد اجتماع آخر يوم {day}.',
    'تختلف هذه الأرقام عن أرقام الربيع.',
    'كان هناك شاي ولم تكن هناك أكواب.',
    'وقع على القائمة {#} شخصا قبل المساء.',
    'ارتفع سعر الخبز في الأسبوع نفسه.',
    'رن الهاتف مرتين ولم يجب أحد.',
    'في النهاية تقرر تأجيل القرار.',
    'لا يعرف أكثر من ذلك حتى الآن.',
    'ينتظر المزارعون فتح القنوات منذ {#} يوما.',
    'بقيت السفن خارج الميناء طوال الليل.',
    'قال رجل عجوز إنه رأى كل هذا من قبل.',
    'انقطعت الكهرباء ثم أشعل أحدهم شمعة.',
    'الرسالة مؤرخة ولكنها بلا توقيع.',
    'لم يذع الراديو شيئا عن ذلك حتى يوم {day}.',
    'تظهر الصورة طاولة فارغة وحولها {#} كرسيا.',
    'من يسأل في السوق يسمع ثلاث حكايات مختلفة.',
    'ظل الجميع صامتين وقتا طويلا قبل أن يتكلم أحد.',
    'نامت الكلاب على درج مبنى البلدية طوال النهار.',
    'كتب الموظف القائمة بيده من أولها إلى آخرها.',
  ],
};

/** Headlines in the other languages, with the name of whom or what the article is about. */
export const foreignHeadlines: Record<Exclude<Language, 'en'>, Templates> = {
  ...ofFar('headlines'),
  de: ['Warten auf eine Antwort von {b}', 'Streit um das Wasser: was {b} damit zu tun hat'],
  ar: ['أسئلة بلا جواب عن {b}', 'ماذا يعني الجفاف عند {b}'],
};

export const weekdays: Record<Language, readonly string[]> = {
  ...ofFar('weekdays'),
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  ar: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
};
