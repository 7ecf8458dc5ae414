import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { ksrColumnsSchema, ksrLimits, type KsrColumn, type KsrSettings } from '@meldewerk/contract/ksr';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { fetchKsrSettings, saveKsrColumns } from '../../data/exports.ts';
import { setPageTitle } from '../../document-title.ts';
import { currentSession } from '../../session.ts';
import { controlStyles } from '../forms/control-styles.ts';
import '../message-page.ts';
import { ksrColumnRow, ksrColumnStyles } from './ksr-column-row.ts';
import './ksr-preview.ts';

/** Which columns the workbook for KSR has. The admin changes them, everybody else reads. */
export class KsrSettingsPage extends LitElement {
  static override properties = { settings: { state: true }, columns: { state: true }, error: { state: true }, told: { state: true }, saving: { state: true }, checked: { state: true } };
  declare settings: KsrSettings | undefined;
  declare columns: KsrColumn[];
  declare error: unknown;
  declare told: { ok: boolean; text: string } | undefined;
  declare saving: boolean;
  /** Faults are named from the first try to save on. */
  declare checked: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { columns: [], saving: false, checked: false });
    new UnsavedController(this, () => (this.#isDirty() ? msg('Ihre Änderungen an den Spalten sind noch nicht gespeichert.', { id: 'ksr.leaveText' }) : null));
  }

  static override styles = [
    base, card, controlStyles, ksrColumnStyles,
    css`
      h1 { font-size: 1.35rem; margin-bottom: 0.2rem; }
      h2 { font-size: 1rem; margin-bottom: 0.5rem; }
      .lead { max-width: 50rem; margin-bottom: 0.6rem; }
      .unknown { display: flex; gap: 0.6rem; max-width: 50rem; margin-bottom: 1rem; padding: 0.7rem 0.9rem; border: 1px solid var(--wa-color-warning-border-quiet); border-radius: 8px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
      .unknown wa-icon { flex: none; margin-top: 0.2rem; }
      .layout { display: grid; grid-template-columns: minmax(0, 1.7fr) minmax(18rem, 1fr); gap: 1rem; align-items: start; }
      .card { padding: 1rem 1.15rem; min-width: 0; }
      .buttons { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; margin-top: 1rem; }
      .told { display: flex; gap: 0.4rem; align-items: baseline; }
      .add { margin-top: 0.6rem; }
      .skeleton i { display: block; height: 14rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
      @media (max-width: 64rem) { .layout { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    setPageTitle(msg('Excel für KSR', { id: 'nav.ksr' }));
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    const { settings, columns } = this;
    if (!settings) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Spalten werden geladen.', { id: 'ksr.loading' })}</span><i></i></div>`;
    const mayEdit = currentSession().staff.role === 'admin';
    return html`
      <h1>${msg('Excel für KSR', { id: 'nav.ksr' })}</h1>
      <p class="quiet lead">${msg('So ist die Tabelle aufgebaut, die an einer Meldung unter „Ausgeben“ als „Excel (KSR)“ entsteht: ein Blatt „Auftrag“ mit diesen Spalten und ein Blatt „Fotos“.', { id: 'ksr.lead' })}</p>
      <p class="unknown"><wa-icon name="warning"></wa-icon><span>${msg('Welche Spalten KSR einliest, ist nicht veröffentlicht. Die Vorgabe ist ein sinnvoller Anfang und mit KSR nicht abgestimmt. Bitte gleichen Sie Überschriften und Reihenfolge mit Ihrem KSR ab, bevor Sie damit arbeiten.', { id: 'ksr.unknownLayout' })}</span></p>
      <div class="layout">
        <form class="card" @submit=${this.#save} novalidate aria-labelledby="columns">
          <h2 id="columns">${msg('Spalten', { id: 'ksr.columns' })}</h2>
          <ol>${columns.map((column, index) => ksrColumnRow({
            column, index, count: columns.length, questions: settings.questions, mayEdit,
            fault: this.checked ? faultOf(columns, index) : null,
            change: (changed) => this.#set(columns.with(index, changed)),
            move: (step) => this.#move(index, step),
            remove: () => this.#remove(index),
          }))}</ol>
          ${mayEdit && columns.length < ksrLimits.columns
            ? html`<wa-button class="add" type="button" size="s" appearance="outlined" @click=${() => this.#add()}><wa-icon slot="start" name="plus"></wa-icon>${msg('Spalte hinzufügen', { id: 'ksr.add' })}</wa-button>`
            : nothing}
          <div class="buttons">
            ${mayEdit
              ? html`<wa-button type="submit" variant="brand" ?disabled=${!this.#isDirty()} ?loading=${this.saving}>${msg('Speichern', { id: 'ksr.save' })}</wa-button>
                <wa-button type="button" appearance="plain" ?disabled=${settings.isDefault && !this.#isDirty()} @click=${() => void this.#reset()}>${msg('Auf Vorgabe zurücksetzen', { id: 'ksr.reset' })}</wa-button>`
              : html`<span class="quiet">${msg('Ändern kann die Spalten die Leitung.', { id: 'ksr.readOnly' })}</span>`}
            <span role="status">${this.told ? html`<span class="told ${this.told.ok ? '' : 'fault'}"><wa-icon name=${this.told.ok ? 'check' : 'error'}></wa-icon>${this.told.text}</span>` : nothing}</span>
          </div>
        </form>
        ${mayEdit ? html`<ksr-preview class="card" .columns=${columns}></ksr-preview>` : nothing}
      </div>
    `;
  }

  async #load() {
    this.error = undefined;
    try {
      this.#show(await fetchKsrSettings());
    } catch (error) {
      this.error = error;
    }
  }

  #show(settings: KsrSettings) {
    Object.assign(this, { settings, columns: settings.columns, checked: false });
  }

  #set(columns: KsrColumn[]) {
    this.columns = columns;
    this.told = undefined;
  }

  #move(index: number, step: -1 | 1) {
    const [moved, other] = [this.columns[index], this.columns[index + step]];
    if (!moved || !other) return;
    this.#set(this.columns.with(index, other).with(index + step, moved));
    // The button moves on with its column, or the other one when it has come to the end.
    void this.updateComplete.then(() => {
      const tools = [...this.renderRoot.querySelectorAll<HTMLButtonElement>(`[data-number="${index + step + 1}"] .tools button`)];
      (tools[step < 0 ? 0 : 1]?.disabled ? tools[step < 0 ? 1 : 0] : tools[step < 0 ? 0 : 1])?.focus();
    });
  }

  #remove(index: number) {
    this.#set(this.columns.toSpliced(index, 1));
    this.#focus(`#heading-${Math.min(index + 1, this.columns.length)}`);
  }

  #add() {
    this.#set([...this.columns, { heading: '', source: { kind: 'constant', text: '' } }]);
    this.#focus(`#heading-${this.columns.length}`);
  }

  #focus(selector: string) {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  async #save(event: SubmitEvent) {
    event.preventDefault();
    this.checked = true;
    const faulty = this.columns.findIndex((_, index) => faultOf(this.columns, index) !== null);
    const parsed = v.safeParse(ksrColumnsSchema, this.columns);
    if (faulty >= 0 || !parsed.success) {
      this.told = { ok: false, text: msg('Bitte prüfen Sie die Überschriften.', { id: 'ksr.checkHeadings' }) };
      this.#focus(`#heading-${Math.max(faulty, 0) + 1}`);
      return;
    }
    await this.#send(parsed.output, msg('Gespeichert. Das gilt ab der nächsten Tabelle.', { id: 'ksr.saved' }));
  }

  async #reset() {
    const sure = await confirmAction({
      title: msg('Auf Vorgabe zurücksetzen?', { id: 'ksr.resetTitle' }),
      text: msg('Ihre eigenen Spalten gehen dabei verloren.', { id: 'ksr.resetText' }),
      action: msg('Zurücksetzen', { id: 'ksr.resetAction' }),
    });
    if (sure) await this.#send(null, msg('Es gilt wieder die Vorgabe.', { id: 'ksr.resetDone' }));
  }

  async #send(columns: KsrColumn[] | null, done: string) {
    this.saving = true;
    try {
      this.#show(await saveKsrColumns(columns));
      this.told = { ok: true, text: done };
    } catch (error) {
      this.told = { ok: false, text: msg(str`Nicht gespeichert: ${errorText(error)}`, { id: 'ksr.notSaved' }) };
    } finally {
      this.saving = false;
    }
  }

  #isDirty(): boolean {
    return this.settings !== undefined && JSON.stringify(this.columns) !== JSON.stringify(this.settings.columns);
  }
}

function faultOf(columns: KsrColumn[], index: number): string | null {
  const heading = columns[index]?.heading.trim().toLowerCase() ?? '';
  if (!heading) return msg('Bitte geben Sie eine Überschrift an.', { id: 'ksr.headingMissing' });
  return columns.some((column, other) => other !== index && column.heading.trim().toLowerCase() === heading) ? msg('Diese Überschrift gibt es schon.', { id: 'ksr.headingTwice' }) : null;
}

customElements.define('ksr-settings-page', KsrSettingsPage);
