// Whether Astro runs to bundle the code of the pages: shared by module graphs that do not know each other.

const key = Symbol.for('dateline.bundling');

/** Where the bundle goes; nothing while Astro does anything else. */
export const bundlingFolder = (): string | undefined => Reflect.get(globalThis, key) as string | undefined;

export const setBundling = (folder: string | undefined): void => void Reflect.set(globalThis, key, folder);
