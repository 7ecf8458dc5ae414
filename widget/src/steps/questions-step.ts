import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { askedQuestions } from '@meldewerk/catalogue/asked-questions';
import { checkAnswers, maxLengthOf } from '@meldewerk/catalogue/check-answers';
import { describeFault } from '@meldewerk/catalogue/describe-fault';
import type { Question } from '@meldewerk/contract/catalogue';
import { factsOfDraft } from '../draft-facts.ts';
import { manyOfField, oneOfField, yesNoField } from '../fields/choice-field.ts';
import { longTextField, textField } from '../fields/text-field.ts';
import type { Step, StepHost } from '../step.ts';
import { fieldStyles } from '../styles/fields.ts';
import { doubtAboutPlate } from '../checks/check-vehicle.ts';

export const questionsStep: Step = {
  heading: (host) => host.category?.label[host.language] ?? '',
  explanation: () =>
    msg('Erzählen Sie uns, was geschehen ist. Was Sie nicht wissen, lassen Sie einfach frei.', { id: 'questions.explanation' }),
  styles: [fieldStyles],

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
    return html`<div class="fields">${repeat(asked, (question) => question.id, (question) => renderQuestion(host, question))}</div>`;
  },
};

function renderQuestion(host: StepHost, question: Question): TemplateResult {
  const { language } = host;
  const field = {
    path: `answers.${question.id}`,
    label: question.label[language],
    help: question.help?.[language],
    required: question.required,
  };
  const choices = (question.options ?? []).map(({ value, label }) => ({ value, label: label[language] }));
  const maxLength = maxLengthOf(question);
  switch (question.type) {
    case 'notice':
      return html`<div class="note ${question.tone ?? 'info'}" role="status"><span aria-hidden="true">${question.tone === 'warning' ? '⚠' : 'ℹ'}</span><p>${field.label}</p></div>`;
    case 'yesNo':
      return yesNoField(host, field);
    case 'oneOf':
      return oneOfField(host, { ...field, layout: choices.every(({ label }) => label.length <= 24) ? 'wrap' : 'stack' }, choices);
    case 'manyOf':
      return manyOfField(host, field, choices);
    case 'longText':
      return longTextField(host, { ...field, maxLength });
    case 'date':
      return textField(host, { ...field, type: 'date', short: true, max: question.notInFuture ? host.today : undefined });
    case 'time':
      return textField(host, { ...field, type: 'time', short: true });
    case 'number':
      return textField(host, { ...field, inputMode: 'decimal', short: true, unit: question.unit });
    case 'money':
      return textField(host, { ...field, inputMode: 'decimal', short: true, unit: '€' });
    case 'phone':
      return textField(host, { ...field, type: 'tel', maxLength });
    case 'email':
      return textField(host, { ...field, type: 'email', maxLength });
    case 'plate':
      return textField(host, { ...field, plate: true, short: true, maxLength, advice: doubtAboutPlate(host.drafts.get(field.path)) });
    case 'vin':
      return textField(host, { ...field, plate: true, maxLength });
    default:
      return textField(host, { ...field, maxLength });
  }
}
