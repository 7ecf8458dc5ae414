import { msg, str } from '@lit/localize';
import type { FormVersionInput } from '@meldewerk/contract/form';
import { css, html, nothing } from 'lit';

type SaveBar = {
  draft: FormVersionInput;
  formId: string;
  readOnly: boolean;
  isNew: boolean;
  /** What is not saved yet, in words. */
  changes: string[];
  saving: boolean;
  told: { ok: boolean; text: string } | undefined;
  onSave: () => void;
  onProblem: (error: unknown) => void;
};

/** Stays in sight at the bottom of the editor: what has changed, and what can be done with it. */
export function saveBar(bar: SaveBar) {
  const empty = bar.draft.content.source === 'pdf' ? !bar.draft.content.documentId : !bar.draft.content.text.trim();
  return html`
    <div class="save-bar">
      <p role="status" class=${bar.told && !bar.told.ok ? 'fault' : 'quiet'}>
        ${bar.told ? html`<wa-icon name=${bar.told.ok ? 'check' : 'error'}></wa-icon>${bar.told.text}` : changesText(bar)}
      </p>
      <div class="buttons">
        ${bar.readOnly
          ? nothing
          : html`<wa-button appearance="outlined" ?disabled=${empty} @click=${() => void showPreview(bar)}><wa-icon slot="start" name="eye"></wa-icon>${msg('Vorschau als PDF', { id: 'saveBar.preview' })}</wa-button>
            <wa-button variant="brand" ?disabled=${bar.changes.length === 0 || empty} ?loading=${bar.saving} @click=${bar.onSave}>
              ${bar.isNew ? msg('Speichern', { id: 'saveBar.saveNew' }) : msg('Als neue Fassung speichern', { id: 'saveBar.save' })}
            </wa-button>`}
      </div>
    </div>
  `;
}

function changesText({ changes, isNew, readOnly }: SaveBar): string {
  if (readOnly) return msg('Ändern kann Formulare die Leitung.', { id: 'forms.readOnly' });
  if (changes.length === 0) return isNew ? '' : msg('Keine Änderungen.', { id: 'saveBar.unchanged' });
  return msg(str`Geändert: ${changes.join(', ')}`, { id: 'saveBar.changed' });
}

async function showPreview({ draft, formId, onProblem }: SaveBar) {
  const { openPreview } = await import('./preview-dialog.ts');
  openPreview(formId, draft, onProblem);
}

export const saveBarStyles = css`
  .save-bar { position: sticky; inset-block-end: 0; z-index: 6; display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1.5rem; --gap: clamp(0.75rem, 2vw, 1.75rem); margin: 0 calc(-1 * var(--gap)); padding: 0.7rem var(--gap) calc(0.7rem + env(safe-area-inset-bottom)); border-top: 1px solid var(--wa-color-surface-border); background: var(--wa-color-surface-default); }
  .save-bar p { display: flex; align-items: baseline; gap: 0.4rem; min-width: 0; font-size: var(--wa-font-size-s); overflow-wrap: anywhere; }
  .save-bar .fault { color: var(--wa-color-danger-on-quiet); }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.6rem; margin-inline-start: auto; }
`;
