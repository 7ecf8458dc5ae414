import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ProblemError } from '../api.ts';
import type { StepHost } from '../step.ts';
import { fileNameOf, saveFile } from './save-document.ts';
import { fetchDocument, type Signer } from './signing-api.ts';

/** Documents on their way, and what went wrong with them; a few at most, and only for as long as the page lives. */
const states = new Map<string, 'loading' | { sentence: string }>();

export type OfferedDocument = { id: string; title: string; label: string };

/** A button that fetches a document with the report's own key and hands it to the browser as a PDF. */
export function documentButton(host: Pick<StepHost, 'requestUpdate' | 'announce'>, signer: Signer, { id, title, label }: OfferedDocument): TemplateResult {
  const state = states.get(id);
  const loading = state === 'loading';
  const text = loading ? msg('Wird geladen …', { id: 'frame.loading' }) : label;
  return html`<button type="button" class="button save" aria-disabled=${loading ? 'true' : 'false'} @click=${() => void save(host, signer, id, title)}>${text}<span class="unseen">: ${title}</span></button>
    ${state && state !== 'loading' ? html`<p class="wrong">${state.sentence}</p>` : nothing}`;
}

async function save(host: Pick<StepHost, 'requestUpdate' | 'announce'>, signer: Signer, id: string, title: string): Promise<void> {
  if (states.get(id) === 'loading') return;
  states.set(id, 'loading');
  host.requestUpdate();
  try {
    saveFile(await fetchDocument(signer, id), 'application/pdf', fileNameOf(title, 'pdf'));
    states.delete(id);
  } catch (error) {
    const sentence = error instanceof ProblemError ? error.problem.detail : msg('Das Dokument ließ sich gerade nicht laden. Bitte versuchen Sie es noch einmal.', { id: 'signing.loadFailed' });
    states.set(id, { sentence });
    host.announce(sentence);
  }
  host.requestUpdate();
}
