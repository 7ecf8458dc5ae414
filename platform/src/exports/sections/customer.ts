import { languageLabels } from '@meldewerk/contract/language-names';
import { channelLabels, roleLabels } from '@meldewerk/contract/labels';
import type { WriteSection } from '../section.ts';

export const writeCustomer: WriteSection = ({ report: { reporter, language } }) => ({
  title: { de: 'Kunde', en: 'Customer' },
  parts: [{
    kind: 'facts',
    facts: [
      [{ de: 'Name', en: 'Name' }, `${reporter.firstName} ${reporter.lastName}`.trim()],
      [{ de: 'Firma', en: 'Company' }, reporter.company],
      [{ de: 'Rolle', en: 'Role' }, reporter.role && roleLabels[reporter.role]],
      [{ de: 'Telefon', en: 'Phone' }, reporter.phoneDisplay ?? reporter.phone],
      [{ de: 'E-Mail', en: 'E-mail' }, reporter.email],
      [{ de: 'Straße', en: 'Street' }, reporter.street],
      [{ de: 'PLZ', en: 'Postcode' }, reporter.postalCode],
      [{ de: 'Ort', en: 'Town' }, reporter.city],
      [{ de: 'Bevorzugter Weg', en: 'Preferred channel' }, reporter.preferredChannel && channelLabels[reporter.preferredChannel]],
      [{ de: 'Sprache', en: 'Language' }, languageLabels[language]],
    ],
  }],
});
