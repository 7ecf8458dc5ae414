import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { createWorkshop } from '../../data/workshops.ts';
import { css, html, LitElement, type PropertyValues } from 'lit';
import '../../copy-field.ts';
import { paths } from '../../router.ts';
import { consoleStyles } from '../../styles/console.ts';

/** A workshop was created: the link for its first staff member, which is shown this once. */
export class CreatedWorkshop extends LitElement {
  static override properties = { created: { attribute: false }, name: { type: String }, billingEmail: { type: String } };
  declare created: Awaited<ReturnType<typeof createWorkshop>>;
  declare name: string;
  declare billingEmail: string;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [consoleStyles, css`.card { max-width: 46rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; } .buttons { margin: 0; }`];

  protected override firstUpdated(_: PropertyValues<this>) {
    this.renderRoot.querySelector('h1')?.focus();
  }

  override render() {
    return html`<section class="card">
      <h1 tabindex="-1">${msg(str`${this.name} ist angelegt`, { id: 'created.title' })}</h1>
      <p>${msg('Geben Sie diesen Link der ersten Person im Team. Damit setzt sie ihr Passwort; er gilt 7 Tage und einmal.', { id: 'created.link' })}</p>
      <copy-field label=${msg('Link für das Team', { id: 'created.label' })} text=${this.created.staffInvitationUrl}></copy-field>
      <wa-callout variant="warning" size="s"><wa-icon slot="icon" name="warning"></wa-icon>${msg('Der Link wird nur hier und nur jetzt gezeigt.', { id: 'created.once' })}</wa-callout>
      <p class="quiet">${this.billingEmail ? msg(str`Der Link zur Einrichtung der Abrechnung geht an ${this.billingEmail}.`, { id: 'created.invited' }) : msg('Die Abrechnung können Sie auf der Seite der Werkstatt einrichten lassen.', { id: 'created.notInvited' })}</p>
      <div class="buttons"><wa-button appearance="outlined" href=${paths.workshop(this.created.tenantId)}>${msg('Zur Werkstatt', { id: 'created.open' })}</wa-button></div>
    </section>`;
  }
}

customElements.define('created-workshop', CreatedWorkshop);
