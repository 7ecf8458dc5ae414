import { msg } from '@lit/localize';
import { ProblemError } from './data/request.ts';

/** The sentence for people: the server's own where there is one, else what we know of the connection. */
export function errorText(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.detail;
  if (!navigator.onLine) {
    return msg('Dieses Gerät ist gerade nicht mit dem Internet verbunden. Sobald die Verbindung steht, geht es hier weiter.', { id: 'error.offline' });
  }
  return msg('Der Server ist gerade nicht erreichbar. Bitte versuchen Sie es in einem Moment noch einmal.', { id: 'error.unreachable' });
}

/** What support asks for. */
export function requestIdOf(error: unknown): string | null {
  return error instanceof ProblemError ? error.problem.requestId : null;
}

export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.problem.status === status;
}
