import { reportStatuses } from '@meldewerk/contract/handling';
import { staffLanguages, type StaffLanguage } from '@meldewerk/contract/language';
import type { Issue } from '@meldewerk/contract/problem';
import { labelOfStatus, type Workflow } from '@meldewerk/contract/workflow';

/** What cannot be meant, at the field it stands in; nothing when the workflow holds together. */
export function checkWorkflow(workflow: Workflow, language: StaffLanguage): Issue[] {
  const say = texts[language];
  return [...sameNames(workflow, say), ...uncounted(workflow, say), ...backwards(workflow, say), ...ambiguous(workflow, say)];
}

type Texts = Record<'sameName' | 'sameSubName' | 'sameStateName' | 'sameId' | 'uncounted' | 'cancelledCounts' | 'backwards', string>;

function sameNames(workflow: Workflow, say: Texts): Issue[] {
  return staffLanguages.flatMap((language) => {
    const labels = reportStatuses.map((status) => fold(labelOfStatus(workflow, status)[language]));
    const statuses = reportStatuses.flatMap((status, index) =>
      workflow.statuses[status].label && labels.some((label, other) => other !== index && label === labels[index]) ? [issue(`statuses.${status}.label.${language}`, 'duplicate', say.sameName)] : [],
    );
    const finer = reportStatuses.flatMap((status) => {
      const own = workflow.statuses[status].subStatuses.map(({ label }) => fold(label[language]));
      return own.flatMap((label, index) => (own.indexOf(label) < index ? [issue(`statuses.${status}.subStatuses.${index}.label.${language}`, 'duplicate', say.sameSubName)] : []));
    });
    const states = workflow.customerStates.map(({ label }) => fold(label[language]));
    return [...statuses, ...finer, ...states.flatMap((label, index) => (states.indexOf(label) < index ? [issue(`customerStates.${index}.label.${language}`, 'duplicate', say.sameStateName)] : []))];
  });
}

/** Every status but "cancelled" tells the customer something; that one has a sentence of its own. */
function uncounted({ customerStates }: Workflow, say: Texts): Issue[] {
  const counted = new Set(customerStates.flatMap(({ statuses }) => statuses));
  const open = reportStatuses.filter((status) => status !== 'cancelled' && !counted.has(status)).map((status) => issue(`statuses.${status}.customerState`, 'missing', say.uncounted));
  return counted.has('cancelled') ? [...open, issue('statuses.cancelled.customerState', 'contradiction', say.cancelledCounts)] : open;
}

/** As the repair goes on, what the customer sees must not go back. */
function backwards({ customerStates }: Workflow, say: Texts): Issue[] {
  const place = (status: (typeof reportStatuses)[number]) => customerStates.findIndex(({ statuses }) => statuses.includes(status));
  const inOrder = reportStatuses.filter((status) => status !== 'cancelled' && place(status) >= 0);
  return inOrder.flatMap((status, index) => {
    const before = inOrder[index - 1];
    return before && place(status) < place(before) ? [issue(`statuses.${status}.customerState`, 'contradiction', say.backwards)] : [];
  });
}

function ambiguous({ statuses, customerStates }: Workflow, say: Texts): Issue[] {
  const ids = [...reportStatuses.flatMap((status) => statuses[status].subStatuses.map(({ id }, index) => ({ id: `${status}/${id}`, path: `statuses.${status}.subStatuses.${index}.id` }))), ...customerStates.map(({ id }, index) => ({ id, path: `customerStates.${index}.id` }))];
  return ids.flatMap(({ id, path }, index) => (ids.findIndex((other) => other.id === id) < index ? [issue(path, 'duplicate', say.sameId)] : []));
}

function issue(path: string, code: string, message: string): Issue {
  return { path, code, message };
}

function fold(label: string): string {
  return label.trim().toLocaleLowerCase('de').replace(/\s+/g, ' ');
}

const texts: Record<StaffLanguage, Texts> = {
  de: {
    sameName: 'So heißt schon ein anderer Status. Bitte wählen Sie verschiedene Namen.',
    sameSubName: 'Diesen Unterstatus gibt es hier schon.',
    sameStateName: 'So heißt schon ein anderer Stand für den Kunden.',
    sameId: 'Diese Kennung ist doppelt vergeben.',
    uncounted: 'Bitte legen Sie fest, was der Kunde bei diesem Status sieht.',
    cancelledCounts: 'Ein stornierter Vorgang zählt als keiner der Stände: Der Kunde liest, dass er storniert ist.',
    backwards: 'Damit ginge der Stand für den Kunden wieder zurück, während die Arbeit weitergeht.',
  },
  en: {
    sameName: 'Another status is called that already. Please choose different names.',
    sameSubName: 'This finer status is there already.',
    sameStateName: 'Another of the customer’s states is called that already.',
    sameId: 'This id is given twice.',
    uncounted: 'Please say what the customer sees in this status.',
    cancelledCounts: 'A cancelled case counts as none of the states: the customer reads that it is cancelled.',
    backwards: 'The customer’s state would go back while the work goes on.',
  },
};
