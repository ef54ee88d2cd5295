// Knows the names that put the surname first, so that Mao Zedong is called Mao and Kim Jong Un is called Kim.
import { foldWord } from '../normalize.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * Common family names of China, Taiwan and Hong Kong (Pinyin, Wade-Giles and Cantonese spellings) and of Korea (Revised
 * Romanization, McCune-Reischauer and newspaper spellings), folded.
 */
const families = list(`
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang han cao deng
  feng xiao cheng yuan dong tian pan cai jiang yu du ye wei su lu ding ren yao shen cui zhong tan fan liao shi jin qiu
  xia jia zou bai qin xiong meng qian yin long wan lei duan dai hou shao gu xue hao gong mao kong chang xi bo hua zeng
  peng yan shang fu lai ning qi tao wen mo rong hong bao pu sheng ji che ling zhuang geng
  chang chao chou chu hsu hsieh hsiao hsiung hsueh kuo kao ho lo cheng chiang chiu chin chung chia chien tsai tsao tseng
  teng tung tien pai pao peng shih szeto ting tsui yeh yen lee tsang wong chan cheung chow kwok leung lau ng tse tam yeung
  kwan mok poon yip yuen siu lam fong fung hui ko kwong ouyang sima zhuge
  kim park pak yi choi choe jung jeong chung chong kang cho jo yoon yun jang chang lim im oh shin sin seo suh kwon hwang
  ahn an song yoo ryu hong jeon chun ko moon mun yang son bae paek baek heo hur nam sim shim noh roh rhee ha kwak sung cha
  joo woo koo ku min jin na ji ban byun hyun pyon`);

const chinese =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|hs|ts|tz)?(?:[aeo]|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ue|ien|ieh|iung|ung|eh|ih|uei|ueh|io|oi|uk|ok|ak|ik|au|eung|im|am|um)){1,2}$/;
const korean =
  /^(?:(?:[bpmdtnlrghjks]|ch|kk|sh|y|w|hy|ky|gy|my|by|ry|ny|kw|gw|hw)?(?:a|ae|e|eo|eu|i|o|oe|oo|u|ui|wa|wi|wo|ya|ye|yeo|yo|yoo|yu|ee|you)(?:k|g|n|l|m|p|b|ng|h)?){1,2}$/;

/** Whether a name opens with its surname: a family name, and behind it one or two syllables and no more. */
export function opensWithSurname(parts: readonly string[]): boolean {
  const [first = '', ...given] = parts.map((part) => foldWord(part).replaceAll('-', ''));
  if (given.length === 0 || given.length > 2 || !families.has(first)) return false;
  const joined = given.join('');
  return chinese.test(joined) || korean.test(joined);
}

/** Whether a folded word is such a family name; of two letters it still means one person: "Xi", "Ma". */
export const isFamilyName = (word: string): boolean => families.has(word);
