import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Site } from '@meldewerk/contract/tenant';
import { isPassing, ProblemError } from './api.ts';

/** Why the report cannot be shown. `retry` is null where trying again changes nothing. */
export type Failure = { heading: string; sentence: string; retry: (() => void) | null };

export function failureOf(error: unknown, retry: () => void): Failure {
  if (error instanceof ProblemError) {
    const { problem } = error;
    return { heading: problem.title, sentence: problem.detail, retry: isPassing(problem) ? retry : null };
  }
  return {
    heading: msg('Gerade keine Verbindung', { id: 'frame.unreachable' }),
    sentence: msg('Die Schadenmeldung konnte nicht geladen werden. Bitte prüfen Sie Ihre Internetverbindung. Was Sie schon eingegeben haben, ist auf diesem Gerät gesichert.', { id: 'frame.unreachableHint' }),
    retry,
  };
}

export function renderFailure({ heading, sentence, retry }: Failure, site: Site | null): TemplateResult {
  return html`<div class="failure" role="alert">
    <svg viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"><circle class="tint" cx="24" cy="24" r="19"/><path d="M24 14v13M24 33.5v.01" stroke-width="3.5"/></svg>
    <h2>${heading}</h2>
    <p class="explanation">${sentence}</p>
    ${retry ? html`<button type="button" class="button primary" @click=${retry}>${msg('Noch einmal versuchen', { id: 'frame.retry' })}</button>` : nothing}
    ${site ? html`<a class="button" href=${`tel:${site.phone.replace(/[^+\d]/g, '')}`}>${msg(str`${site.phone} anrufen`, { id: 'frame.call' })}</a>` : nothing}
    <slot></slot>
  </div>`;
}
