import { defaultWorkflow } from '@meldewerk/contract/workflow';
import { expect, test } from 'vitest';
import { addState, addSubStatus, countAs, draftOf, faultsOf, removeState, withStatus, workflowOf } from './workflow-draft.ts';

const say = { name: 'name', status: 'status' };

test('what nobody touched is what it was', () => {
  expect(workflowOf(draftOf(defaultWorkflow))).toEqual(defaultWorkflow);
});

test('a name in one language goes for both, and none is ours', () => {
  const draft = withStatus(draftOf(defaultWorkflow), 'ready', { label: { de: ' Fertig ', en: '' } });
  expect(workflowOf(draft).statuses.ready.label).toEqual({ de: 'Fertig', en: 'Fertig' });
  expect(workflowOf(withStatus(draft, 'ready', { label: { de: '', en: '' } })).statuses.ready.label).toBeNull();
});

test('a status counts as one of the customer’s states, in the order of work', () => {
  const { customerStates } = countAs(draftOf(defaultWorkflow), 'inReview', 'planned');
  expect(customerStates.map(({ statuses }) => statuses)).toEqual([['draft', 'linkSent', 'submitted'], ['inReview', 'scheduled'], ['inRepair'], ['ready'], ['completed']]);
});

test('a state that is removed leaves its statuses to its neighbour', () => {
  const draft = draftOf(defaultWorkflow);
  expect(removeState(draft, 2).customerStates.map(({ statuses }) => statuses)).toEqual([['draft', 'linkSent', 'submitted', 'inReview'], ['scheduled', 'inRepair'], ['ready'], ['completed']]);
  expect(removeState(draft, 0).customerStates[0]?.statuses).toEqual(['draft', 'linkSent', 'submitted', 'inReview', 'scheduled']);
});

test('what is still missing is said where it is missing', () => {
  const draft = addSubStatus(addState(removeState(draftOf(defaultWorkflow), 1)), 'inRepair');
  expect(faultsOf(workflowOf(draft), say)).toEqual({
    'statuses.inRepair.subStatuses.0.label.de': 'name', 'statuses.inRepair.subStatuses.0.label.en': 'name',
    'customerStates.3.label.de': 'name', 'customerStates.3.label.en': 'name', 'customerStates.3.statuses': 'status',
  });
});
