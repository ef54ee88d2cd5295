// Linked data for the inside of a page: text that can end neither its element nor a line of script.

/** A node of JSON-LD in the vocabulary of schema.org. */
export type JsonLd = { [property: string]: JsonLdValue | undefined };
export type JsonLdValue = string | number | boolean | JsonLd | readonly JsonLdValue[];

/** JSON in which `</script` and `<!--` cannot stand, whatever the content says. */
export const renderJsonLd = (node: JsonLd): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...node }).replace(
    /[<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
