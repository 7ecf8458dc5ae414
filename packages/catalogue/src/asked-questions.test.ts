import type { Category } from '@meldewerk/contract/catalogue';
import { describe, expect, test } from 'vitest';
import { askedQuestions, countingFacts } from './asked-questions.ts';
import { askedShots } from './asked-shots.ts';
import { ask, shot, text } from './default-vehicle/ask.ts';
import { factsOf } from './facts.ts';
import { openShots } from './open-shots.ts';

const label = text('Text', 'Text');
const chain: Category = {
  id: 'chain',
  icon: 'other',
  label,
  hint: label,
  questions: [
    ask('first', 'yesNo', 'Erstens?', 'First?'),
    ask('second', 'yesNo', 'Zweitens?', 'Second?', { when: { fact: 'first', is: true } }),
    ask('third', 'yesNo', 'Drittens?', 'Third?', { when: { fact: 'second', is: true } }),
    ask('withoutThird', 'text', 'Viertens?', 'Fourth?', { when: { fact: 'third', empty: true } }),
    ask('advice', 'notice', 'Hinweis', 'Advice', { when: { fact: 'third', is: true } }),
  ],
  shots: [
    shot('always', label, label, { rule: 'required' }),
    shot('ofThird', label, label, { rule: 'expected', when: { fact: 'third', is: true } }),
    shot('offered', label, label),
  ],
};

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const allYes = { first: true, second: true, third: true };

describe('the asked questions', () => {
  test('stand in reading order, notices included', () => {
    expect(idsOf(askedQuestions(chain, factsOf({ answers: allYes })))).toEqual(['first', 'second', 'third', 'advice']);
  });

  test('fall away as a chain when the first link is answered otherwise', () => {
    const facts = factsOf({ answers: { ...allYes, first: false } });
    expect(idsOf(askedQuestions(chain, facts))).toEqual(['first', 'withoutThird']);
    expect(countingFacts(chain, facts).has('second')).toBe(false);
  });
});

describe('the asked shots', () => {
  test('do not follow answers to questions that are no longer asked', () => {
    expect(idsOf(askedShots(chain, factsOf({ answers: allYes })))).toEqual(['always', 'ofThird', 'offered']);
    expect(idsOf(askedShots(chain, factsOf({ answers: { ...allYes, first: false } })))).toEqual(['always', 'offered']);
  });

  test('keep a report from being sent until taken, or passed over where that is allowed', () => {
    const open = (taken: string[], skipped: string[]) =>
      openShots(chain, factsOf({ answers: allYes }), taken.map((shotId) => ({ shotId })), new Set(skipped)).map((one) => `${one.shot.id} ${one.fault}`);
    expect(open([], [])).toEqual(['always missing', 'ofThird notDecided']);
    expect(open([], ['always', 'ofThird', 'offered'])).toEqual(['always missing']);
    expect(open(['always'], ['ofThird'])).toEqual([]);
    expect(open(['always', 'ofThird'], [])).toEqual([]);
  });
});
