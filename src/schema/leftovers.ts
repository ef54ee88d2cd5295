// What is left in a text when somebody, or a program, meant to come back to it.

/** Pattern, what it is, and the cure. */
export const leftoverPatterns: readonly [pattern: RegExp, what: string, fix: string][] = [
  [
    /\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|<%.{0,200}?%>|\$\{[\w.]{1,60}\}|%%[A-Z_]{2,40}%%/,
    'this is a tag of a template, which nothing fills in here',
    'Write what it stands for, or remove it; in code it may stay',
  ],
  [
    /\b(?:TODO|FIXME|TKTK|Lorem ipsum|PLACEHOLDER)\b|\[(?:insert|fill in)\b[^\]]{0,60}\]/,
    'this looks like a note for later',
    'Write what belongs here, or remove it',
  ],
  [
    /\[\[[^\]\n]{1,80}\]\]|\[\/(?:caption|gallery|video|audio|embed|quote|url)\]|\[(?:caption|gallery|embed|url)[ =][^\]\n]{0,80}\]/i,
    'this is a sign of another program, which readers would see',
    'Write it as Markdown, or remove it',
  ],
  [
    /\ufffd|Ã[\u0080-\u00bf]|â€[\u0080-\u00bf™œž˜]/,
    'letters were lost here when the text was saved in another encoding',
    'Copy the text once more, as UTF-8',
  ],
  [/^={7}$/m, 'this line was left by a merge', 'Keep one of the two versions, and remove the line'],
];

/** A value that says nothing: a field that was to be filled in. */
export const emptyValue =
  /^(?:todo\b.*|tbd|tba|fixme\b.*|xxx+|tk+|n\/a|null|undefined|untitled|placeholder|lorem ipsum.*|~|\.{2,}|…|-+|\?+|_+|<.*>|\[.*\]|\{.*\})$/i;

/** How a description begins that a program has put in so that the record is whole. */
export const unwritten = 'Nobody has described this yet';
