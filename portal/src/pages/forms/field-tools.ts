import { msg } from '@lit/localize';
import type { FormField } from '@meldewerk/contract/form';
import { withinPage, type Box } from './field-geometry.ts';
import { placeholderLabel } from './form-labels.ts';

export const fieldTools = ['text', 'date', 'checkbox', 'customerSignature', 'workshopSignature', 'placeholder'] as const;
export type FieldTool = (typeof fieldTools)[number];

export function toolLabel(tool: FieldTool): string {
  return {
    text: msg('Text', { id: 'forms.text' }),
    date: msg('Datum', { id: 'fieldTool.date' }),
    checkbox: msg('Kästchen', { id: 'fieldTool.checkbox' }),
    customerSignature: msg('Unterschrift Kunde', { id: 'fieldTool.customerSignature' }),
    workshopSignature: msg('Unterschrift Werkstatt', { id: 'fieldTool.workshopSignature' }),
    placeholder: msg('Platzhalter', { id: 'placeholderMenu.list' }),
  }[tool];
}

export const toolIcons: Record<FieldTool, string> = {
  text: 'letter', date: 'calendar', checkbox: 'checkbox', customerSignature: 'signature', workshopSignature: 'signature', placeholder: 'braces',
};

/** What a field is, in the words of the tool that places it. */
export function toolOf({ type, signer, placeholder }: Pick<FormField, 'type' | 'signer' | 'placeholder'>): FieldTool {
  if (type === 'signature') return signer === 'workshop' ? 'workshopSignature' : 'customerSignature';
  return placeholder ? 'placeholder' : type;
}

/** What stands in the box on the page. */
export function fieldCaption(field: FormField): string {
  return field.placeholder ? placeholderLabel(field.placeholder) : field.label || toolLabel(toolOf(field));
}

const sizes: Record<FieldTool, { width: number; height: number }> = {
  text: { width: 0.3, height: 0.024 }, date: { width: 0.16, height: 0.024 }, checkbox: { width: 0.026, height: 0.0184 },
  customerSignature: { width: 0.32, height: 0.06 }, workshopSignature: { width: 0.32, height: 0.06 }, placeholder: { width: 0.3, height: 0.024 },
};

/** A new field; a box that is hardly one (a click, a key) gets the usual size. */
export function newField(tool: FieldTool, page: number, drawn: Box): FormField {
  const usual = sizes[tool];
  const meant = drawn.width > 0.02 || drawn.height > 0.02;
  const isSignature = tool === 'customerSignature' || tool === 'workshopSignature';
  return {
    id: `f-${crypto.randomUUID().slice(0, 8)}`, page, ...withinPage(meant ? drawn : { ...drawn, ...usual }),
    type: isSignature ? 'signature' : tool === 'placeholder' ? 'text' : tool,
    label: tool === 'placeholder' ? placeholderLabel('kunde.name') : toolLabel(tool),
    ...(tool === 'placeholder' ? { placeholder: 'kunde.name' as const } : {}),
    signer: tool === 'workshopSignature' ? 'workshop' : 'customer',
    required: isSignature,
  };
}

export function copyOf(field: FormField): FormField {
  return { ...field, id: `f-${crypto.randomUUID().slice(0, 8)}`, ...withinPage({ ...field, x: field.x + 0.02, y: field.y + field.height + 0.008 }) };
}
