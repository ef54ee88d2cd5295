// The ready files with the real programs: a small site of every kind of file, at the top of a host and below a path.
import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkAnswers } from './check-answers.ts';
import { serverNames, startServer } from './servers.ts';
import { writeSmallSite } from './small-site.ts';

for (const name of serverNames) {
  for (const base of ['/', '/archive/']) {
    test(`${name} answers as the tables say below ${base}`, async (context) => {
      const home = await mkdtemp(join(tmpdir(), 'dateline-hosts-'));
      context.after(() => rm(home, { recursive: true, force: true }));
      // Apache reads it as a user of its own.
      await chmod(home, 0o755);
      const served = await writeSmallSite(join(home, 'root'), base);
      let server = await startServer(name, served, join(home, 'server'));
      if (server === undefined) {
        context.diagnostic(`${name} is not installed here: the answers are those of "npm start".`);
        server = await startServer('npm start', served, join(home, 'server'));
      }
      assert.ok(server !== undefined);
      try {
        const { tried, failures } = await checkAnswers(server, served);
        assert.deepEqual(failures, []);
        assert.ok(tried > 300, `${tried} requests`);
      } finally {
        await server.stop();
      }
    });
  }
}
