import { textIn } from '@meldewerk/contract/text-in';
import { html, type TemplateResult } from 'lit';
import { maxLengthOf } from '@meldewerk/catalogue/check-answers';
import type { Question } from '@meldewerk/contract/catalogue';
import { doubtAboutPlate } from '../checks/check-vehicle.ts';
import type { StepHost } from '../step.ts';
import { manyOfField, oneOfField, yesNoField } from './choice-field.ts';
import type { FieldHost } from './field-frame.ts';
import { longTextField, textField } from './text-field.ts';

/** The field that fits the type of a question. */
export function questionField(host: FieldHost & Pick<StepHost, 'language' | 'today'>, question: Question): TemplateResult {
  const { language } = host;
  const field = {
    path: `answers.${question.id}`,
    label: textIn(question.label, language),
    help: question.help && textIn(question.help, language),
    required: question.required,
  };
  const choices = (question.options ?? []).map(({ value, label }) => ({ value, label: textIn(label, language) }));
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
