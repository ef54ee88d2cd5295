// The legal forms of companies, which may follow a name or be left out.

const forms: ReadonlySet<string> = new Set(
  `ag bv co company corp corporation gmbh group holding holdings inc incorporated kg kk limited llc llp ltd nv
  oao ojsc oy oyj pao pjsc plc pt pte pty pvt sa sae sarl sas spa srl ab asa as zao ooo`.split(' '),
);

/** Whether a word is a legal form or a similar ending, such as "Group"; case does not matter. */
export const isLegalForm = (word: string): boolean => forms.has(word.toLowerCase());
