import * as v from 'valibot';
import { placeholders } from './form.ts';
import { idSchema, requiredText } from './identifier.ts';
import { messageLimits } from './message.ts';

/** What `{{…}}` may name in a template: as in forms, and the confirmed appointment. */
export const templatePlaceholders = [...placeholders, 'termin'] as const;
export type TemplatePlaceholder = (typeof templatePlaceholders)[number];

/** Words kept for again, with `{{…}}` for what differs from report to report. */
export const templateInputSchema = v.object({ title: requiredText(80), body: requiredText(messageLimits.maxLength) });
export type TemplateInput = v.InferOutput<typeof templateInputSchema>;

/** `isSample`: written by us as an example, until the workshop saves it as its own. */
export const responseTemplateSchema = v.object({ id: idSchema, title: v.string(), body: v.string(), isSample: v.boolean() });
export type ResponseTemplate = v.InferOutput<typeof responseTemplateSchema>;
export const responseTemplateListSchema = v.object({ templates: v.array(responseTemplateSchema) });

/** A template filled for one report. What the report does not say stands in `empty`, and stays in the text as `{{…}}`. */
export const filledTemplateSchema = v.object({ id: idSchema, title: v.string(), body: v.string(), empty: v.array(v.picklist(templatePlaceholders)) });
export type FilledTemplate = v.InferOutput<typeof filledTemplateSchema>;
export const filledTemplateListSchema = v.object({ templates: v.array(filledTemplateSchema) });

/** What a workshop begins with. */
export const sampleTemplates: TemplateInput[] = [
  {
    title: 'Eingang bestätigen',
    body: 'Guten Tag {{kunde.name}},\n\nvielen Dank, Ihre Meldung {{meldung.nummer}} zum Fahrzeug {{fahrzeug.kennzeichen}} liegt uns vor. Wir sehen uns die Fotos an und melden uns bei Ihnen.\n\nFreundliche Grüße\n{{werkstatt.name}}',
  },
  {
    title: 'Rückfrage zum Schaden',
    body: 'Guten Tag {{kunde.name}},\n\nzu Ihrer Meldung {{meldung.nummer}} haben wir noch eine Frage:\n\n\n\nSie können hier direkt antworten und auch Fotos anhängen.\n\nFreundliche Grüße\n{{werkstatt.name}}',
  },
  {
    title: 'Fahrzeug ist abholbereit',
    body: 'Guten Tag {{kunde.name}},\n\nIhr Fahrzeug {{fahrzeug.kennzeichen}} ist fertig und kann abgeholt werden: {{werkstatt.strasse}}, {{werkstatt.plz}} {{werkstatt.ort}}. Wenn Sie vorher anrufen, legen wir alles bereit: {{werkstatt.telefon}}.\n\nFreundliche Grüße\n{{werkstatt.name}}',
  },
];
