import * as v from 'valibot';
import { reportStatuses, reportStatusSchema, subStatusIdSchema, type ReportStatus } from './handling.ts';
import { requiredText } from './identifier.ts';
import { type LocalizedText } from './language.ts';

/** A text a workshop writes itself, in both languages. */
export const ownTextSchema = v.object({ de: requiredText(60), en: requiredText(60) });
const colorSchema = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i));

export const subStatusSchema = v.object({ id: subStatusIdSchema, label: ownTextSchema });
/** How a workshop names one of the fixed states; null keeps our word or colour. */
export const ownStatusSchema = v.object({
  label: v.nullable(ownTextSchema),
  color: v.nullable(colorSchema),
  subStatuses: v.pipe(v.array(subStatusSchema), v.maxLength(8)),
});
export type OwnStatus = v.InferOutput<typeof ownStatusSchema>;

/** One of the three to five coarse states that a customer sees, and which of ours count as it. */
export const customerStateSchema = v.object({ id: subStatusIdSchema, label: ownTextSchema, statuses: v.pipe(v.array(reportStatusSchema), v.minLength(1)) });
export type CustomerState = v.InferOutput<typeof customerStateSchema>;

/** What of a report its customer can see. */
export const customerAreas = ['status', 'messages', 'files', 'appointments', 'history'] as const;
export type CustomerArea = (typeof customerAreas)[number];

export const workflowSchema = v.object({
  statuses: v.object(Object.fromEntries(reportStatuses.map((status) => [status, ownStatusSchema])) as Record<ReportStatus, typeof ownStatusSchema>),
  customerStates: v.pipe(
    v.array(customerStateSchema),
    v.minLength(3),
    v.maxLength(5),
    v.check((states) => new Set(states.flatMap(({ statuses }) => statuses)).size === states.flatMap(({ statuses }) => statuses).length, 'a status counts as one state'),
  ),
  customerSees: v.object(Object.fromEntries(customerAreas.map((area) => [area, v.boolean()])) as Record<CustomerArea, v.BooleanSchema<undefined>>),
});
export type Workflow = v.InferOutput<typeof workflowSchema>;

/** Reports that stand in a finer state; none is left out that has any. */
export const workflowUsageSchema = v.object({ subStatuses: v.array(v.object({ status: reportStatusSchema, subStatus: v.string(), count: v.number() })) });
export type WorkflowUsage = v.InferOutput<typeof workflowUsageSchema>;

/** Our words for the fixed states. */
export const statusLabels: Record<ReportStatus, LocalizedText> = {
  draft: { de: 'Entwurf', en: 'Draft', tr: 'Taslak', pl: 'Szkic', uk: 'Чернетка', ar: 'مسودة' },
  linkSent: { de: 'Link gesendet', en: 'Link sent', tr: 'Bağlantı gönderildi', pl: 'Link wysłany', uk: 'Посилання надіслано', ar: 'أُرسل الرابط' },
  submitted: { de: 'Eingegangen', en: 'Received', tr: 'Ulaştı', pl: 'Przyjęto', uk: 'Отримано', ar: 'تم الاستلام' },
  inReview: { de: 'In Prüfung', en: 'In review', tr: 'İnceleniyor', pl: 'W trakcie sprawdzania', uk: 'На перевірці', ar: 'قيد الفحص' },
  scheduled: { de: 'Terminiert', en: 'Scheduled', tr: 'Randevu verildi', pl: 'Termin ustalony', uk: 'Час призначено', ar: 'تم تحديد الموعد' },
  inRepair: { de: 'In Reparatur', en: 'In repair', tr: 'Onarımda', pl: 'W naprawie', uk: 'У ремонті', ar: 'قيد الإصلاح' },
  ready: { de: 'Abholbereit', en: 'Ready for collection', tr: 'Teslime hazır', pl: 'Gotowe do odbioru', uk: 'Готово до видачі', ar: 'جاهزة للاستلام' },
  completed: { de: 'Abgeschlossen', en: 'Completed', tr: 'Tamamlandı', pl: 'Zakończono', uk: 'Завершено', ar: 'مكتملة' },
  cancelled: { de: 'Storniert', en: 'Cancelled', tr: 'İptal edildi', pl: 'Anulowano', uk: 'Скасовано', ar: 'ملغاة' },
};

/** What a workshop calls a state, with its finer state if it has one. */
export function labelOfStatus(workflow: Workflow, status: ReportStatus, subStatus: string | null = null): LocalizedText {
  const { label, subStatuses } = workflow.statuses[status];
  return subStatuses.find(({ id }) => id === subStatus)?.label ?? label ?? statusLabels[status];
}

const ourStateLabels = {
  received: { de: 'Eingegangen', en: 'Received', tr: 'Ulaştı', pl: 'Przyjęto', uk: 'Отримано', ar: 'تم الاستلام' },
  planned: { de: 'Termin vereinbart', en: 'Appointment made', tr: 'Randevu kararlaştırıldı', pl: 'Termin ustalony', uk: 'Час узгоджено', ar: 'تم الاتفاق على الموعد' },
  inWork: { de: 'Fahrzeug in Arbeit', en: 'Vehicle being worked on', tr: 'Araç üzerinde çalışılıyor', pl: 'Pojazd w naprawie', uk: 'Авто в роботі', ar: 'السيارة قيد العمل' },
  ready: { de: 'Fahrzeug abholbereit', en: 'Vehicle ready for collection', tr: 'Araç teslime hazır', pl: 'Pojazd gotowy do odbioru', uk: 'Авто готове до видачі', ar: 'السيارة جاهزة للاستلام' },
  completed: { de: 'Abgeschlossen', en: 'Completed', tr: 'Tamamlandı', pl: 'Zakończono', uk: 'Завершено', ar: 'مكتملة' },
} satisfies Record<string, LocalizedText>;

/** A state in every language where it still has our words; a workshop's own are there in its own two. */
export function customerStateLabel(own: CustomerState['label']): LocalizedText {
  return Object.values(ourStateLabels).find(({ de, en }) => de === own.de && en === own.en) ?? own;
}

function inBoth({ de, en }: LocalizedText): CustomerState['label'] {
  return { de, en };
}

const plain: OwnStatus = { label: null, color: null, subStatuses: [] };
/** What a workshop begins with. */
export const defaultWorkflow: Workflow = {
  statuses: Object.fromEntries(reportStatuses.map((status) => [status, plain])) as Record<ReportStatus, OwnStatus>,
  customerStates: [
    { id: 'received', label: inBoth(ourStateLabels.received), statuses: ['draft', 'linkSent', 'submitted', 'inReview'] },
    { id: 'planned', label: inBoth(ourStateLabels.planned), statuses: ['scheduled'] },
    { id: 'inWork', label: inBoth(ourStateLabels.inWork), statuses: ['inRepair'] },
    { id: 'ready', label: inBoth(ourStateLabels.ready), statuses: ['ready'] },
    { id: 'completed', label: inBoth(ourStateLabels.completed), statuses: ['completed'] },
  ],
  customerSees: { status: true, messages: true, files: true, appointments: true, history: false },
};

/** Our colours for the fixed states: white can be read on them, and they are seen on light and dark ground. */
export const statusColors: Record<ReportStatus, string> = {
  draft: '#6b7480', linkSent: '#3f6fbf', submitted: '#2f6fde', inReview: '#8a4fd3', scheduled: '#0b7d86', inRepair: '#b45f00', ready: '#24803e', completed: '#68727e', cancelled: '#c23b3b',
};
