import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { ResponseTemplate } from '@meldewerk/contract/response-template';
import { confirmAction, tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { fetchTemplates, removeTemplate } from '../../data/messages.ts';
import { setPageTitle } from '../../document-title.ts';
import { currentSession } from '../../session.ts';
import '../message-page.ts';
import './template-editor.ts';

/** Words kept for messages to customers. Who may write to them may also change these; everybody else reads. */
export class TemplatesPage extends LitElement {
  static override properties = { templates: { state: true }, editing: { state: true }, error: { state: true }, said: { state: true } };
  declare templates: ResponseTemplate[] | undefined;
  /** The id of the one that is being edited; of none yet for a new one. */
  declare editing: string | null;
  declare error: unknown;
  declare said: string;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { editing: null, said: '' });
  }

  static override styles = [
    base, card,
    css`
      h1 { font-size: 1.35rem; }
      .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.6rem 1rem; }
      .lead { max-width: 46rem; margin: 0.2rem 0 1rem; }
      ul { display: grid; gap: 0.75rem; max-width: 56rem; }
      li.card { padding: 0.9rem 1.1rem; }
      .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.3rem 1rem; align-items: start; }
      h2 { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; font-size: 1rem; }
      .sample { padding: 0.1em 0.6em; border: 1px solid var(--wa-color-warning-border-loud); border-radius: 999px; color: var(--wa-color-warning-on-quiet); font-size: 0.75rem; font-weight: 600; }
      .body { grid-column: 1 / -1; white-space: pre-line; overflow-wrap: anywhere; color: var(--wa-color-text-normal); display: -webkit-box; -webkit-line-clamp: 4; -webkit-box-orient: vertical; overflow: hidden; }
      .actions { display: flex; flex-wrap: wrap; gap: 0.4rem; }
      .said { min-height: 1.5em; margin-top: 0.6rem; color: var(--wa-color-success-on-quiet); }
      .skeleton i { display: block; height: 7rem; max-width: 56rem; margin-bottom: 0.75rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
      @media (max-width: 40rem) { .row { grid-template-columns: minmax(0, 1fr); } .row .actions { grid-row: 3; } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    setPageTitle(msg('Textvorlagen', { id: 'nav.templates' }));
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    const { templates } = this;
    if (!templates) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Vorlagen werden geladen.', { id: 'templates.loading' })}</span><i></i><i></i></div>`;
    const mayEdit = currentSession().staff.role !== 'viewer';
    const isNew = this.editing !== null && !templates.some(({ id }) => id === this.editing);
    return html`
      <div class="head">
        <h1>${msg('Textvorlagen', { id: 'nav.templates' })}</h1>
        ${mayEdit ? html`<wa-button size="s" variant="brand" ?disabled=${this.editing !== null} @click=${() => this.#edit(crypto.randomUUID())}><wa-icon slot="start" name="plus"></wa-icon>${msg('Neue Vorlage', { id: 'templates.new' })}</wa-button>` : nothing}
      </div>
      <p class="quiet lead">${msg('Was Sie Kunden oft schreiben. Platzhalter wie {{kunde.name}} werden aus der Meldung gefüllt; was dort fehlt, sehen Sie vor dem Senden.', { id: 'templates.lead' })}</p>
      <ul>
        ${isNew ? html`<li class="card">${this.#editor({ id: this.editing ?? '', title: '', body: '', isSample: false })}</li>` : nothing}
        ${templates.map((template) => html`<li class="card">${this.editing === template.id ? this.#editor(template) : this.#row(template, mayEdit)}</li>`)}
      </ul>
      ${templates.length === 0 && !isNew ? html`<p class="quiet">${msg('Noch keine Vorlagen.', { id: 'messages.noTemplates' })}</p>` : nothing}
      <p class="said" role="status">${this.said}</p>
    `;
  }

  #row(template: ResponseTemplate, mayEdit: boolean) {
    const { title, body, isSample } = template;
    return html`<div class="row">
      <h2>${title}${isSample ? html`<span class="sample">${msg('Muster – bitte prüfen', { id: 'templates.sample' })}</span>` : nothing}</h2>
      ${mayEdit ? html`<div class="actions">
        <wa-button size="s" appearance="outlined" ?disabled=${this.editing !== null} @click=${() => this.#edit(template.id)}><wa-icon slot="start" name="pencil"></wa-icon>${msg('Bearbeiten', { id: 'templates.edit' })}<span class="visually-hidden"> ${title}</span></wa-button>
        <wa-button size="s" appearance="plain" @click=${() => void this.#remove(template)}><wa-icon name="trash" label=${msg(str`„${title}“ löschen`, { id: 'templates.removeNamed' })}></wa-icon></wa-button>
      </div>` : nothing}
      <p class="body">${body}</p>
    </div>`;
  }

  #editor(template: ResponseTemplate) {
    return html`<template-editor .template=${template} @template-saved=${(event: CustomEvent<ResponseTemplate>) => this.#saved(event.detail)} @template-left=${() => (this.editing = null)}></template-editor>`;
  }

  #edit(id: string) {
    Object.assign(this, { editing: id, said: '' });
  }

  #saved(saved: ResponseTemplate) {
    const others = (this.templates ?? []).filter(({ id }) => id !== saved.id);
    this.templates = [...others, saved].toSorted((a, b) => a.title.localeCompare(b.title, 'de'));
    Object.assign(this, { editing: null, said: msg(str`„${saved.title}“ ist gespeichert.`, { id: 'templates.saved' }) });
  }

  async #remove({ id, title }: ResponseTemplate) {
    const sure = await confirmAction({
      title: msg(str`„${title}“ löschen?`, { id: 'templates.removeTitle' }),
      text: msg('Die Vorlage ist dann für alle weg. Was damit geschrieben wurde, bleibt.', { id: 'templates.removeText' }),
      action: msg('Löschen', { id: 'templates.remove' }),
    });
    if (!sure) return;
    try {
      await removeTemplate(id);
      this.templates = this.templates?.filter((template) => template.id !== id);
      this.said = msg(str`„${title}“ ist gelöscht.`, { id: 'templates.removed' });
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'failed.title' }), text: errorText(error) });
    }
  }

  async #load() {
    this.error = undefined;
    try {
      this.templates = await fetchTemplates();
    } catch (error) {
      this.error = error;
    }
  }
}

customElements.define('templates-page', TemplatesPage);
