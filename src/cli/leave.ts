// Ends the process while something still runs in it, once all that was printed has been taken.

/** Without the wait, a program that reads from a pipe would miss the end, where the errors stand. */
export async function leave(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((settle) => stream.write('', () => settle()));
  process.exit(code);
}
