// html-validate over finished pages: each error as a sentence with the page and the place.
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { htmlRules } from '../../.config/html-validate.ts';

const validator = new HtmlValidate(new StaticConfigLoader(htmlRules));

/** @returns `/people/: <button> is missing … (no-implicit-button-type, 4:607)`, one sentence for each error or warning */
export async function validateHtml(path: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ message, ruleId, line, column }) => `${path}: ${message} (${ruleId}, ${line}:${column})`),
  );
}
