import { textIn } from '@meldewerk/contract/text-in';
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
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
    const asked = askedQuestions(category, factsOfDraft(category, drafts.draft)).filter((question) => !isKnown(host, question));
    const offersStatement = category.questions.some(({ id }) => id === 'accidentStatement');
    return html`${offersStatement ? html`<accident-offer .host=${host}></accident-offer>` : nothing}<div class="fields">${repeat(asked, (question) => question.id, (question) => questionField(host, question))}${renderSaid(host)}</div>`;
  },
};

/** What the customer has said already in another way is not asked once more; it stands among the answers. */
function isKnown({ site, drafts }: StepHost, { id }: Question): boolean {
  const { answers, accidentStatement } = drafts.draft;
  if (id === 'accidentStatement') return accidentStatement?.taken === true && answers[id] === true;
  if (id !== 'drivable') return false;
  const said = saidDrivable({ site, drafts });
  return said !== undefined && answers[id] === said;
}

/** What follows from the safety check, and the way back to it. */
function renderSaid(host: StepHost): TemplateResult | typeof nothing {
  const question = host.category?.questions.find(({ id }) => id === 'drivable');
  if (!question || !isKnown(host, question)) return nothing;
  const sentence = host.drafts.draft.answers['drivable'] === true
    ? msg('Fahrbereit: ja, nach Ihren Angaben zur Sicherheit.', { id: 'questions.saidDrivable' })
    : msg('Fahrbereit: nein, nach Ihren Angaben zur Sicherheit.', { id: 'questions.saidNotDrivable' });
  return html`<p class="soft said"><span>${sentence}</span> <button type="button" class="button quiet" @click=${() => host.goTo('safety')}>${msg('Ändern', { id: 'review.edit' })}</button></p>`;
}
