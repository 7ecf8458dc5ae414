import type { Condition, Question, Shot } from '@meldewerk/contract/catalogue';
import type { LocalizedText } from '@meldewerk/contract/language';

type QuestionDetails = Partial<Omit<Question, 'id' | 'type' | 'label'>>;

/** A question of the catalogue, optional unless its details say otherwise. */
export function ask(id: string, type: Question['type'], de: string, en: string, details: QuestionDetails = {}): Question {
  return { id, type, label: { de, en }, required: false, ...details };
}

/** Advice shown in between, as long as the condition is true. */
export function notice(id: string, tone: 'info' | 'warning', when: Condition, de: string, en: string): Question {
  return { id, type: 'notice', label: { de, en }, required: false, tone, when };
}

/** A shot of the catalogue: one photo, offered, in a plain frame, unless its details say otherwise. */
export function shot(id: string, label: LocalizedText, instruction: LocalizedText, details: Partial<Shot> = {}): Shot {
  return { id, label, instruction, rule: 'optional', maxPhotos: 1, outline: 'frame', ...details };
}

export function option(value: string, de: string, en: string) {
  return { value, label: { de, en } };
}

export function text(de: string, en: string): LocalizedText {
  return { de, en };
}

export const dontKnow = option('unknown', 'Weiß ich nicht', 'I don’t know');
