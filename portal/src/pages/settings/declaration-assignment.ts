import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { fetchReportPage } from '../../data/reports.ts';
import { assignWithdrawalDeclaration, type WithdrawalDeclaration } from '../../data/withdrawal.ts';
import { controlStyles } from '../forms/control-styles.ts';

/** Puts a declaration that fits no report on the one with a typed number; fires `declaration-assigned`. */
export class DeclarationAssignment extends LitElement {
  static override properties = { declaration: { attribute: false }, fault: { state: true }, busy: { state: true } };
  declare declaration: WithdrawalDeclaration;
  declare fault: string;
  declare busy: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { fault: '', busy: false });
  }

  static override styles = [
    base, controlStyles,
    css`
      form { display: flex; flex-wrap: wrap; gap: 0.4rem 0.6rem; align-items: end; }
      .field { flex: 1 1 11rem; max-width: 16rem; }
      .fault { flex-basis: 100%; }
    `,
  ];

  override render() {
    return html`
      <form @submit=${this.#submit} novalidate>
        <div class="field">
          <label for="reference">${msg('Vorgangsnummer der Meldung', { id: 'withdrawalPage.reference' })}</label>
          <input id="reference" name="reference" autocomplete="off" spellcheck="false" aria-invalid=${this.fault ? 'true' : 'false'} aria-describedby="fault" @input=${() => (this.fault = '')}>
        </div>
        <wa-button type="submit" appearance="outlined" ?loading=${this.busy}>${msg('Zuordnen', { id: 'withdrawalPage.assign' })}</wa-button>
        <p class="fault" id="fault" role="alert">${this.fault ? html`<wa-icon name="error"></wa-icon>${this.fault}` : nothing}</p>
      </form>
    `;
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const typed = this.renderRoot.querySelector('input')?.value.trim().toUpperCase() ?? '';
    if (!typed || this.busy) return;
    Object.assign(this, { fault: '', busy: true });
    try {
      const meant = (await fetchReportPage({ q: typed })).reports.find(({ reference }) => reference === typed);
      if (!meant) this.fault = msg(str`Eine Meldung mit der Nummer ${typed} gibt es nicht. Sie steht oben auf jeder Meldung.`, { id: 'withdrawalPage.noSuchReport' });
      else if (await this.#isSure([meant.reference, meant.customerName, meant.licensePlate].filter(Boolean).join(' · '))) {
        await assignWithdrawalDeclaration(this.declaration.id, meant.id);
        this.dispatchEvent(new CustomEvent('declaration-assigned', { bubbles: true, composed: true }));
      }
    } catch (error) {
      this.fault = errorText(error);
    } finally {
      this.busy = false;
    }
  };

  #isSure(report: string): Promise<boolean> {
    return confirmAction({
      title: msg('Widerruf zuordnen?', { id: 'withdrawalPage.assignTitle' }),
      text: msg(str`Der Widerruf von ${this.declaration.name} steht dann auf der Meldung ${report}. Das lässt sich nicht zurücknehmen.`, { id: 'withdrawalPage.assignText' }),
      action: msg('Zuordnen', { id: 'withdrawalPage.assign' }),
    });
  }
}

customElements.define('declaration-assignment', DeclarationAssignment);
