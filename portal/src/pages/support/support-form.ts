import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import { msg } from '@lit/localize';
import { partnerKinds } from '@meldewerk/contract/partner';
import { supportRequestInputSchema, type SupportRequestInput } from '@meldewerk/contract/support';
import { html, type TemplateResult } from 'lit';
import * as v from 'valibot';
import { partnerKindLabel } from '../../labels.ts';

export type SupportKind = SupportRequestInput['kind'];
export const supportKinds: SupportKind[] = ['contact', 'newPartner', 'training'];

export function supportKindLabel(kind: SupportKind): string {
  return {
    contact: msg('Frage oder Hinweis', { id: 'support.contact' }),
    newPartner: msg('Neuer Partner', { id: 'support.newPartner' }),
    training: msg('Schulung', { id: 'support.training' }),
  }[kind];
}

export function supportKindHint(kind: SupportKind): string {
  return {
    contact: msg('Etwas klappt nicht, Sie haben eine Frage oder eine Idee.', { id: 'support.contactHint' }),
    newPartner: msg('„Wir arbeiten jetzt auch mit …“: Schadensteuerer, Leasing, Versicherer, Fuhrpark oder Makler.', { id: 'support.newPartnerHint' }),
    training: msg('Kostenlose Einweisung für Ihr Team.', { id: 'support.trainingHint' }),
  }[kind];
}

/** What is asked for each kind; names are those of the contract. */
export function supportFields(kind: SupportKind, wrong: ReadonlySet<string>): TemplateResult {
  const message = html`<wa-textarea name="message" rows="5" resize="auto" maxlength="5000" label=${kind === 'contact' ? msg('Nachricht', { id: 'support.message' }) : msg('Was wir noch wissen sollten (freiwillig)', { id: 'support.more' })}
    ?required=${kind === 'contact'} hint=${fault(wrong, 'message')}></wa-textarea>`;
  switch (kind) {
    case 'contact':
      return html`
        <wa-input name="subject" label=${msg('Betreff', { id: 'support.subject' })} maxlength="160" required hint=${fault(wrong, 'subject')}></wa-input>
        ${message}
        <wa-input name="phone" type="tel" label=${msg('Rückruf unter (freiwillig)', { id: 'support.phone' })} maxlength="40" autocomplete="tel"></wa-input>`;
    case 'newPartner':
      return html`
        <wa-input name="partnerName" label=${msg('Name des Partners', { id: 'support.partnerName' })} maxlength="160" required hint=${fault(wrong, 'partnerName')}></wa-input>
        <wa-select name="partnerKind" label=${msg('Art', { id: 'support.partnerKind' })} value="steering">
          ${partnerKinds.map((known) => html`<wa-option value=${known}>${partnerKindLabel(known)}</wa-option>`)}
        </wa-select>
        <wa-textarea name="contact" rows="2" resize="auto" maxlength="500" label=${msg('Ansprechpartner dort (freiwillig)', { id: 'support.partnerContact' })}></wa-textarea>
        ${message}`;
    case 'training':
      return html`
        <wa-input name="topic" label=${msg('Thema', { id: 'support.topic' })} maxlength="300" required hint=${fault(wrong, 'topic')}></wa-input>
        <wa-input name="people" type="number" min="1" max="500" label=${msg('Wie viele Personen?', { id: 'support.people' })} value="1" required hint=${fault(wrong, 'people')}></wa-input>
        <wa-textarea name="wishTimes" rows="2" resize="auto" maxlength="1000" label=${msg('Wann passt es Ihnen?', { id: 'support.wishTimes' })} required hint=${fault(wrong, 'wishTimes')}></wa-textarea>
        ${message}`;
  }
}

/** The typed fields as a request, or the names of those that are missing or wrong. */
export function readSupportForm(kind: SupportKind, id: string, typed: Record<string, string>): SupportRequestInput | ReadonlySet<string> {
  const parsed = v.safeParse(supportRequestInputSchema, { kind, id, ...typed, people: Number(typed['people']) });
  return parsed.success ? parsed.output : new Set(parsed.issues.map((issue) => v.getDotPath(issue) ?? ''));
}

function fault(wrong: ReadonlySet<string>, name: string): string {
  return wrong.has(name) ? msg('Bitte ausfüllen.', { id: 'support.missing' }) : '';
}
