import { itemFieldLabels } from '@meldewerk/contract/item-labels';
import { itemReasons, requestableFieldNames, requestableFields, type ItemKind, type ItemReason, type RequestItemsInput } from '@meldewerk/contract/missing-items';
import type { FormSummary } from '@meldewerk/contract/form';
import type { ReportDetail } from '@meldewerk/contract/report';
import { formatDay, formatNumber } from '../../../format.ts';
import { currentLanguage } from '../../../locale.ts';

type Item = RequestItemsInput['items'][number];
type Asked = { id: string; reason: ItemReason; note: string | null; acknowledged: boolean };

/** Something that can be asked for, and how it goes into the request. */
export type Choice = {
  key: string;
  kind: ItemKind;
  label: string;
  /** What the report says now; empty where it says nothing. */
  value: string;
  photoId: string | null;
  reasons: readonly ItemReason[];
  /** It is asked for already. */
  open: boolean;
  item: (asked: Asked) => Item;
};

/** Everything of a sent report that can be asked for, the missing before what is there. */
export function choicesOf(report: ReportDetail, library: FormSummary[]): Choice[] {
  return [...photoChoices(report), ...fieldChoices(report), ...answerChoices(report), ...signatureChoices(report, library)];
}

function isOpen(report: ReportDetail, kind: ItemKind, subject: string, replacesPhotoId: string | null = null): boolean {
  return report.missingItems.requests.some(({ items }) => items.some((item) => item.state === 'open' && item.kind === kind && item.subject === subject && item.replacesPhotoId === replacesPhotoId));
}

function photoChoices(report: ReportDetail): Choice[] {
  const language = currentLanguage();
  const shotLabel = (id: string) => report.shotLabels[id]?.[language] ?? id;
  const missing = report.missingItems.shots
    .filter(({ id }) => !report.photos.some(({ shotId, state }) => shotId === id && state !== 'refused'))
    .map(({ id, label }): Choice => ({ key: `shot-${id}`, kind: 'photo', label: label[language], value: '', photoId: null, reasons: ['missing', 'other'], open: isOpen(report, 'photo', id), item: (asked) => ({ ...plain(asked), kind: 'photo', shotId: id, reason: asked.reason as 'missing' }) }));
  const replaced = new Set(report.missingItems.requests.flatMap(({ items }) => items.flatMap(({ replacesPhotoId, state }) => (replacesPhotoId && state === 'provided' ? [replacesPhotoId] : []))));
  const there = report.photos
    .filter(({ id, state }) => state === 'ready' && !replaced.has(id))
    .map(({ id, shotId }): Choice => ({ key: `photo-${id}`, kind: 'photo', label: shotLabel(shotId), value: 'photo', photoId: id, reasons: itemReasons.photo.filter((reason) => reason !== 'missing'), open: isOpen(report, 'photo', shotId, id), item: (asked) => ({ ...plain(asked), kind: 'photo', shotId, replacesPhotoId: id, reason: asked.reason as 'blurred' }) }));
  return [...there, ...missing];
}

function fieldChoices(report: ReportDetail): Choice[] {
  const choices = requestableFieldNames.map((field): Choice => {
    const value = requestableFields[field].map((path) => readableAt(report, path)).filter(Boolean).join(', ');
    const reasons = value ? itemReasons.field.filter((reason) => reason !== 'missing') : (['missing', 'other'] as const);
    return { key: `field-${field}`, kind: 'field', label: itemFieldLabels[field][currentLanguage()], value, photoId: null, reasons, open: isOpen(report, 'field', field), item: (asked) => ({ ...plain(asked), kind: 'field', field, reason: asked.reason as 'missing' }) };
  });
  return choices.toSorted((one, other) => Number(Boolean(one.value)) - Number(Boolean(other.value)));
}

function answerChoices(report: ReportDetail): Choice[] {
  const language = currentLanguage();
  const choices = report.missingItems.questions.map(({ id, label }): Choice => {
    const value = report.answers.find(({ questionId }) => questionId === id)?.display[language] ?? '';
    return { key: `answer-${id}`, kind: 'answer', label: label[language], value, photoId: null, reasons: value ? itemReasons.answer.filter((reason) => reason !== 'missing') : (['missing', 'other'] as const), open: isOpen(report, 'answer', id), item: (asked) => ({ ...plain(asked), kind: 'answer', questionId: id, reason: asked.reason as 'missing' }) };
  });
  return choices.toSorted((one, other) => Number(Boolean(one.value)) - Number(Boolean(other.value)));
}

function signatureChoices(report: ReportDetail, library: FormSummary[]): Choice[] {
  const common = { kind: 'signature' as const, value: '', photoId: null, reasons: ['missing', 'other'] as const };
  const hanging = report.forms.filter(({ state }) => state === 'open').map(({ id, title }): Choice => ({ ...common, key: `form-${id}`, label: title, open: isOpen(report, 'signature', id), item: (asked) => ({ ...plain(asked), kind: 'signature', reason: asked.reason as 'missing', form: { reportFormId: id } }) }));
  const offered = library
    .filter(({ id, retired, validity, concludesContract }) => !retired && validity === 'valid' && !concludesContract && !report.forms.some(({ formId }) => formId === id))
    .map(({ id, title, version }): Choice => ({ ...common, key: `library-${id}`, label: title, open: false, item: (asked) => ({ ...plain(asked), kind: 'signature', reason: asked.reason as 'missing', form: { formId: id, version, acknowledged: asked.acknowledged } }) }));
  return [...hanging, ...offered];
}

function plain({ id, note }: Asked) {
  return { id, note };
}

/** What the report says at a path, as staff read it. */
export function readableAt(report: ReportDetail, path: string): string {
  const [section = '', key = ''] = path.split('.');
  const value = (report[section as 'reporter' | 'vehicle' | 'insurance'] as Record<string, unknown>)[key];
  return path === 'reporter.phone' ? (report.reporter.phoneDisplay ?? '') : readable(path, value);
}

/** A value of a field as people read it. */
export function readable(path: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (path === 'vehicle.firstRegistration' && typeof value === 'string') return formatDay(value);
  return path === 'vehicle.odometerKm' && typeof value === 'number' ? `${formatNumber(value)} km` : String(value);
}
