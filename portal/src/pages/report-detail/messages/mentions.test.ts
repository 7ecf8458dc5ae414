import { expect, test } from 'vitest';
import { colleaguesFor, insertMention, mentionAt, mentionedIn } from './mentions.ts';

const people = ['Jonas Huber', 'Jonas Huber-Klein', 'Mia Lorenz', 'Sören Ötting'].map((name, index) => ({ id: String(index), name, active: true }));
const gone = { id: '9', name: 'Jonas Alt', active: false };

test('a name is being typed after an @, not in an address', () => {
  expect(mentionAt('Frag @jo', 8)).toEqual({ start: 5, query: 'jo' });
  expect(mentionAt('@', 1)).toEqual({ start: 0, query: '' });
  expect(mentionAt('an info@jo', 10)).toBeNull();
  expect(mentionAt('Frag @jo bitte', 14)).toMatchObject({ query: 'jo bitte' });
});

test('found by any part of the name, without accents, and only who works here', () => {
  expect(colleaguesFor('jo', [...people, gone]).map(({ id }) => id)).toEqual(['0', '1']);
  expect(colleaguesFor('ott', people).map(({ id }) => id)).toEqual(['3']);
  expect(colleaguesFor('jo bitte', people)).toEqual([]);
});

test('the whole name takes the place of what was typed', () => {
  expect(insertMention('Frag @jo bitte', { start: 5, query: 'jo' }, people[0]!)).toEqual({ text: 'Frag @Jonas Huber bitte', caret: 18 });
  expect(insertMention('@m', { start: 0, query: 'm' }, people[2]!)).toEqual({ text: '@Mia Lorenz ', caret: 12 });
});

test('the longest name that fits is meant', () => {
  expect(mentionedIn('@Jonas Huber-Klein, siehe oben', people)).toEqual(['1']);
  expect(mentionedIn('@Jonas Huber und @Mia Lorenz', people).toSorted()).toEqual(['0', '2']);
  expect(mentionedIn('Jonas Huber ohne Zeichen', people)).toEqual([]);
});
