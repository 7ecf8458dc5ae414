import type { Language } from '@meldewerk/contract/language';
import { isPassing, ProblemError, type Api } from '../api.ts';
import { deviceRandomness } from '../draft.ts';
import { StatementApi } from './statement-api.ts';
import type { StatementStore, StoredStatement } from './statement-store.ts';

const goesOnForMs = 48 * 60 * 60 * 1000;

/** The newest statement of this device that no report has yet, as far as can be seen without a net. */
export async function findFreeStatement(api: Api, store: StatementStore, language: Language, within = goesOnForMs): Promise<StoredStatement | null> {
  const isFresh = ({ changedAt }: StoredStatement) => deviceRandomness.now() - changedAt < within;
  for (const stored of (await store.readAll()).filter(isFresh).toSorted((one, other) => other.changedAt - one.changedAt)) {
    const isFree = await new StatementApi(api, stored.token, language).read().then(({ onReport }) => !onReport, (error: unknown) => !(error instanceof ProblemError) || isPassing(error.problem) || stored.state === null);
    if (isFree) return stored;
  }
  return null;
}
