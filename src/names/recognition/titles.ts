// Titles and offices before a person's name, which are no part of it: "Vice President", "Secretary of State", "Gen.".

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What a title ends with. */
const heads = words(`
  president premier chancellor minister secretary senator representative congressman congresswoman councillor councilman
  councilwoman governor mayor speaker ambassador envoy consul commissioner director chairman chairwoman chairperson chair
  chief commander commandant general marshal colonel major captain lieutenant sergeant corporal private officer admiral
  commodore brigadier judge justice attorney prosecutor sheriff constable inspector detective doctor professor dean rector
  sir lord lady dame baron baroness count countess duke duchess earl king queen prince princess emperor empress sultan
  emir sheikh sheik shaykh shah caliph pope cardinal archbishop bishop father mother sister brother reverend rabbi pastor
  imam ayatollah mullah hojatoleslam sayyid sayyed seyyed haj hajj hajji mr mrs ms miss mx dr prof gen col maj capt lt sgt
  cpl adm cmdr sen rep gov pres rev hon amb insp msgr comrade martyr citizen candidate coach leader adviser advisor
  spokesman spokeswoman spokesperson deputy president-elect tsar czar analyst author correspondent economist historian
  journalist lawyer researcher writer singer actor actress striker midfielder goalkeeper defender winger manager
  surgeon driver pilot umpire referee batsman bowler jockey trainer swimmer sprinter cyclist boxer champion golfer
  premiers presidents ministers senators generals princes`);

/** What may stand before it within a title. */
const modifiers = words(`
  vice deputy prime first second acting interim former ex then foreign defense defence interior finance oil energy
  health justice home treasury trade labor labour education transport agriculture state attorney solicitor surgeon
  postmaster secretary under assistant associate press chief supreme grand crown lord lady rear lieutenant major brigadier staff
  air field wing group warrant national security special executive managing permanent parliamentary senior junior house
  senate majority minority opposition party cabinet republican democratic us uk eu un nato gop right honourable
  honorable his her your majesty highness excellency royal intelligence police army navy`);

/** "Secretary of State", "Chief of Staff", "Commander in Chief". */
const tails = /^(?:of|in|for)$/;
const tailHeads = words(`
  state staff chief government war defense defence justice treasury education health energy labor labour interior
  agriculture transportation transport commerce culture finance oil trade information foreign affairs`);

/** Titles that stay with a lone first name: "Queen Mary". */
const royal = words(`
  king queen prince princess emperor empress pope sultan emir shah tsar czar saint sheikh lord lady sir dame imam ayatollah
  father sister mother brother`);

/** Whether a capitalized word before a name can be the end of a title. */
export const endsTitle = (word: string): boolean => {
  const small = word.toLowerCase();
  return heads.has(small) || tailHeads.has(small);
};

/** Titles of nobility, which make a place part of the name: "Duke of York". */
export const isNoble = (word: string): boolean =>
  /^(?:duke|duchess|earl|prince|princess|baron|baroness|count|countess|marquess|marquis|viscount|lord|lady)$/i.test(
    word,
  );

export const isRoyalTitle = (word: string): boolean => royal.has(word.toLowerCase());

/** How many words at the start of a name are a title: 3 of "Secretary of State Jane Doe", all of "Prime Minister". */
export function countTitleWords(name: readonly string[]): number {
  let title = 0;
  for (const [index, word] of name.entries()) {
    const small = word.toLowerCase();
    const after = name[index - 1]?.toLowerCase() ?? '';
    if (heads.has(small) || (tails.test(after) && tailHeads.has(small))) title = index + 1;
    else if (!modifiers.has(small) && !(tails.test(small) && title === index && index > 0)) break;
  }
  return title;
}
