import type { Answers, AnswerValue, Category, Question } from '@meldewerk/contract/catalogue';
import { describe, expect, test } from 'vitest';
import { checkAnswers, keepAsked } from './check-answers.ts';
import { ask, option, text } from './default-vehicle/ask.ts';
import { describeFault } from './describe-fault.ts';
import { factsOf } from './facts.ts';

const today = '2026-11-21';
const options = [option('a', 'Ah', 'Ay'), option('b', 'Be', 'Bee')];

function categoryOf(...questions: Question[]): Category {
  return { id: 'one', icon: 'other', label: text('Eins', 'One'), hint: text('Eins', 'One'), questions, shots: [] };
}

function faultOf(type: Question['type'], value: unknown, details: Partial<Question> = {}) {
  const category = categoryOf(ask('it', type, 'Was?', 'What?', details));
  return checkAnswers(category, factsOf({ answers: { it: value as AnswerValue } }), { today })[0]?.fault;
}

describe('an answer', () => {
  test.each<[Question['type'], unknown, string | undefined, Partial<Question>?]>([
    ['date', '2026-02-28', undefined],
    ['date', '2024-02-29', undefined],
    ['date', '2026-02-29', 'invalid'],
    ['date', '2026-13-01', 'invalid'],
    ['date', '21.11.2026', 'invalid'],
    ['date', '0026-11-21', 'invalid'],
    ['date', '2026-11-21', undefined, { notInFuture: true }],
    ['date', '2026-11-22', 'inFuture', { notInFuture: true }],
    ['date', '2026-11-22', undefined],
    ['time', '00:00', undefined],
    ['time', '23:59', undefined],
    ['time', '24:00', 'invalid'],
    ['time', '9:30', 'invalid'],
    ['yesNo', false, undefined, { required: true }],
    ['yesNo', 'true', 'invalid'],
    ['yesNo', 1, 'invalid'],
    ['number', 0, undefined, { required: true, min: 0, max: 9 }],
    ['number', -1, 'tooSmall', { min: 0 }],
    ['number', 10, 'tooLarge', { max: 9 }],
    ['number', '5', 'invalid'],
    ['number', Number.NaN, 'invalid'],
    ['money', 123450, undefined],
    ['money', 0.5, 'invalid'],
    ['money', -1, 'invalid'],
    ['money', 1e300, 'invalid'],
    ['oneOf', 'a', undefined, { options }],
    ['oneOf', 'c', 'unknownOption', { options }],
    ['oneOf', ['a'], 'invalid', { options }],
    ['manyOf', ['a', 'b'], undefined, { options }],
    ['manyOf', ['a', 'c'], 'unknownOption', { options }],
    ['manyOf', ['a', 'a'], 'invalid', { options }],
    ['manyOf', 'a', 'invalid', { options }],
    ['manyOf', [], undefined, { options }],
    ['manyOf', [], 'missing', { options, required: true }],
    ['text', 'x'.repeat(500), undefined],
    ['text', 'x'.repeat(501), 'tooLong'],
    ['text', 'x'.repeat(11), 'tooLong', { maxLength: 10 }],
    ['text', true, 'invalid'],
    ['longText', 'x'.repeat(4000), undefined],
    ['longText', 'x'.repeat(4001), 'tooLong'],
    ['place', 'Karlsruhe, Kaiserstraße', undefined],
    ['email', 'a.b@example.org', undefined],
    ['email', 'a.b@', 'invalid'],
    ['phone', '0171 / 234-5678', undefined],
    ['phone', '+49 (0) 721 12345', undefined],
    ['phone', 'ruf mich an', 'invalid'],
    ['vin', 'wvwzzz1kzaw000001', undefined],
    ['vin', 'WVWZZZ1KZAW00000O', 'invalid'],
    ['plate', 'ka pa777', undefined],
    ['plate', 'X'.repeat(21), 'tooLong'],
    ['text', ' \u0000\n ', 'missing', { required: true }],
    ['text', undefined, 'missing', { required: true }],
    ['text', null, 'missing', { required: true }],
    ['text', undefined, undefined],
    ['notice', undefined, undefined, { required: true }],
  ])('to a %s question: %j is judged %s', (type, value, fault, details) => {
    expect(faultOf(type, value, details)).toBe(fault);
  });

  test('is needed only where the question is asked', () => {
    const category = categoryOf(
      ask('police', 'yesNo', 'Polizei?', 'Police?', { required: true }),
      ask('reference', 'text', 'Nummer', 'Number', { required: true, when: { fact: 'police', is: true } }),
    );
    const faults = (answers: Answers) => checkAnswers(category, factsOf({ answers }), { today }).map((one) => `${one.questionId} ${one.fault}`);
    expect(faults({})).toEqual(['police missing']);
    expect(faults({ police: true })).toEqual(['reference missing']);
    expect(faults({ police: false })).toEqual([]);
    expect(faults({ police: false, reference: 'x'.repeat(9999) })).toEqual([]);
  });
});

describe('keeping answers', () => {
  const category = categoryOf(
    ask('first', 'yesNo', 'Erstens?', 'First?'),
    ask('second', 'text', 'Zweitens?', 'Second?', { when: { fact: 'first', is: true } }),
    ask('advice', 'notice', 'Hinweis', 'Advice'),
    ask('constructor', 'text', 'Hersteller?', 'Maker?'),
  );
  const kept = (answers: Answers) => keepAsked(category, factsOf({ answers }));

  test('drops answers that are not asked for, not known, or empty', () => {
    expect(kept({ first: false, second: 'alt', advice: 'x', foreign: 'y' })).toEqual({ first: false });
    expect(kept({ first: true, second: '  ' })).toEqual({ first: true });
  });

  test('keeps texts as people mean them: trimmed, without what a database refuses', () => {
    expect(kept({ first: true, second: ' a\u0000b\ud800\nc ' })).toEqual({ first: true, second: 'ab\nc' });
  });

  test('is safe against keys every object has', () => {
    const answers = kept(JSON.parse('{"__proto__": {"polluted": true}, "toString": "x"}'));
    expect(answers).toEqual({});
    expect(Object.keys(kept({ constructor: 'VW' }))).toEqual(['constructor']);
  });
});

describe('a fault', () => {
  const reference = ask('it', 'text', 'Aktenzeichen', 'Reference');
  const when = ask('it', 'date', 'Wann ist es passiert?', 'When did it happen?');
  const speed = ask('it', 'number', 'Wie schnell?', 'How fast?', { min: 0, max: 300, unit: 'km/h' });

  test('is told in one sentence that names the question', () => {
    expect(describeFault({ questionId: 'it', fault: 'missing' }, when, 'de')).toBe('Bitte beantworten Sie noch: Wann ist es passiert?');
    expect(describeFault({ questionId: 'it', fault: 'missing' }, when, 'en')).toBe('Please answer: When did it happen?');
    expect(describeFault({ questionId: 'it', fault: 'missing' }, reference, 'de')).toBe('Bitte füllen Sie noch aus: Aktenzeichen.');
    expect(describeFault({ questionId: 'it', fault: 'inFuture' }, when, 'de')).toBe(
      '„Wann ist es passiert?“: Der Tag darf nicht in der Zukunft liegen.',
    );
    expect(describeFault({ questionId: 'it', fault: 'tooLarge' }, speed, 'de')).toBe('„Wie schnell?“: Der größte mögliche Wert ist 300 km/h.');
    expect(describeFault({ questionId: 'it', fault: 'tooLong' }, reference, 'en')).toBe(
      '“Reference”: Please shorten the text to at most 500 characters.',
    );
  });
});
