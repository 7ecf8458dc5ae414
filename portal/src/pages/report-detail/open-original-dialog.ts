import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { Photo } from '@meldewerk/contract/photo';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { openOriginal } from '../../data/redactions.ts';

/** Asks what a sealed original is opened for, and hands it over as a download. */
export function askToOpenOriginal(photo: Pick<Photo, 'id' | 'originalName'>, host: Node): void {
  const dialog = document.createElement('open-original-dialog');
  dialog.photo = photo;
  host.appendChild(dialog);
}

export class OpenOriginalDialog extends LitElement {
  static override properties = { photo: { attribute: false }, reason: { state: true }, fault: { state: true }, busy: { state: true } };
  declare photo: Pick<Photo, 'id' | 'originalName'>;
  declare reason: string;
  declare fault: string;
  declare busy: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { reason: '', fault: '', busy: false });
  }

  static override styles = [base, css`:host { color: var(--wa-color-text-normal); }`];

  override render() {
    return html`<wa-dialog open label=${msg('Versiegeltes Original öffnen', { id: 'redaction.openTitle' })} @wa-after-hide=${() => this.remove()}>
      <form id="open-original" @submit=${this.#open}>
        <wa-textarea rows="3" autofocus required minlength="3" maxlength="500" label=${msg('Wofür brauchen Sie das Original?', { id: 'redaction.reason' })}
          hint=${msg('Ihr Name, der Zeitpunkt und dieser Grund bleiben bei der Meldung stehen.', { id: 'redaction.reasonHint' })}
          .value=${this.reason} @input=${(event: Event) => (this.reason = (event.target as HTMLTextAreaElement).value)}></wa-textarea>
        ${this.fault ? html`<p role="alert">${this.fault}</p>` : nothing}
      </form>
      <wa-button slot="footer" appearance="plain" data-dialog="close">${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
      <wa-button slot="footer" variant="brand" type="submit" form="open-original" ?loading=${this.busy} ?disabled=${this.reason.trim().length < 3} @click=${this.#open}>${msg('Öffnen und festhalten', { id: 'redaction.open' })}</wa-button>
    </wa-dialog>`;
  }

  readonly #open = async (event: Event) => {
    event.preventDefault();
    if (this.busy || this.reason.trim().length < 3) return;
    Object.assign(this, { busy: true, fault: '' });
    try {
      save(await openOriginal(this.photo.id, this.reason.trim()), this.photo.originalName ?? 'Original');
      this.remove();
    } catch (error) {
      Object.assign(this, { fault: errorText(error), busy: false });
    }
  };
}

function save(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

declare global {
  interface HTMLElementTagNameMap {
    'open-original-dialog': OpenOriginalDialog;
  }
}

customElements.define('open-original-dialog', OpenOriginalDialog);
