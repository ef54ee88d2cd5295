// A command that ends early has said everything: a program that reads its output gets the last line too.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';

test('nothing that was printed is lost, however much it is', async () => {
  const leave = new URL('../../src/cli/leave.ts', import.meta.url).href;
  const script = `import { leave } from ${JSON.stringify(leave)};
    setInterval(() => undefined, 1000);
    for (let line = 0; line < 20000; line += 1) console.error('a warning of some length, number ' + line);
    console.error('the last line');
    await leave(3);`;
  const { code, errors } = await new Promise<{ code: unknown; errors: string }>((settle) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { maxBuffer: 2 ** 26 },
      (error, _out, err) => settle({ code: error?.code, errors: err }),
    );
  });
  assert.equal(code, 3);
  assert.ok(errors.endsWith('number 19999\nthe last line\n'), errors.slice(-100));
});
