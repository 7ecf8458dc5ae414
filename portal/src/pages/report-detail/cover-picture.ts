import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { currentSession } from '../../session.ts';

/** A picture beside the report's own photos: one in a message, or one the workshop took. */
export type Coverable = { id: string; name: string; displayUrl: string; redactionId?: string | undefined };

/** What can be done about strangers' plates and faces on it, as small buttons; nothing for who may only read. */
export function coverButtons(picture: Coverable, timeZone: string, onChange: () => void): TemplateResult | typeof nothing {
  const { role } = currentSession().staff;
  if (role === 'viewer') return nothing;
  const cover = msg(str`Teile von ${picture.name} unkenntlich machen`, { id: 'redaction.titleOf' });
  const open = msg(str`Original von ${picture.name} öffnen`, { id: 'redaction.openOf' });
  return html`<button type="button" class="cover no-print" aria-label=${cover} title=${cover} @click=${(click: Event) => void coverPicture(picture, timeZone, click.currentTarget as HTMLElement, onChange)}><wa-icon name="eye-slash"></wa-icon></button>
    ${picture.redactionId && role === 'admin' ? html`<button type="button" class="cover unseal no-print" aria-label=${open} title=${open} @click=${() => void openSealed(picture)}><wa-icon name="lock"></wa-icon></button>` : nothing}`;
}

async function coverPicture({ id, name, displayUrl }: Coverable, timeZone: string, origin: HTMLElement, onChange: () => void): Promise<void> {
  await import('./redaction-editor.ts');
  const editor = document.createElement('redaction-editor');
  Object.assign(editor, { photo: { id }, displayUrl, label: name, timeZone });
  editor.addEventListener('redaction-changed', onChange);
  editor.addEventListener('editor-closed', () => {
    editor.remove();
    origin.focus();
  });
  document.body.append(editor);
}

async function openSealed({ id, name }: Coverable): Promise<void> {
  const { askToOpenOriginal } = await import('./open-original-dialog.ts');
  askToOpenOriginal({ id, originalName: name }, document.body);
}
