// Stands in for GitHub's command `gh` in the tests of the workflows: a program that answers from a folder, and notes its calls.
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { raw } from 'jq-wasm';

const home = process.env['GH_STAND_IN'] ?? '';
const answers = JSON.parse(readFileSync(join(home, 'answers.json'), 'utf8')) as Record<string, unknown>;

const { values, positionals } = parseArgs({
  // Of a release all that is said is noted.
  args: process.argv[2] === 'release' ? ['release', '--', ...process.argv.slice(3)] : process.argv.slice(2),
  allowPositionals: true,
  options: {
    method: { type: 'string', default: 'GET' },
    field: { type: 'string', multiple: true, default: [] },
    jq: { type: 'string' },
    paginate: { type: 'boolean', default: false },
    silent: { type: 'boolean', default: false },
  },
});

const [command = '', address = '', ...more] = positionals;
if (!['api', 'release'].includes(command)) throw new Error(`The stand-in knows no ${command}.`);
const fields = Object.fromEntries(
  values.field.map((field) => {
    const at = field.indexOf('=');
    const value = field.slice(at + 1);
    return [field.slice(0, at), value.startsWith('@') ? readFileSync(value.slice(1), 'utf8') : value];
  }),
);
const method = command === 'api' ? values.method : command;
appendFileSync(join(home, 'calls.ndjson'), `${JSON.stringify({ method, address, fields, more })}\n`);

if (method === 'GET') {
  const answer = answers[address];
  if (answer === undefined) {
    console.error(`gh: Not Found (HTTP 404): ${address}`);
    process.exitCode = 1;
  } else if (typeof answer === 'string') process.stdout.write(Buffer.from(answer, 'base64'));
  else {
    // What jq knows of the environment is not that of this process.
    const filter = `def env: ${JSON.stringify(process.env)}; ${values.jq ?? '.'}`;
    for (const page of values.paginate ? (answer as unknown[]) : [answer])
      if (values.jq === undefined) process.stdout.write(JSON.stringify(page));
      else process.stdout.write(withLineEnd(await raw(JSON.stringify(page), filter, ['-r', '-c'])));
  }
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
