import * as v from 'valibot';
import { closedStatuses, reportStatusSchema, subStatusIdSchema, type ReportStatus } from './handling.ts';
import { idSchema, instantSchema, requiredText } from './identifier.ts';
import { staffLanguageSchema } from './language.ts';

/** What the texts of rules are filled with. */
export const rulePlaceholders = ['kunde.name', 'fahrzeug.kennzeichen', 'fahrzeug.modell', 'meldung.nummer', 'meldung.status', 'werkstatt.name', 'werkstatt.telefon'] as const;
export type RulePlaceholder = (typeof rulePlaceholders)[number];

export const ruleChannels = ['smsElseEmail', 'sms', 'email'] as const;
export const ruleRecipients = ['assignee', 'recipients'] as const;
const ruleTextSchema = v.object({ de: requiredText(600), en: requiredText(600) });

/** `customerMessage` goes with the link to the status page. `assignee` is everybody who receives reports while nobody is assigned. */
export const ruleActionSchema = v.variant('kind', [
  v.object({ kind: v.literal('customerMessage'), channel: v.picklist(ruleChannels), text: ruleTextSchema }),
  v.object({ kind: v.literal('staffMessage'), to: v.picklist(ruleRecipients), text: ruleTextSchema }),
  v.object({ kind: v.literal('staffReminder'), to: v.picklist(ruleRecipients) }),
]);
export type RuleAction = v.InferOutput<typeof ruleActionSchema>;

/** When a report reaches a status (`afterDays` null), or has stood in it for so many days, then something is sent; once per stay. */
export const ruleSchema = v.object({
  id: idSchema,
  enabled: v.boolean(),
  when: v.object({ status: reportStatusSchema, subStatus: v.nullable(subStatusIdSchema), afterDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365))) }),
  action: ruleActionSchema,
});
export type Rule = v.InferOutput<typeof ruleSchema>;

const each = <T extends { id: string }>(rules: T[]) => new Set(rules.map(({ id }) => id)).size === rules.length;
export const ruleListSchema = v.object({ rules: v.pipe(v.array(ruleSchema), v.maxLength(40), v.check(each, 'each once')) });

/** As it is kept. What began before `activeSince` is none of the rule's business: switching one on writes to nobody about old cases. */
export const keptRuleSchema = v.object({ ...ruleSchema.entries, activeSince: v.nullable(instantSchema) });
export type KeptRule = v.InferOutput<typeof keptRuleSchema>;

/** As staff see them, with when customers are left alone. */
export const ruleViewSchema = v.object({
  rules: v.array(keptRuleSchema),
  quietHours: v.object({ from: v.string(), to: v.string() }),
  notOnSundays: v.boolean(),
});
export type RuleView = v.InferOutput<typeof ruleViewSchema>;

export const rulePreviewInputSchema = v.object({ rule: ruleSchema, language: staffLanguageSchema });
/** To the letter what would be sent about an invented report. */
export const rulePreviewSchema = v.object({
  sms: v.nullable(v.object({ text: v.string(), characters: v.number(), segments: v.number() })),
  mail: v.nullable(v.object({ subject: v.string(), text: v.string() })),
});
export type RulePreview = v.InferOutput<typeof rulePreviewSchema>;

/** Nothing is sent to the customer of a report that has not come in yet, or that is closed. */
export function tellsCustomer(status: ReportStatus): boolean {
  return !['draft', 'linkSent', ...closedStatuses].includes(status);
}

const id = (number: number) => `0193a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const at = (status: ReportStatus, afterDays: number | null = null) => ({ status, subStatus: null, afterDays });

/** What a workshop begins with: reminders among staff are on, what goes to customers is off until somebody has read it. */
export const defaultRules: KeptRule[] = [
  { id: id(1), enabled: true, activeSince: null, when: at('submitted', 2), action: { kind: 'staffReminder', to: 'assignee' } },
  { id: id(2), enabled: true, activeSince: null, when: at('inReview', 7), action: { kind: 'staffReminder', to: 'assignee' } },
  {
    id: id(3), enabled: false, activeSince: null, when: at('inRepair'),
    action: { kind: 'customerMessage', channel: 'smsElseEmail', text: { de: '{{werkstatt.name}}: Wir haben mit der Reparatur Ihres Fahrzeugs {{fahrzeug.kennzeichen}} begonnen. Den Stand sehen Sie hier:', en: '{{werkstatt.name}}: we have begun to repair your vehicle {{fahrzeug.kennzeichen}}. Follow it here:' } },
  },
  {
    id: id(4), enabled: false, activeSince: null, when: at('ready'),
    action: { kind: 'customerMessage', channel: 'smsElseEmail', text: { de: '{{werkstatt.name}}: Ihr Fahrzeug {{fahrzeug.kennzeichen}} ist fertig und kann abgeholt werden.', en: '{{werkstatt.name}}: your vehicle {{fahrzeug.kennzeichen}} is ready to be collected.' } },
  },
  {
    id: id(5), enabled: false, activeSince: null, when: at('ready', 3),
    action: { kind: 'staffMessage', to: 'assignee', text: { de: '{{kunde.name}} hat {{fahrzeug.kennzeichen}} noch nicht abgeholt. Bitte anrufen.', en: '{{kunde.name}} has not collected {{fahrzeug.kennzeichen}} yet. Please call.' } },
  },
];
