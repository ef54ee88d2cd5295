// Cleans up when a command is stopped: what it would leave behind is registered, and removed on a signal.

/** Exit codes as a shell gives them: 128 and the number of the signal. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const cleanups = new Set<() => void>();

/**
 * Has `cleanUp` run if the command is stopped by Ctrl+C or a signal; it must not wait for anything.
 * @returns a function to call once nothing is left to clean up
 */
export function onInterruption(cleanUp: () => void): () => void {
  if (cleanups.size === 0) for (const signal of signals) process.on(signal, stop);
  cleanups.add(cleanUp);
  return () => {
    cleanups.delete(cleanUp);
    if (cleanups.size === 0) for (const signal of signals) process.off(signal, stop);
  };
}

const signals = Object.keys(codes) as (keyof typeof codes)[];

function stop(signal: NodeJS.Signals): void {
  for (const cleanUp of [...cleanups].reverse()) {
    try {
      cleanUp();
    } catch {
      // The others are cleaned up all the same.
    }
  }
  process.exit(codes[signal as keyof typeof codes]);
}
