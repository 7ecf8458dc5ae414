import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
export type Step = [name: string, command: string, args: string[]];

/** Runs commands of node_modules side by side, prints the output of those that fail, and ends the process with 1 if any did. */
export async function runSteps(steps: Step[]): Promise<void> {
  const results = await Promise.all(steps.map(run));
  for (const { name, code, output, seconds } of results) {
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
    if (code !== 0) console.log(output);
  }
  if (results.some(({ code }) => code !== 0)) process.exit(1);
}

async function run([name, command, args]: Step) {
  const startedAt = performance.now();
  const child = spawn(join(root, 'node_modules', '.bin', command), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output += String(error);
      resolve(1);
    });
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  return { name, code, output, seconds: (performance.now() - startedAt) / 1000 };
}

/** Runs one command with its output shown as it comes; ends the process when it fails. */
export async function runShown(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  if (code !== 0) process.exit(code);
}
