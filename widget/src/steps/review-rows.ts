import { textIn } from '@meldewerk/contract/text-in';
import { msg } from '@lit/localize';
import { askedQuestions } from '@meldewerk/catalogue/asked-questions';
import { displayAnswer } from '@meldewerk/catalogue/display-answer';
import type { Question } from '@meldewerk/contract/catalogue';
import { readLicensePlate } from '@meldewerk/contract/license-plate';
import type { Section } from '../draft.ts';
import { factsOfDraft } from '../draft-facts.ts';
import { readAnswer } from '../fields/read-typed.ts';
import type { Choice } from '../fields/choice-field.ts';
import type { StepHost } from '../step.ts';
import { channelChoices, countryChoices, coverageChoices, driveTypeChoices, roleChoices, vehicleTypeChoices } from './choices.ts';
import { isConsentGiven } from './contact-step.ts';

export type Row = { label: string; value: string };

/** The answers in reading order, without what was left free. */
export function answerRows({ category, drafts, language }: StepHost): Row[] {
  if (!category) return [];
  return askedQuestions(category, factsOfDraft(category, drafts.draft)).flatMap((question): Row[] => {
    const answer = readAnswer(question, drafts.draft.answers[question.id]);
    if (question.type === 'notice' || answer === undefined || (Array.isArray(answer) && answer.length === 0)) return [];
    return [{ label: textIn(question.label, language), value: textIn(displayAnswer(question, answer), language) }];
  });
}

export function vehicleRows(host: StepHost): Row[] {
  const rows = rowsOf(host, 'vehicle');
  const plate = rows.text('licensePlate');
  return rows.filled([
    [msg('Kennzeichen', { id: 'vehicle.licensePlate' }), plate && readLicensePlate(plate).canonical],
    [msg('Land', { id: 'vehicle.plateCountry' }), rows.chosen('plateCountry', countryChoices())],
    [msg('Art des Fahrzeugs', { id: 'vehicle.type' }), rows.chosen('type', vehicleTypeChoices())],
    [msg('Marke und Modell', { id: 'vehicle.makeModel' }), rows.text('makeModel')],
    [msg('Kilometerstand', { id: 'vehicle.odometerKm' }), rows.text('odometerKm') && `${rows.text('odometerKm')} km`],
    [msg('Wo steht das Fahrzeug jetzt?', { id: 'vehicle.location' }), rows.text('location')],
    [msg('Erstzulassung', { id: 'vehicle.firstRegistration' }), displayDay(host, rows.text('firstRegistration'))],
    [msg('Antrieb', { id: 'vehicle.driveType' }), rows.chosen('driveType', driveTypeChoices())],
    [msg('Fahrgestellnummer (FIN)', { id: 'vehicle.vin' }), rows.text('vin')],
    ['HSN / TSN', [rows.text('hsn'), rows.text('tsn')].filter(Boolean).join(' / ')],
    [msg('Ist das Fahrzeug geleast oder finanziert?', { id: 'vehicle.leased' }), yesNo(host.drafts.get('vehicle.leased'))],
  ]);
}

export function insuranceRows(host: StepHost): Row[] {
  const rows = rowsOf(host, 'insurance');
  return rows.filled([
    [msg('Wer soll den Schaden voraussichtlich bezahlen?', { id: 'insurance.coverage' }), rows.chosen('coverage', coverageChoices())],
    [msg('Versicherung', { id: 'insurance.insurer' }), rows.text('insurer')],
    [msg('Versicherungsschein-Nr.', { id: 'insurance.policyNumber' }), rows.text('policyNumber')],
    [msg('Schadennummer', { id: 'insurance.claimNumber' }), rows.text('claimNumber')],
  ]);
}

export function contactRows(host: StepHost): Row[] {
  const rows = rowsOf(host, 'reporter');
  return rows.filled([
    [msg('Name', { id: 'review.name' }), `${rows.text('firstName')} ${rows.text('lastName')}`.trim()],
    [msg('Sie sind …', { id: 'contact.role' }), rows.chosen('role', roleChoices())],
    [msg('Telefon', { id: 'contact.phone' }), rows.text('phone')],
    [msg('E-Mail', { id: 'contact.email' }), rows.text('email')],
    [msg('Wie sollen wir uns melden?', { id: 'contact.preferredChannel' }), rows.chosen('preferredChannel', channelChoices())],
    [msg('Firma', { id: 'contact.company' }), rows.text('company')],
    [msg('Anschrift', { id: 'review.address' }), [rows.text('street'), `${rows.text('postalCode')} ${rows.text('city')}`.trim()].filter(Boolean).join(', ')],
    [msg('Datenschutz', { id: 'contact.privacy' }), isConsentGiven(host) ? msg('Einverstanden', { id: 'review.agreed' }) : msg('Noch nicht zugestimmt', { id: 'review.notAgreed' })],
  ]);
}

function rowsOf({ drafts }: StepHost, section: Section) {
  const text = (field: string) => String(drafts.draft[section][field] ?? '').trim();
  return {
    text,
    chosen: (field: string, choices: Choice[]) => choices.find(({ value }) => value === text(field))?.label ?? '',
    filled: (rows: [label: string, value: string][]): Row[] => rows.filter(([, value]) => value).map(([label, value]) => ({ label, value })),
  };
}

function displayDay({ language }: StepHost, day: string): string {
  return day && textIn(displayAnswer({ type: 'date' } as Question, day), language);
}

function yesNo(answer: unknown): string {
  if (answer === undefined) return '';
  return answer ? msg('Ja', { id: 'field.yes' }) : msg('Nein', { id: 'field.no' });
}
