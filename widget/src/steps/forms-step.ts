import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { checkForms } from '../signing/check-forms.ts';
import { formCard } from '../signing/form-card.ts';
import { renderSignedReview } from '../signing/review-forms.ts';
import { signingOf } from '../signing/signing-controller.ts';
import { renderWithdrawal } from '../signing/withdrawal.ts';
import type { Step } from '../step.ts';
import { fieldStyles } from '../styles/fields.ts';
import { signingStyles } from '../signing/styles.ts';

export const formsStep: Step = {
  heading: () => msg('Formulare unterschreiben', { id: 'signing.heading' }),
  explanation: ({ drafts, site }) => {
    const count = drafts.draft.link?.forms.length ?? 0;
    if (count === 0) return msg(str`Bitte lesen Sie die Hinweise von ${site.name}.`, { id: 'signing.explanationNotice' });
    return count === 1
      ? msg(str`${site.name} braucht Ihre Unterschrift unter einem Formular. Ihre Angaben stehen schon darin.`, { id: 'signing.explanationOne' })
      : msg(str`${site.name} braucht Ihre Unterschrift unter ${count} Formularen. Ihre Angaben stehen schon darin.`, { id: 'signing.explanation' });
  },
  styles: [fieldStyles, signingStyles],

  check: checkForms,

  render(host) {
    signingOf(host);
    const { link } = host.drafts.draft;
    if (!link) return html``;
    return html`<ul class="forms">${repeat(link.forms, ({ id }) => id, (form) => formCard(host, form))}</ul>
      ${link.withdrawalNotice ? renderWithdrawal(host, link.withdrawalNotice) : nothing}`;
  },

  renderReview: renderSignedReview,
};
