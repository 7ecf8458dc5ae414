import { msg } from '@lit/localize';
import { html, nothing, render } from 'lit';

type Question = {
  title: string;
  text: string;
  action?: string;
  /** Says no, where “cancel” could mean yes. */
  decline?: string;
};

/** Asks before something that cannot be taken back; focus returns to where it was. */
export async function confirmAction(question: Question & { action: string }): Promise<boolean> {
  return ask(question);
}

/** Says something that needs no answer. */
export async function tell(message: Question) {
  await ask(message);
}

async function ask({ title, text, action, decline = msg('Abbrechen', { id: 'dialog.cancel' }) }: Question): Promise<boolean> {
  await Promise.all([
    import('@awesome.me/webawesome/dist/components/dialog/dialog.js'),
    import('@awesome.me/webawesome/dist/components/button/button.js'),
  ]);
  const place = document.body.appendChild(document.createElement('div'));
  return new Promise((resolve) => {
    let answer = false;
    const close = (agreed: boolean) => {
      answer = agreed;
      const dialog = place.querySelector('wa-dialog');
      if (dialog) dialog.open = false;
    };
    const finish = () => {
      place.remove();
      resolve(answer);
    };
    render(
      html`
        <wa-dialog label=${title} open @wa-after-hide=${finish}>
          <p class="dialog-text">${text}</p>
          <wa-button slot="footer" appearance=${action ? 'outlined' : 'accent'} autofocus @click=${() => close(false)}>
            ${action ? decline : msg('Schließen', { id: 'dialog.close' })}
          </wa-button>
          ${action ? html`<wa-button slot="footer" variant="brand" @click=${() => close(true)}>${action}</wa-button>` : nothing}
        </wa-dialog>
      `,
      place,
    );
  });
}
