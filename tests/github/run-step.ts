// Runs the shell of one step of a workflow as GitHub's runner does, in a folder of its own, with a stand-in for `gh`.
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

interface Step {
  name?: string;
  id?: string;
  run?: string;
  env?: Record<string, string>;
}

/** The shell of the step with this name or id. */
export async function readStep(workflow: string, job: string, step: string): Promise<string> {
  const path = new URL(`../../.github/workflows/${workflow}`, import.meta.url);
  const { jobs } = parse(await readFile(path, 'utf8')) as { jobs: Record<string, { steps: Step[] }> };
  const found = jobs[job]?.steps.find(({ name, id }) => name === step || id === step);
  if (found?.run === undefined) throw new Error(`${workflow} has no step "${step}" that runs a command.`);
  return found.run;
}

export interface Call {
  /** Of HTTP, or `release`. */
  method: string;
  address: string;
  fields: Record<string, string>;
  /** All else that was said. */
  more: string[];
}

export interface Runner {
  /** What steps call RUNNER_TEMP. */
  temp: string;
  /** Runs a step in `folder`, by default this project. */
  run(script: string, env?: Record<string, string>, folder?: string): Promise<Ended>;
}

export interface Ended {
  code: number;
  printed: string;
  /** What the step has written for later steps, by name. */
  outputs: Record<string, string>;
  summary: string;
  /** What was asked of GitHub in this step. */
  calls: Call[];
}

/** @param answers by address: data as GitHub answers, pages of it for a list, base64 for a file */
export async function openRunner(
  context: TestContext,
  answers: Record<string, unknown> = {},
): Promise<Runner> {
  const home = await mkdtemp(join(tmpdir(), 'dateline-runner-'));
  context.after(() => rm(home, { recursive: true, force: true }));
  const [bin, temp] = [join(home, 'bin'), join(home, 'temp')];
  await mkdir(bin);
  await mkdir(temp);
  await writeFile(join(home, 'answers.json'), JSON.stringify(answers));
  const standIn = fileURLToPath(new URL('gh.ts', import.meta.url));
  await writeFile(join(bin, 'gh'), `#!/bin/sh\nexec '${process.execPath}' '${standIn}' "$@"\n`);
  await chmod(join(bin, 'gh'), 0o755);

  return {
    temp,
    run: async (script, env = {}, folder = process.cwd()) => {
      const files = { GITHUB_OUTPUT: join(home, 'output'), GITHUB_STEP_SUMMARY: join(home, 'summary') };
      for (const file of [...Object.values(files), join(home, 'calls.ndjson')]) await writeFile(file, '');
      const step = join(home, 'step.sh');
      await writeFile(step, script);
      const { code, printed } = await runShell(step, folder, {
        ...env,
        ...files,
        PATH: [bin, process.env['PATH'] ?? ''].join(delimiter),
        HOME: home,
        RUNNER_TEMP: temp,
        GH_STAND_IN: home,
      });
      const outputs = (await readFile(files.GITHUB_OUTPUT, 'utf8')).split('\n').filter((line) => line !== '');
      const calls = (await readFile(join(home, 'calls.ndjson'), 'utf8')).split('\n').filter(Boolean);
      return {
        code,
        printed,
        outputs: Object.fromEntries(outputs.map((line) => line.split('=', 2) as [string, string])),
        summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
        calls: calls.map((line) => JSON.parse(line) as Call),
      };
    },
  };
}

/** As the runner calls a step that names no shell: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
function runShell(
  step: string,
  folder: string,
  env: Record<string, string>,
): Promise<{ code: number; printed: string }> {
  return new Promise((settle, fail) => {
    const child = spawn('bash', ['-e', step], { cwd: folder, env });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
      });
    child.on('error', fail);
    child.on('close', (code) => settle({ code: code ?? 1, printed }));
  });
}
