import { msg } from '@lit/localize';
import type { PreparedReport } from '@meldewerk/contract/preparation';
import { hasStatus } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';
import { attachForm, detachForm, type ChosenForm } from '../../data/forms.ts';
import { sendLink } from '../../data/links.ts';
import { fetchPreparation, savePreparation } from '../../data/preparations.ts';
import type { PreparationDraft, Way } from './kept-draft.ts';
import { readTyped } from './typed-preparation.ts';

/** A colleague saved in between; `theirs` is how it stands now. */
export class ChangedMeanwhile extends Error {
  readonly theirs: PreparedReport;

  constructor(theirs: PreparedReport) {
    super('changed meanwhile');
    this.theirs = theirs;
  }
}

type Progress = {
  say: (step: string) => void;
  saved: (report: PreparedReport) => void;
  /** The forms that are on the report by now. */
  brought: (forms: ChosenForm[]) => void;
};

/** Saves, attaches, sends; every step keeps its id, so that doing it all again after a failure doubles nothing. */
export async function saveDraft(draft: PreparationDraft, way: Way, progress: Progress) {
  progress.say(msg('Angaben werden gespeichert …', { id: 'prepare.saving' }));
  progress.saved(await save(draft, way === 'internal'));
  await bringForms(draft, progress);
  if (way === 'none' || way === 'internal') return;
  progress.say(way === 'sms' ? msg('SMS wird abgeschickt …', { id: 'prepare.sendingSms' }) : msg('E-Mail wird abgeschickt …', { id: 'prepare.sendingEmail' }));
  await sendLink(draft.reportId, { id: draft.messageIds[way], channel: way });
}

async function bringForms({ reportId, baseForms, forms }: PreparationDraft, { say, brought }: Progress) {
  const known = new Set(baseForms.map((form) => JSON.stringify(form)));
  const added = forms.filter((form) => !known.has(JSON.stringify(form)));
  const removed = baseForms.filter(({ id }) => !forms.some((form) => form.id === id));
  if (added.length + removed.length > 0) say(msg('Formulare werden angehängt …', { id: 'prepare.attaching' }));
  let there = baseForms;
  for (const { id } of removed) {
    await detachForm(reportId, id).catch(unlessGone);
    brought((there = there.filter((form) => form.id !== id)));
  }
  for (const form of added) {
    await attachForm(reportId, form);
    brought((there = [...there.filter(({ id }) => id !== form.id), form]));
  }
}

/** Removed by an attempt before, whose answer got lost. */
function unlessGone(error: unknown) {
  if (!hasStatus(error, 404)) throw error;
}

async function save({ reportId, version, typed }: PreparationDraft, internal: boolean): Promise<PreparedReport> {
  const { preparation } = readTyped(typed);
  try {
    return await savePreparation(reportId, version, preparation, internal);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'changedMeanwhile') throw error;
    const theirs = await fetchPreparation(reportId);
    // A report this tab made whose answer got lost: nobody else has touched it.
    if (version === 0 && theirs.version === 1) return savePreparation(reportId, theirs.version, preparation);
    throw new ChangedMeanwhile(theirs);
  }
}
