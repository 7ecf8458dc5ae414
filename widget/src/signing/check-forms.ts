import { msg, str } from '@lit/localize';
import type { LinkForm } from '@meldewerk/contract/form';
import { checkContact } from '../checks/check-contact.ts';
import type { Fault } from '../flow.ts';
import type { StepHost } from '../step.ts';
import { signingOf } from './signing-controller.ts';

export type FormState = 'open' | 'sending' | 'signed' | 'changed';

export function stateOf({ drafts }: StepHost, form: LinkForm): FormState {
  const { signatures, pendingSignatures } = drafts.draft;
  if (pendingSignatures[form.id]) return 'sending';
  const signature = signatures[form.id];
  if (!signature) return 'open';
  return signature.changed ? 'changed' : 'signed';
}

/** What is left to sign and to decide, in reading order. */
export function checkForms(host: StepHost): Fault[] {
  const { draft } = host.drafts;
  const { link } = draft;
  if (!link) return [];
  const faults = link.forms.flatMap((form) => [...checkFields(host, form), ...checkSignature(host, form)]);
  const notice = link.withdrawalNotice;
  if (notice && !isNoticeReceived(host)) {
    faults.push({ path: 'withdrawal.noticeReceived', message: msg('Bitte bestätigen Sie, dass Sie die Widerrufsbelehrung erhalten haben.', { id: 'withdrawal.noticeMissing' }) });
  }
  // Asked for here a second time; everywhere else it is the contact's.
  const email = draft.step === 'forms' ? checkContact(draft.reporter, true).filter(({ path }) => path === 'reporter.email') : [];
  return [...faults, ...email];
}

/** The confirmation counts for the notice that was shown: another version has to be confirmed again. */
export function isNoticeReceived({ drafts }: StepHost): boolean {
  const { link, withdrawal } = drafts.draft;
  return withdrawal?.noticeReceived === true && withdrawal.noticeVersion === link?.withdrawalNotice?.version;
}

/** Own fields of the open form that have to be filled in before it can be read. */
export function checkFields(host: StepHost, form: LinkForm): Fault[] {
  const signing = signingOf(host);
  if (signing.openId !== form.id || !signing.fieldsAsked) return [];
  const typed = host.drafts.draft.formFields[form.id] ?? {};
  return form.fields.flatMap(({ id, label, type, required }): Fault[] => {
    const value = typed[id] ?? '';
    const path = `forms.${form.id}.fields.${id}`;
    const refused = signing.fieldFaults.get(`${form.id}.${id}`);
    if (refused && refused.value === String(value)) return [{ path, message: refused.message }];
    if (!required || (value !== false && String(value).trim())) return [];
    const message = type === 'checkbox' ? msg(str`Bitte bestätigen Sie: ${label}`, { id: 'signing.tickMissing' }) : msg(str`Bitte füllen Sie aus: ${label}`, { id: 'signing.fieldMissing' });
    return [{ path, message }];
  });
}

function checkSignature(host: StepHost, form: LinkForm): Fault[] {
  const fault = (message: string): Fault[] => [{ path: `forms.${form.id}`, message }];
  switch (stateOf(host, form)) {
    case 'signed':
    // It is signed; sending waits until it has arrived.
    case 'sending':
      return [];
    case 'open':
      return fault(msg(str`Bitte lesen und unterschreiben Sie: ${form.title}`, { id: 'signing.missing' }));
    case 'changed':
      return fault(msg(str`Angaben geändert: Bitte unterschreiben Sie neu: ${form.title}`, { id: 'signing.changed' }));
  }
}
