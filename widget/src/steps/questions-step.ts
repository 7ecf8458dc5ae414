import { textIn } from '@meldewerk/contract/text-in';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { askedQuestions } from '@meldewerk/catalogue/asked-questions';
import { checkAnswers } from '@meldewerk/catalogue/check-answers';
import { describeFault } from '@meldewerk/catalogue/describe-fault';
import { offerStyles } from '../accident-statement/accident-offer.ts';
import type { Question } from '@meldewerk/contract/catalogue';
import { factsOfDraft } from '../draft-facts.ts';
import { questionField } from '../fields/question-field.ts';
import { saidDrivable } from '../safety/said-drivable.ts';
import type { Step, StepHost } from '../step.ts';
import { fieldStyles } from '../styles/fields.ts';

export const questionsStep: Step = {
  heading: ({ category, language }) => (category ? textIn(category.label, language) : ''),
  explanation: () =>
    msg('Erzählen Sie uns, was geschehen ist. Was Sie nicht wissen, lassen Sie einfach frei.', { id: 'questions.explanation' }),
  styles: [fieldStyles, offerStyles],

  check({ category, drafts, today, language }) {
    if (!category) return [];
    return checkAnswers(category, factsOfDraft(category, drafts.draft), { today }).flatMap((fault) =>
      category.questions
        .filter((question) => question.id === fault.questionId)
        .map((question) => ({ path: `answers.${question.id}`, message: describeFault(fault, question, language) })),
    );
  },

  render(host) {
    const { category, drafts } = host;
    if (!category) return html``;
    const asked = askedQuestions(category, factsOfDraft(category, drafts.draft));
    const offersStatement = category.questions.some(({ id }) => id === 'accidentStatement');
    return html`${offersStatement ? html`<accident-offer .host=${host}></accident-offer>` : nothing}<div class="fields">${repeat(asked, (question) => question.id, (question) => questionField(host, question, helpOf(host, question)))}</div>`;
  },
};

/** What the safety check said stands there already: nobody should think to be asked twice. */
function helpOf(host: StepHost, { id }: Question): string | undefined {
  const said = id === 'drivable' ? saidDrivable(host) : undefined;
  if (said === undefined || host.drafts.draft.answers[id] !== said) return undefined;
  return msg('Aus Ihren Angaben zur Sicherheit übernommen. Sie können es ändern.', { id: 'questions.drivableSaid' });
}
