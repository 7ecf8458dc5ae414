import type { StaffLanguage, LocalizedText } from '@meldewerk/contract/language';
import { plainPage } from './plain-page.ts';

/** What the installation's own host shows, which is no workshop's. A local start adds where its demo is. */
export function landingPage(language: StaffLanguage, links: { href: string; label: LocalizedText }[]): Promise<string> {
  const paragraphs = {
    de: [
      'Schadenmeldungen für Karosserie- und Lackierbetriebe: vom ersten Foto am Straßenrand bis zum abgeschlossenen Auftrag.',
      'Jede Werkstatt hat hier seine eigene Adresse. Den Link bekommen Sie von ihr.',
    ],
    en: [
      'Damage reports for body shops: from the first photo at the roadside to the finished job.',
      'Every workshop has an address of its own here. Your workshop gives you the link.',
    ],
  }[language];
  return plainPage({ language, title: 'Meldewerk', paragraphs, links: links.map(({ href, label }) => ({ href, label: label[language] })) });
}
