import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { billingProfileSchema, type BillingAccount } from '@meldewerk/contract/billing';
import { ProblemError } from '@meldewerk/shell/request';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement } from 'lit';
import * as v from 'valibot';
import { showAccount } from '../../account.ts';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { saveProfile } from '../../data/accounts.ts';
import { choice, field, fieldStyles, focusFirstFault } from '../../fields.ts';
import { pageStyles } from '../../styles/page.ts';
import { countries } from './countries.ts';

const names = ['company', 'street', 'postalCode', 'city', 'country', 'vatNumber'] as const;
type Name = (typeof names)[number];
type Typed = Record<Name, string>;

/**
 * What an invoice needs of a company.
 *
 * @event company-saved - It is stored, and the account read anew.
 */
export class CompanyForm extends LitElement {
  static override properties = { account: { attribute: false }, action: { type: String }, typed: { state: true }, faults: { state: true } };
  declare account: BillingAccount;
  declare action: string;
  declare typed: Typed | undefined;
  declare faults: Partial<Typed>;

  readonly #saving = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.action = '';
    this.faults = {};
    new UnsavedController(this, () => (this.typed ? msg('Ihre Angaben zur Firma sind noch nicht gespeichert.', { id: 'company.leaveText' }) : null));
  }

  static override styles = [
    pageStyles,
    fieldStyles,
    css`
      .place { display: grid; grid-template-columns: minmax(6rem, 1fr) 3fr; gap: 1rem; align-items: start; }
      .at-postalCode { min-width: 0; }
    `,
  ];

  override render() {
    const typed = this.#current();
    const text = (name: Name, label: string, autocomplete: string, more: Partial<Parameters<typeof field>[0]> = {}) =>
      field({ name, label, autocomplete, value: typed[name], fault: this.faults[name], change: (value) => this.#change(name, value), ...more });
    return html`
      <form class="fields" @submit=${this.#submit} novalidate>
        ${text('company', msg('Firma', { id: 'company.company' }), 'organization', { maxLength: 250 })}
        ${text('street', msg('Straße und Hausnummer', { id: 'company.street' }), 'street-address', { maxLength: 150 })}
        <div class="place">
          ${text('postalCode', msg('PLZ', { id: 'company.postalCode' }), 'postal-code', { maxLength: 20 })}
          ${text('city', msg('Ort', { id: 'company.city' }), 'address-level2', { maxLength: 50 })}
        </div>
        ${choice({ name: 'country', label: msg('Land', { id: 'company.country' }), autocomplete: 'country', value: typed.country, fault: this.faults.country, options: countries(), change: (value) => this.#change('country', value) })}
        ${text('vatNumber', msg('USt-IdNr.', { id: 'company.vat' }), 'off', {
          isOptional: msg('(falls vorhanden)', { id: 'company.optional' }), capitals: 'characters', maxLength: 24, hint: msg('Zum Beispiel DE136695976. Sie steht dann auf Ihren Rechnungen.', { id: 'company.vatHint' }),
        })}
        ${failureCallout(this.#saving.failure)}
        <div class="buttons"><wa-button type="submit" variant="brand" ?loading=${this.#saving.running}>${this.action}</wa-button></div>
      </form>
    `;
  }

  #current(): Typed {
    const { profile, workshop } = this.account;
    if (this.typed) return this.typed;
    if (!profile) return { company: workshop.name, street: '', postalCode: '', city: '', country: 'DE', vatNumber: '' };
    return { company: profile.company, ...profile.address, vatNumber: profile.vatNumber ?? '' };
  }

  #change(name: Name, value: string) {
    this.typed = { ...this.#current(), [name]: value };
    this.faults = { ...this.faults, [name]: undefined };
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const { company, vatNumber, ...address } = this.#current();
    const profile = v.safeParse(billingProfileSchema, { company, address, vatNumber: vatNumber.trim() || null });
    if (!profile.success) return this.#blame(profile.issues.map((issue) => v.getDotPath(issue) ?? ''));
    const saved = await this.#saving.run(async () => {
      showAccount(await saveProfile(this.account.tenantId, profile.output));
      this.typed = undefined;
    });
    if (saved) return this.dispatchEvent(new Event('company-saved', { bubbles: true, composed: true }));
    const { failure } = this.#saving;
    if (failure instanceof ProblemError && failure.problem.issues) this.#blame(failure.problem.issues.map(({ path }) => path));
    return;
  }

  #blame(paths: string[]) {
    this.faults = Object.fromEntries(paths.map((path) => path.split('.').at(-1) as Name).filter((name) => names.includes(name)).map((name) => [name, this.#faultOf(name)]));
    void this.updateComplete.then(() => focusFirstFault(this.renderRoot));
  }

  #faultOf(name: Name): string {
    if (name === 'vatNumber') return msg('Diese USt-IdNr. kann nicht stimmen. Sie beginnt mit zwei Buchstaben für das Land; bitte vergleichen Sie auch die Ziffern.', { id: 'company.vatFault' });
    return this.#current()[name].trim() ? msg('Das ist zu lang oder enthält etwas Unerwartetes.', { id: 'company.fault' }) : msg('Bitte ausfüllen.', { id: 'company.missing' });
  }
}

customElements.define('company-form', CompanyForm);
