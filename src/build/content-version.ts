// A number that grows with every load of changed content, shared by module graphs that do not know each other.

const key = Symbol.for('dateline.content-version');

/** 0 until content has changed in development. */
export const contentVersion = (): number => Number(Reflect.get(globalThis, key) ?? 0);

/** Tells the pages that the content has changed. */
export function raiseContentVersion(): void {
  Reflect.set(globalThis, key, contentVersion() + 1);
}
