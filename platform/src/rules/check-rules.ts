import { staffLanguages, type StaffLanguage } from '@meldewerk/contract/language';
import type { Issue } from '@meldewerk/contract/problem';
import { rulePlaceholders, tellsCustomer, type Rule } from '@meldewerk/contract/rule';
import type { Workflow } from '@meldewerk/contract/workflow';
import { brokenLines, placesIn } from '../forms/fill-text.ts';

/** What a rule cannot do as it is written, at the field it stands in. */
export function checkRules(rules: Rule[], workflow: Workflow, language: StaffLanguage): Issue[] {
  const say = texts[language];
  return rules.flatMap(({ when, action }, index) => {
    const at = `rules.${index}`;
    const known = when.subStatus === null || workflow.statuses[when.status].subStatuses.some(({ id }) => id === when.subStatus);
    return [
      ...(known ? [] : [{ path: `${at}.when.subStatus`, code: 'unknown', message: say.noSubStatus }]),
      ...(action.kind === 'customerMessage' && !tellsCustomer(when.status) ? [{ path: `${at}.action.kind`, code: 'contradiction', message: say.notToCustomer }] : []),
      ...(action.kind === 'staffReminder' ? [] : staffLanguages.flatMap((of) => faultsOf(action.text[of], say).map((message) => ({ path: `${at}.action.text.${of}`, code: 'placeholder', message })))),
    ];
  });
}

function faultsOf(text: string, say: (typeof texts)['de']): string[] {
  const unknown = placesIn(text).filter(({ name }) => !(rulePlaceholders as readonly string[]).includes(name));
  return [...unknown.slice(0, 1).map(({ name }) => say.unknownPlaceholder(name)), ...(brokenLines(text).length > 0 ? [say.brokenPlaceholder] : [])].slice(0, 1);
}

const texts = {
  de: {
    noSubStatus: 'Diesen Unterstatus gibt es nicht mehr.',
    notToCustomer: 'In diesem Status geht nichts an den Kunden: Die Meldung ist noch nicht da oder schon geschlossen.',
    unknownPlaceholder: (name: string) => `Den Platzhalter {{${name}}} gibt es nicht.`,
    brokenPlaceholder: 'Ein Platzhalter ist nicht vollständig: Er beginnt mit {{ und endet mit }}.',
  },
  en: {
    noSubStatus: 'This finer status no longer exists.',
    notToCustomer: 'Nothing is sent to the customer in this status: the report has not come in yet, or is closed.',
    unknownPlaceholder: (name: string) => `There is no placeholder {{${name}}}.`,
    brokenPlaceholder: 'A placeholder is incomplete: it begins with {{ and ends with }}.',
  },
} satisfies Record<StaffLanguage, unknown>;
