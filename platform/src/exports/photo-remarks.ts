import type { StaffLanguage } from '@meldewerk/contract/language';
import type { PhotoFinding } from '@meldewerk/contract/photo';
import type { SectionPhoto } from './section.ts';

/** What the customer's device found wrong with a photo, and that parts of it are covered on this paper. */
export function remarksOn({ findings = [], redaction }: SectionPhoto, language: StaffLanguage): [string, string][] {
  const say = texts[language];
  return [
    ...(findings.length > 0 ? [[say.noted, findings.map((finding) => say[finding]).join(', ')] as [string, string]] : []),
    ...(redaction ? [[say.shown, say.covered] as [string, string]] : []),
  ];
}

const texts: Record<StaffLanguage, Record<PhotoFinding | 'noted' | 'shown' | 'covered', string>> = {
  de: {
    noted: 'Hinweis des Geräts', shown: 'Gezeigt', covered: 'Teile unkenntlich gemacht, Original versiegelt',
    blurred: 'unscharf', dark: 'sehr dunkel', glare: 'spiegelt', small: 'sehr klein', tilted: 'schief', duplicate: 'doppelt',
  },
  en: {
    noted: 'Note by the device', shown: 'Shown', covered: 'parts made unrecognisable, original sealed',
    blurred: 'blurred', dark: 'very dark', glare: 'glare', small: 'very small', tilted: 'crooked', duplicate: 'twice',
  },
};
