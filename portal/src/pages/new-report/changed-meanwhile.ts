import { msg } from '@lit/localize';
import type { Partner } from '@meldewerk/contract/partner';
import type { PreparedReport } from '@meldewerk/contract/preparation';
import { css, html, nothing } from 'lit';
import { fieldLabel, readableValue } from './field-label.ts';
import type { PreparationDraft } from './kept-draft.ts';
import { typedFrom, type FieldName, type TypedPreparation } from './typed-preparation.ts';

type Clash = { draft: PreparationDraft; theirs: PreparedReport; partners: Partner[]; onTake: () => void; onKeep: () => void };

/** What a colleague changed, and what becomes of one's own. */
export function changedMeanwhile({ draft, theirs, partners, onTake, onKeep }: Clash) {
  const stored = typedFrom(theirs.preparation);
  const changed = changedFields(draft.base, stored);
  return html`
    <section class="clash card" role="alert" tabindex="-1" aria-labelledby="clash-title">
      <h2 id="clash-title"><wa-icon name="warning"></wa-icon>${msg('Jemand hat diese Meldung inzwischen geändert', { id: 'clash.title' })}</h2>
      <p>${msg('Noch ist nichts überschrieben. So steht es jetzt gespeichert:', { id: 'clash.text' })}</p>
      <table>
        <thead><tr><th>${msg('Feld', { id: 'clash.field' })}</th><th>${msg('Gespeichert', { id: 'clash.stored' })}</th><th>${msg('Bei Ihnen', { id: 'clash.yours' })}</th></tr></thead>
        <tbody>${changed.map((name) => html`<tr><th scope="row">${fieldLabel(name)}</th><td>${readableValue(name, stored[name], partners)}</td><td>${readableValue(name, draft.typed[name], partners)}</td></tr>`)}</tbody>
      </table>
      ${changed.length === 0 ? html`<p class="quiet">${msg('An den Feldern hier hat sich nichts geändert.', { id: 'clash.nothing' })}</p>` : nothing}
      <div class="actions">
        <wa-button variant="brand" @click=${onKeep}>${msg('Meine Änderungen dazunehmen', { id: 'clash.keep' })}</wa-button>
        <wa-button appearance="outlined" @click=${onTake}>${msg('Gespeicherten Stand laden', { id: 'clash.take' })}</wa-button>
      </div>
    </section>
  `;
}

/** One's own changes on top of what is stored now. */
export function mergedInto({ base, typed }: PreparationDraft, theirs: PreparedReport): TypedPreparation {
  const merged = typedFrom(theirs.preparation);
  for (const name of changedFields(base, typed)) merged[name] = typed[name];
  return merged;
}

function changedFields(before: TypedPreparation, after: TypedPreparation): FieldName[] {
  return (Object.keys(before) as FieldName[]).filter((name) => before[name] !== after[name]);
}

export const clashStyles = css`
  .clash { display: grid; gap: 0.7rem; border-color: var(--wa-color-warning-border-loud); }
  .clash table { border-collapse: collapse; font-size: var(--wa-font-size-s); }
  .clash th, .clash td { padding: 0.3rem 0.8rem 0.3rem 0; border-top: 1px solid var(--wa-color-surface-border); text-align: start; font-weight: 400; overflow-wrap: anywhere; }
  .clash thead th { border-top: 0; color: var(--wa-color-text-quiet); }
  .clash tbody th { font-weight: 550; }
  .clash .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
`;
