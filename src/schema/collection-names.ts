// The collections by name, for code that needs no schema of theirs, such as the search in a reader's browser.

/** Collections of authority records, in the order in which pages list them. */
export const recordCollections = ['people', 'places', 'organizations', 'topics', 'publications'] as const;

/** The collections whose names are recognized in the text of articles. */
export const namedCollections = ['people', 'places', 'organizations'] as const;

export type NamedCollection = (typeof namedCollections)[number];
