import { randomInt } from 'node:crypto';
import { request } from 'node:http';

/** One answer in so many does not reach the one who asked: they ask again, as after a kill between the work and its answer. */
const lostAnswers = 6;

export type Question = { method?: string; path: string; headers?: Record<string, string>; json?: unknown; body?: string; answers: number };
/** Asks the running process and gives its JSON; throws CutOff, Later or Refused. */
export type Ask = <Answer>(question: Question) => Promise<Answer>;
/** Done again with the very same content until it is answered. False: its time has not come yet. */
export type Step = (ask: Ask) => Promise<void | false>;
/** What somebody wants done, step by step, over as many processes as it takes. */
export type Errand = { steps: Step[]; done: number; busy: boolean };

/** The process died before it answered: nobody knows whether it was done. */
export class CutOff extends Error {}
/** Told to come again. */
export class Later extends Error {}
/** Anything but the answer that the very same request gets from a process that never dies. */
export class Refused extends Error {}

export function newErrand(steps: Step[]): Errand {
  return { steps, done: 0, busy: false };
}

export function isDone({ steps, done }: Errand): boolean {
  return done === steps.length;
}

/** Takes the next step of the first errand that nobody is at. False when there is nothing to do now. */
export async function goOn(errands: Errand[], ask: Ask): Promise<boolean> {
  for (const errand of errands) {
    const step = errand.steps[errand.done];
    if (!step || errand.busy) continue;
    errand.busy = true;
    try {
      if ((await step(ask)) === false) continue;
      if (randomInt(lostAnswers) > 0) errand.done++;
      return true;
    } finally {
      errand.busy = false;
    }
  }
  return false;
}

export function askAt(port: number, host: string): Ask {
  return async <Answer>(question: Question) => {
    const { status, text } = await send(port, host, question).catch((error: unknown) => {
      throw new CutOff(String(error));
    });
    if (status === 429 || status === 503) throw new Later();
    if (status !== question.answers) throw new Refused(`${question.method ?? 'POST'} ${question.path}: ${status} ${text.slice(0, 400)}`);
    return (text.startsWith('{') ? JSON.parse(text) : null) as Answer;
  };
}

function send(port: number, host: string, { method = 'POST', path, headers = {}, json, body }: Question): Promise<{ status: number; text: string }> {
  const sent = json === undefined ? (body ?? '') : JSON.stringify(json);
  const ours = { host, 'sec-fetch-site': 'same-origin', ...(json !== undefined && { 'content-type': 'application/json' }), 'content-length': Buffer.byteLength(sent) };
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers: { ...ours, ...headers } }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(sent);
  });
}
