import { msg, str } from '@lit/localize';
import { ProblemError } from './request.ts';

/** The sentence for people: the server's own where there is one, else what we know of the connection. */
export function errorText(error: unknown): string {
  // Why nobody can be reached is said of the number or address itself.
  if (error instanceof ProblemError) return (error.problem.code === 'noWayToReach' && error.problem.issues?.[0]?.message) || error.problem.detail;
  if (!navigator.onLine) {
    return msg('Dieses Gerät ist gerade nicht mit dem Internet verbunden. Sobald die Verbindung steht, geht es hier weiter.', { id: 'error.offline' });
  }
  return msg('Der Server ist gerade nicht erreichbar. Bitte versuchen Sie es in einem Moment noch einmal.', { id: 'error.unreachable' });
}

/** What support asks for; null when the server never answered. */
export function errorNumber(error: unknown): string | null {
  return error instanceof ProblemError ? msg(str`Fehlernummer: ${error.problem.requestId}`, { id: 'error.number' }) : null;
}

export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.problem.status === status;
}
