// What somebody finds who suggests an article: its file, with every field that a check will ask for.

/** What is left empty or in capitals is refused by the check, with a sentence that says what belongs there. */
export const articleTemplate = {
  path: 'content/articles/YYYY/MM/DD/a-few-words.md',
  text: `---
# The headline as published, in double quotes
title: ""
# One or two sentences of your own
description: ""
# The day it appeared, the same as in the file's name
published: YYYY-MM-DD
# Ids are the last part of an address: /people/jane-doe/ is jane-doe
authors: []
publication:
topics: []
source:
  url:
  # The day you read it
  retrieved: YYYY-MM-DD
  format: html
rights:
  statement: http://rightsstatements.org/vocab/CNE/1.0/
copy: summary
---

`,
};
