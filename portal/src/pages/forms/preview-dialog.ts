import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg } from '@lit/localize';
import type { FormVersionInput } from '@meldewerk/contract/form';
import { html, nothing, render } from 'lit';
import { fetchFormPreview } from '../../data/forms.ts';
import './pdf-view.ts';

/** The form as the customer would get it, filled with example values. Refusals go to `onProblem`, where the editor shows them. */
export function openPreview(formId: string, draft: FormVersionInput, onProblem: (error: unknown) => void) {
  void fetchFormPreview(formId, draft).then((file) => openPdfDialog(draft.title || msg('Neues Formular', { id: 'formPage.new' }), file, `${draft.title || 'Formular'}.pdf`), onProblem);
}

/** Any PDF in a dialog to be read and downloaded; `source` is an address of ours or the file itself. */
export function openPdfDialog(title: string, source: string | Blob, fileName: string) {
  const place = document.body.appendChild(document.createElement('div'));
  const url = typeof source === 'string' ? source : URL.createObjectURL(source);
  const finish = (event: Event) => {
    if (!(event.target instanceof HTMLElement) || event.target.localName !== 'wa-dialog') return;
    if (url !== source) URL.revokeObjectURL(url);
    place.remove();
  };
  render(
    html`
      <wa-dialog class="wide-dialog" label=${title} open light-dismiss @wa-after-hide=${finish}>
        <pdf-view .source=${source}></pdf-view>
        <wa-button slot="footer" appearance="outlined" href=${url} download=${fileName || nothing}><wa-icon slot="start" name="download"></wa-icon>${msg('Herunterladen', { id: 'pdfView.download' })}</wa-button>
        <wa-button slot="footer" variant="brand" autofocus data-dialog="close">${msg('Schließen', { id: 'dialog.close' })}</wa-button>
      </wa-dialog>
    `,
    place,
  );
}
