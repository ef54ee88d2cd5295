// Words that stand where a name may stand and are none: sentence openers, words English always writes with a capital.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that open a sentence far more often than a name does. */
export const openers = words(`
  a about above according across after again against ago albeit all almost along already also although altogether
  always amid among amongst an and another any anyone anything apart are around as aside at away back based because
  been before began behind being below beneath beside besides between beyond both but by came can cannot clearly come
  compared concerning considering contrary could critics currently despite did do does down due during each earlier
  early either elsewhere especially even eventually ever every everyone everything except few fewer finally first five
  following for former formerly four from further furthermore generally given going had half has have having he hence
  her here hers herself him himself his how however hundreds i if in indeed initially inside instead into is it its
  itself just last late later least less let like likewise little long look looking made mainly making many meanwhile
  military millions more moreover most mostly much my myself near nearby nearly neither never nevertheless new next
  nine no nobody none nonetheless nor not notably nothing now nowhere obviously of off officials often on once one ones
  only onto opponents or originally other others otherwise our out outside over overall part particularly past per
  perhaps plus police previously protesters quite rather recent recently regardless roughly same second see seeing
  seven several she should similarly simply since six so some somebody someone something sometimes soon still subsequently
  such suddenly supporters taken taking ten than thank thanks that the their them themselves then there thereafter
  therefore these they third this those though thousands three through throughout thus to today together tomorrow
  tonight too toward towards two typically ultimately under underneath unfortunately unless unlike until up upon us
  using usually very was we well were what whatever when whenever where whereas wherever whether which whichever while
  who whoever whole whom whose why widely with within without witnesses would yes yesterday yet you your yours
  don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ain`);

/** Days, months, seasons of worship: capitals of the calendar. */
const calendar = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  christmas easter lent ramadan eid ashura muharram passover hanukkah diwali nowruz thanksgiving halloween
  twenties thirties forties fifties sixties seventies eighties nineties`);

/** Adjectives and words for people made of the names of countries and peoples, languages, faiths and teachings. */
const peoples = words(`
  afghan african albanian algerian alawite american amhara andean angolan anglican anglo arab arabian arabic aramaic
  argentine argentinian armenian asian assyrian atheist australian austrian azerbaijani azeri bahraini baloch baltic
  bangladeshi baptist basque bavarian belarusian belgian bengali berber bolivian bosnian brazilian brit british briton
  buddhist bulgarian burmese cambodian cameroonian canadian cantonese caribbean catalan catholic caucasian celtic chadian
  chechen chilean chinese christian circassian colombian communist confucian congolese coptic corsican cossack cree
  creole croat croatian cuban cypriot czech danish darwinian democrat dominican druze dutch ecuadorian egyptian emirati
  english eritrean estonian ethiopian european evangelical fijian filipino finnish flemish french frenchman gambian gazan
  georgian german germanic ghanaian greek guatemalan gujarati gypsy haitian hausa hebrew hellenic hindi hindu hispanic
  honduran hungarian hutu icelandic igbo indian indonesian inuit iranian iraqi irish irishman islam islamic islamist
  israeli italian ivorian jamaican japanese javanese jesuit jew jewish jihadist jordanian judaism kazakh kenyan keynesian
  khmer korean kosovar kurd kurdish kuwaiti kyrgyz lao laotian latin latino latvian lebanese leninist levantine liberian
  libyan lithuanian lutheran macedonian malagasy malay malaysian malian maltese maoist maori maronite marxism marxist
  mauritanian mediterranean mesopotamian methodist mexican moldovan mongol mongolian montenegrin moroccan mormon
  mozambican muslim namibian nazi nepalese nepali nicaraguan nigerian nordic norse norwegian omani orthodox ottoman
  pakistani palestinian panamanian papuan paraguayan parisian parsi pashto pashtun persian peruvian philippine polish
  portuguese presbyterian protestant punjabi puritan qatari quaker republican roma roman romanian russian rwandan saharan
  salafi salafist samoan sanskrit saudi saxon scandinavian scot scottish semitic senegalese serb serbian shia shiism
  shiite sikh sindhi sinhalese slav slavic slovak slovakian slovene slovenian socialist somali soviet spaniard spanish
  stalinism stalinist sudanese sufi sunni swahili swede swedish swiss syrian syriac taiwanese tajik tamil tanzanian tatar
  thai tibetan togolese tongan trotskyism trotskyist tunisian turk turkic turkish turkmen tutsi ugandan ukrainian urdu
  uruguayan uyghur uighur uzbek venetian venezuelan vietnamese viking wahhabi welsh western westerner yazidi yemeni
  yiddish yoruba yugoslav zambian zimbabwean zionism zionist zulu`);

/** Acronyms of everyday things. */
const things = words(`
  ad adhd ai aids am api app bc bce ce ceo cfo cio coo cso css csv cto ctv cv cvs diy dna dvd est et faq faqs gdp gmt gp gps
  hiv html http https hr icbm id ied ieds ict it iq lgbt lgbtq md mp mps ngo ngos ok pc pcs pdf phd pin pm pow pows pr ps
  pst ptsd qr rna sdk sim sms sos sql suv suvs tv tvs ufo url urls usb utc va vip vips wifi wmd wmds xml`);

const plural = /(?:e?s)$/;

/** Whether a word is a day, a month or a feast. */
export const isCalendar = (word: string): boolean => calendar.has(word.toLowerCase());

/** Whether English writes a word with a capital whatever it means, or with all capitals although it names nobody. */
export function isOrdinaryCapital(word: string): boolean {
  const small = word.toLowerCase();
  if (calendar.has(small) || peoples.has(small) || peoples.has(small.replace(plural, ''))) return true;
  return word === word.toUpperCase() && things.has(small);
}

/** Whether a word with a capital belongs to no name that stands beside it: a weekday, a faith or teaching. */
export const standsApart = (word: string): boolean =>
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|islam|christianity|\w+ism)$/i.test(word);
