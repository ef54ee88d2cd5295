// Long work in small steps: lets the thread do what waits for it, such as messages of workers.
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work in a row. */
const longest = 5;

/** Returns a function to call between two steps; what waits is done there once the steps have taken long enough. */
export function yielder(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since <= longest) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
