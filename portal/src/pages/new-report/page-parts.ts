import { msg } from '@lit/localize';
import { errorText, errorNumber } from '@meldewerk/shell/error-text';
import { html, nothing } from 'lit';
import type { Way } from './kept-draft.ts';

type Buttons = { way: Way; sent: boolean; /** No new links go out: it can be saved. */ stopped: boolean; step: string | null; save: (way: Way) => void };

/** Sending comes first until the customer has the link; from then on saving does. */
export function saveButtons({ way, sent, stopped, step, save }: Buttons) {
  if (way === 'internal') return internalButton(step);
  if (stopped) return draftButton(step);
  const busy = step !== null;
  const sendLabel = way === 'none' ? msg('Speichern und Link zeigen', { id: 'prepare.showLink' }) : sent ? msg('Speichern und neu senden', { id: 'prepare.sendAgain' }) : msg('Abschicken', { id: 'prepare.send' });
  const saveLabel = sent ? msg('Speichern', { id: 'prepare.save' }) : msg('Als Entwurf speichern', { id: 'prepare.saveDraft' });
  return html`
    <div class="actions">
      <wa-button type="submit" variant="brand" ?loading=${busy}>${sent ? saveLabel : html`<wa-icon slot="start" name=${way === 'none' ? 'link' : 'send'}></wa-icon>${sendLabel}`}</wa-button>
      ${way === 'none' ? nothing : html`<wa-button appearance="outlined" ?disabled=${busy} @click=${() => save(sent ? way : 'none')}>${sent ? sendLabel : saveLabel}</wa-button>`}
    </div>
    <p class="hint" role="status">${step ?? nothing}</p>
    <p class="hint keys no-phone"><kbd>${msg('Strg', { id: 'keys.control' })}</kbd> + <kbd>Enter</kbd> ${sent || way === 'none' ? msg('speichert', { id: 'prepare.keySave' }) : msg('schickt ab', { id: 'prepare.keySend' })}</p>
  `;
}

function draftButton(step: string | null) {
  return html`
    <div class="actions"><wa-button type="submit" variant="brand" ?loading=${step !== null}>${msg('Als Entwurf speichern', { id: 'prepare.saveDraft' })}</wa-button></div>
    <p class="hint" role="status">${step ?? nothing}</p>
  `;
}

function internalButton(step: string | null) {
  return html`
    <div class="actions"><wa-button type="submit" variant="brand" ?loading=${step !== null}><wa-icon slot="start" name="lock"></wa-icon>${msg('Intern speichern', { id: 'internal.save' })}</wa-button></div>
    <p class="hint" role="status">${step ?? nothing}</p>
  `;
}

export function failureNote(error: unknown) {
  return html`<div class="failure" role="alert" tabindex="-1">
    <wa-icon name="error"></wa-icon>
    <div>
      <p>${errorText(error)}</p>
      <p class="hint">${msg('Ihre Eingaben sind noch da. Noch einmal drücken genügt; doppelt wird dabei nichts.', { id: 'prepare.keptAfterError' })} ${errorNumber(error) ?? nothing}</p>
    </div>
  </div>`;
}

export function restoredNote(onStartOver: () => void) {
  return html`<p class="restored card" role="status"><wa-icon name="history"></wa-icon><span>${msg('Ihre Eingaben von vorhin sind noch da.', { id: 'prepare.restored' })}</span>
    <button class="text-button" @click=${onStartOver}>${msg('Verwerfen und neu beginnen', { id: 'prepare.startOver' })}</button></p>`;
}
