// Shows what long work is doing, in a terminal and only there: one line that is written over.

export interface Progress {
  /** `Reading articles: 120 of 3,400`; the total may be unknown. */
  show(what: string, done?: number, total?: number): void;
  /** Clears the line. */
  end(): void;
}

const number = new Intl.NumberFormat('en');

/** A progress line on standard error, or nothing at all where that is not a terminal. */
export function buildProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  let last = 0;
  return {
    show(what, done, total) {
      const now = performance.now();
      // The eye takes in some ten lines a second; the last one is always shown.
      if (done !== undefined && done !== total && now - last < 100) return;
      last = now;
      const count =
        done === undefined
          ? ''
          : `: ${number.format(done)}${total === undefined ? '' : ` of ${number.format(total)}`}`;
      stream.write(`\r\u001b[K${(what + count).slice(0, (stream.columns || 80) - 1)}`);
    },
    end() {
      stream.write('\r\u001b[K');
    },
  };
}
