import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg } from '@lit/localize';
import { html, nothing, render } from 'lit';

/** `saved`: somebody made it, so it has a name of its own. */
export type AboutView = { title: string; name: string; shared: boolean; isStart: boolean; saved: boolean; mayChange?: boolean; mayShare?: boolean };
export type ViewAnswer = { kind: 'save'; name: string; shared: boolean; isStart: boolean } | { kind: 'delete' };

/** Name, whom it is for, and whether one begins with it; null when nothing is to be done. */
export async function askAboutView({ title, name, shared, isStart, saved, mayChange = true, mayShare = false }: AboutView): Promise<ViewAnswer | null> {
  const place = document.body.appendChild(document.createElement('div'));
  const isNew = !saved && name === '';
  const hasContent = isNew || (saved && mayChange);
  return new Promise((resolve) => {
    let answer: ViewAnswer | null = null;
    const close = (given: ViewAnswer | null) => {
      answer = given;
      const dialog = place.querySelector('wa-dialog');
      if (dialog) dialog.open = false;
    };
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const field = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`);
      const typed = hasContent ? (field('view-name')?.value.trim() ?? '') : name;
      if (!typed) return field('view-name')?.focus();
      close({ kind: 'save', name: typed, shared: field('view-shared')?.checked ?? shared, isStart: field('view-start')?.checked ?? false });
    };
    const finish = () => {
      place.remove();
      resolve(answer);
    };
    render(
      html`
        <wa-dialog label=${title} open @wa-after-hide=${finish}>
          <form class="dialog-form" @submit=${submit} novalidate>
            ${hasContent ? html`<label for="view-name">${msg('Name', { id: 'views.name' })}</label><input id="view-name" maxlength="60" required autofocus autocomplete="off" .value=${name} />` : nothing}
            ${hasContent && mayShare ? html`<label class="dialog-choice"><input id="view-shared" type="checkbox" ?checked=${shared} />${msg('Für alle in der Werkstatt', { id: 'views.shareIt' })}</label>` : nothing}
            <label class="dialog-choice"><input id="view-start" type="checkbox" ?checked=${isStart} />${msg('Meldungen beginnen bei mir mit dieser Ansicht', { id: 'views.isStart' })}</label>
            ${saved && mayChange ? html`<p class="dialog-text">${msg('Gespeichert wird auch, in welcher Reihenfolge und ob als Liste oder Board.', { id: 'views.savesLayout' })}</p>` : nothing}
          </form>
          ${saved && mayChange ? html`<wa-button slot="footer" class="dialog-delete" variant="danger" appearance="plain" @click=${() => close({ kind: 'delete' })}>${msg('Löschen', { id: 'views.delete' })}</wa-button>` : nothing}
          <wa-button slot="footer" appearance="outlined" @click=${() => close(null)}>${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
          <wa-button slot="footer" variant="brand" @click=${() => place.querySelector('form')?.requestSubmit()}>${msg('Speichern', { id: 'views.store' })}</wa-button>
        </wa-dialog>
      `,
      place,
    );
  });
}
