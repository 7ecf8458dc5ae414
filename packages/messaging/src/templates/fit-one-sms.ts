import { singleLine } from '../single-line.ts';
import { measureSms, toGsmText } from './gsm-text.ts';

const shortestName = 12;
const mostSegments = { gsm7: 1, ucs2: 2 };

type Compose = (shownName: string) => string;

/**
 * An SMS in which the workshop's name is cut, so far as it has to be and may be, for the whole to fit into one; into two where
 * the script has room for 70 characters only. Signs are simplified where that
 * keeps a text readable. Where that is not enough the next wording is tried; the last one goes with the whole name.
 */
export function fitOneSms(workshopName: string, ...wordings: [Compose, ...Compose[]]): { text: string } {
  const name = toGsmText(singleLine(workshopName));
  for (const compose of wordings) {
    for (let length = name.length; length >= shortestName; length -= 1) {
      const text = toGsmText(compose(length === name.length ? name : `${name.slice(0, length).trimEnd()}.`));
      const { segments, encoding } = measureSms(text);
      if (segments <= mostSegments[encoding]) return { text };
    }
  }
  return { text: toGsmText((wordings.at(-1) ?? wordings[0])(name)) };
}
