import { singleLine } from '../single-line.ts';
import { measureSms, toGsmText } from './gsm-text.ts';

const shortestName = 12;

type Compose = (shownName: string) => string;

/**
 * An SMS in which the workshop's name is cut, so far as it has to be and may be, for the whole to fit into one. Where that is
 * not enough the next wording is tried; the last one goes as it is, with the whole name.
 */
export function fitOneSms(workshopName: string, ...wordings: [Compose, ...Compose[]]): { text: string } {
  const name = toGsmText(singleLine(workshopName));
  for (const compose of wordings) {
    for (let length = name.length; length >= shortestName; length -= 1) {
      const text = compose(length === name.length ? name : `${name.slice(0, length).trimEnd()}.`);
      if (measureSms(text).fits) return { text };
    }
  }
  return { text: (wordings.at(-1) ?? wordings[0])(name) };
}
