// First names and what people are called by them: "Bill" is evidence for a William, and the other way round.

/** A first name, then its short and pet forms, folded: those of English, and the ones of other languages that newspapers print. */
const groups = `
  abraham abe bram; albert al bert bertie; alexander alex alec sandy sasha xander alek lex; aleksandr sasha alex shura;
  alfred alf alfie fred; andrew andy drew; andrei andryusha; anthony tony ant; antonio toni tonio; arthur art artie;
  benjamin ben benny benji; bernard bernie; bradley brad; calvin cal; charles charlie chuck chas chip; christopher chris kit topher;
  clifford cliff; daniel dan danny; david dave davy; deborah deb debbie; dennis denny; dmitry dima mitya; dominic dom nick;
  donald don donnie donny; dorothy dot dottie dolly; douglas doug; edmund ed eddie ned ted; edward ed eddie ned ted teddy;
  edwin ed eddie; eleanor ellie nell nora; elizabeth liz lizzie beth betty bess bessie eliza libby betsy lisa;
  emily em emmy; emmanuel manny manu; ernest ernie; eugene gene; francesco franco cesco; francis frank fran frankie;
  francisco paco pancho fran kiko; franklin frank; frederick fred freddie freddy; gabriel gabe; gareth gary; geoffrey geoff;
  george georgie; gerald gerry jerry; gerard gerry; gilbert gil; gregory greg; harold harry hal; henry harry hank hal;
  herbert herb bert; howard howie; hubert bert; hugh hughie; ignacio nacho; irving irv; isaac ike; isabella bella izzy;
  ivan vanya; jacob jake; jakob jascha; james jim jimmy jamie jem; jacqueline jackie; jane jenny; jeffrey jeff; jennifer jen jenny;
  jeremy jerry; jerome jerry; jessica jess jessie; joan joanie; johannes hans jan; john jack johnny jon; jonathan jon jonny;
  jose pepe; joseph joe joey; josef sepp; joshua josh; judith judy; julian jules; katherine kate kathy katie kay kit kitty;
  catherine cate cathy kate kitty; kathleen kathy kath; kenneth ken kenny; kimberly kim; konstantin kostya; lawrence larry laurie;
  leonard len lenny leo; leslie les; lewis lew; louis lou; louise lou; luis lucho; malcolm mal; manuel manolo manny;
  margaret meg peggy maggie madge marge margie greta daisy; maria masha; martha patty; martin marty; mary molly polly mamie;
  matthew matt; maurice mo; maximilian max; melvin mel; michael mike mick mickey micky; mikhail misha; mildred millie; mitchell mitch;
  mohammed mo mohamad; moses moe; nancy nan; nathan nat nate; nathaniel nat nate; nicholas nick nicky; nikolai kolya; norman norm;
  oliver ollie; oswald ozzie; pamela pam; patricia pat patty trish tricia; patrick pat paddy; pavel pasha; peter pete; philip phil pip;
  rachel rae; randolph randy; raymond ray; rebecca becky; reginald reg reggie; richard dick rick ricky rich richie; robert bob bobby rob robbie bert;
  rodney rod; roger rodge; ronald ron ronnie; rosemary rosie; rudolph rudy; rupert rupe; russell russ; samantha sam; samuel sam sammy;
  sarah sally sadie; sebastian seb; sergei seryozha; sidney sid; solomon sol; stanley stan; stephen steve stevie; steven steve stevie;
  stuart stu; susan sue susie suzy; tatiana tanya; terence terry; teresa terry tess; theodore ted teddy theo; theresa terry tess tessa;
  thomas tom tommy; timothy tim; victor vic; victoria vicky tori; vincent vince vinnie; virginia ginny; vladimir volodya vova;
  walter walt wally; wilfred wilf; wilhelm willi willy; william bill billy will willie liam; winston winnie; yevgeny zhenya;
  yitzhak yitz; yekaterina katya; yelena lena; zachary zach zack`;

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** What else somebody may be called who is called so; folded. */
export function otherFirstNames(name: string): ReadonlySet<string> {
  known ??= readGroups();
  return known.get(name) ?? none;
}

const none: ReadonlySet<string> = new Set();

function readGroups(): Map<string, Set<string>> {
  const others = new Map<string, Set<string>>();
  const add = (name: string, other: string): void => {
    const set = others.get(name) ?? new Set();
    others.set(name, set.add(other));
  };
  for (const group of groups.split(';')) {
    const [full = '', ...pets] = group.trim().split(/\s+/);
    for (const pet of pets) {
      add(full, pet);
      add(pet, full);
    }
  }
  return others;
}
