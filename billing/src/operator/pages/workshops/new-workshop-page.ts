import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { newWorkshopSchema } from '@meldewerk/contract/operator';
import { ProblemError } from '@meldewerk/shell/request';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement } from 'lit';
import * as v from 'valibot';
import { ActionController } from '../../../browser/action-controller.ts';
import { failureCallout } from '../../../browser/callouts.ts';
import { choice, field, fieldStyles, focusFirstFault } from '../../../browser/fields.ts';
import { countries } from '../../../browser/pages/company/countries.ts';
import { createWorkshop } from '../../data/workshops.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { consoleStyles } from '../../styles/console.ts';
import { suggestPrefix, suggestSlug } from './suggestions.ts';
import './created-workshop.ts';

const nothingTyped = { name: '', slug: '', street: '', postalCode: '', city: '', country: 'DE', phone: '', email: '', referencePrefix: '', staffName: '', staffEmail: '', billingEmail: '' };
type Typed = typeof nothingTyped;
type Name = keyof Typed;
/** Where the server and the contract speak of a field by another name. */
const names: Record<string, Name> = { 'address.street': 'street', 'address.postalCode': 'postalCode', 'address.city': 'city', 'address.country': 'country', 'staff.name': 'staffName', 'staff.email': 'staffEmail' };

/** Creates a workshop; what it is called suggests its web address, until that is typed. */
export class NewWorkshopPage extends LitElement {
  static override properties = { typed: { state: true }, faults: { state: true }, created: { state: true } };
  declare typed: Typed;
  declare faults: Partial<Record<Name, string | undefined>>;
  declare created: Awaited<ReturnType<typeof createWorkshop>> | undefined;

  readonly #creating = new ActionController(this);
  readonly #ownWords = new Set<Name>();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.typed = nothingTyped;
    this.faults = {};
    new UnsavedController(this, () => (this.created || this.typed === nothingTyped ? null : msg('Die Werkstatt ist noch nicht angelegt.', { id: 'newWorkshop.leaveText' })));
  }

  static override styles = [
    consoleStyles,
    fieldStyles,
    css`
      form { max-width: 46rem; display: grid; gap: 1.1rem; }
      .fields { padding-top: 0.7rem; }
      fieldset { min-width: 0; margin: 0; border: 0; }
      legend { padding: 0 0 0.3rem; float: inline-start; width: 100%; font-size: 1.05rem; font-weight: 650; }
      legend ~ * { clear: both; }
      .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 1rem; align-items: start; }
      .place { display: grid; grid-template-columns: minmax(6rem, 1fr) 3fr; gap: 1rem; align-items: start; }
      .at-referencePrefix { max-width: 14rem; }
      .buttons { margin: 0; }
    `,
  ];

  override render() {
    setPageTitle(msg('Neue Werkstatt', { id: 'newWorkshop.title' }));
    return html`
      <a class="back" href=${paths.workshops}><wa-icon name="arrow-left"></wa-icon>${msg('Werkstätten', { id: 'workshops.title' })}</a>
      ${this.created ? html`<created-workshop .created=${this.created} name=${this.typed.name} billingemail=${this.typed.billingEmail}></created-workshop>` : this.#form()}
    `;
  }

  #form() {
    const line = (name: Name, label: string, autocomplete: string, more: Partial<Parameters<typeof field>[0]> = {}) =>
      field({ name, label, autocomplete, value: this.typed[name], fault: this.faults[name], change: (value) => this.#change(name, value), ...more });
    const mail = { type: 'email', inputmode: 'email', capitals: 'off', maxLength: 254 } as const;
    return html`
      <h1>${msg('Neue Werkstatt', { id: 'newWorkshop.title' })}</h1>
      <p class="lead quiet head">${msg('Sie ist sofort erreichbar, mit Fragen und Formularen zum Anpassen.', { id: 'newWorkshop.lead' })}</p>
      <form @submit=${this.#submit} novalidate>
        <fieldset class="card">
          <legend>${msg('Werkstatt', { id: 'workshops.workshop' })}</legend>
          <div class="fields">
            ${line('name', msg('Name', { id: 'newWorkshop.name' }), 'off', { maxLength: 120, hint: msg('So sehen ihn ihre Kunden.', { id: 'newWorkshop.nameHint' }) })}
            ${line('slug', msg('Webadresse', { id: 'newWorkshop.slug' }), 'off', { maxLength: 40, capitals: 'off', hint: slugHint(this.typed.slug) })}
            ${line('street', msg('Straße und Hausnummer', { id: 'company.street' }), 'off', { maxLength: 150 })}
            <div class="place">
              ${line('postalCode', msg('PLZ', { id: 'company.postalCode' }), 'off', { maxLength: 20 })}
              ${line('city', msg('Ort', { id: 'company.city' }), 'off', { maxLength: 80 })}
            </div>
            ${choice({ name: 'country', label: msg('Land', { id: 'company.country' }), autocomplete: 'off', value: this.typed.country, fault: this.faults.country, options: countries(), change: (value) => this.#change('country', value) })}
            <div class="two">
              ${line('phone', msg('Telefon', { id: 'newWorkshop.phone' }), 'off', { type: 'tel', inputmode: 'tel', maxLength: 40 })}
              ${line('email', msg('E-Mail-Adresse für Kunden', { id: 'newWorkshop.email' }), 'off', mail)}
            </div>
            ${line('referencePrefix', msg('Kürzel der Vorgangsnummern', { id: 'newWorkshop.prefix' }), 'off', { maxLength: 4, capitals: 'characters', hint: msg('2 bis 4 Buchstaben vor jeder Nummer.', { id: 'newWorkshop.prefixHint' }) })}
          </div>
        </fieldset>
        <fieldset class="card">
          <legend>${msg('Erste Person im Team', { id: 'newWorkshop.staff' })}</legend>
          <p class="quiet small">${msg('Verwaltet die Werkstatt und lädt die anderen ein. Den Link für das Passwort sehen Sie gleich, genau einmal.', { id: 'newWorkshop.staffText' })}</p>
          <div class="fields two">
            ${line('staffName', msg('Name', { id: 'newWorkshop.name' }), 'off', { maxLength: 120 })}
            ${line('staffEmail', msg('E-Mail-Adresse', { id: 'console.email' }), 'off', mail)}
          </div>
        </fieldset>
        <fieldset class="card">
          <legend>${msg('Abrechnung', { id: 'newWorkshop.billing' })}</legend>
          <p class="quiet small">${msg('An diese Adresse geht der Link zur Einrichtung. Ohne sie können Sie die Einrichtung später starten.', { id: 'newWorkshop.billingText' })}</p>
          <div class="fields">${line('billingEmail', msg('E-Mail-Adresse der Buchhaltung', { id: 'signIn.email' }), 'off', { ...mail, isOptional: msg('(kann später folgen)', { id: 'newWorkshop.later' }) })}</div>
        </fieldset>
        ${failureCallout(this.#creating.failure)}
        <div class="buttons"><wa-button type="submit" variant="brand" ?loading=${this.#creating.running}>${msg('Werkstatt anlegen', { id: 'newWorkshop.create' })}</wa-button></div>
      </form>
    `;
  }

  #change(name: Name, value: string) {
    this.#ownWords.add(name);
    const typed = { ...this.typed, [name]: value };
    if (name === 'name' && !this.#ownWords.has('slug')) typed.slug = suggestSlug(value);
    if (name === 'name' && !this.#ownWords.has('referencePrefix')) typed.referencePrefix = suggestPrefix(value);
    this.typed = typed;
    this.faults = { ...this.faults, [name]: undefined };
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const { name, slug, street, postalCode, city, country, phone, email, referencePrefix, staffName, staffEmail, billingEmail } = this.typed;
    const workshop = v.safeParse(newWorkshopSchema, {
      name, slug: slug.trim().toLowerCase(), address: { street, postalCode, city, country }, phone, email,
      referencePrefix: referencePrefix.trim().toUpperCase(), staff: { name: staffName, email: staffEmail }, billingEmail: billingEmail.trim() || null,
    });
    if (!workshop.success) return this.#blame(workshop.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '' })));
    const done = await this.#creating.run(async () => (this.created = await createWorkshop(workshop.output)));
    const { failure } = this.#creating;
    if (!done && failure instanceof ProblemError && failure.problem.issues) this.#blame(failure.problem.issues);
    if (done) window.scrollTo(0, 0);
    return;
  }

  #blame(issues: { path: string; message?: string | undefined }[]) {
    this.faults = Object.fromEntries(issues.map(({ path, message }) => [path, names[path] ?? (path as Name), message] as const).filter(([, name]) => name in this.typed).map(([, name, message]) => [name, message ?? this.#faultOf(name)]));
    void this.updateComplete.then(() => focusFirstFault(this.renderRoot));
  }

  #faultOf(name: Name): string {
    if (!this.typed[name].trim()) return msg('Bitte ausfüllen.', { id: 'company.missing' });
    if (/email$/i.test(name)) return msg('Diese E-Mail-Adresse ist nicht vollständig.', { id: 'console.emailFault' });
    if (name === 'referencePrefix') return msg('2 bis 4 Buchstaben von A bis Z.', { id: 'newWorkshop.prefixFault' });
    return msg('Das ist zu lang oder enthält etwas Unerwartetes.', { id: 'company.fault' });
  }
}

/** The console stands at `operator.DOMAIN`, the workshop beside it. */
function slugHint(slug: string): string {
  return `${slug || '…'}.${location.host.replace(/^operator\./, '')}`;
}

customElements.define('new-workshop-page', NewWorkshopPage);
