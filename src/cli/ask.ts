// Asks a question in a terminal and waits for the answer.
import type { Readable, Writable } from 'node:stream';
import { autocomplete, autocompleteMultiselect, isCancel, multiline, text } from '@clack/prompts';
import type { Question } from './new-questions.ts';

/** The answer; `undefined` if the person went away instead. */
export type Ask = (question: Question) => Promise<string | string[] | undefined>;

/** How many choices are seen at once. */
const seen = 8;

export function buildAsk(input: Readable = process.stdin, output: Writable = process.stdout): Ask {
  return async ({ message, as, initial, choices, check }) => {
    const streams = { input, output };
    const options = choices.map(({ hint, ...choice }) => ({
      ...choice,
      ...(hint !== undefined && { hint }),
    }));
    const typed = {
      message,
      ...(initial !== undefined && { initialValue: initial }),
      validate: (answer: string | undefined) => check((answer ?? '').trim()),
      ...streams,
    };
    const chosen = { message, options, maxItems: seen, placeholder: 'type to search', ...streams };
    const answer =
      as === 'several'
        ? await autocompleteMultiselect({ ...chosen, required: false })
        : as === 'one'
          ? await autocomplete(chosen)
          : as === 'lines'
            ? // An empty line parts paragraphs, so it cannot end the text.
              await multiline({ ...typed, showSubmit: true })
            : await text(typed);
    if (isCancel(answer)) return undefined;
    return typeof answer === 'string' ? answer.trim() : answer;
  };
}
