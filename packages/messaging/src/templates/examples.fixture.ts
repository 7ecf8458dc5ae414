import type { SentReport } from './confirmation-mail.ts';
import type { Workshop } from './workshop.ts';

/** An invented workshop and a report to it, for tests of the templates. */
export const workshop: Workshop = {
  name: 'Karosserie Muster GmbH',
  address: { street: 'Industriestraße 12', postalCode: '76185', city: 'Karlsruhe', country: 'DE' },
  phone: '+49 721 5550100',
  email: 'annahme@karosserie-muster.example',
  colors: { brand: '#0f4c81', accent: '#f2a900' },
  timeZone: 'Europe/Berlin',
  openingHours: {
    monday: [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '17:00' }],
    tuesday: [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '17:00' }],
    wednesday: [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '17:00' }],
    thursday: [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '17:00' }],
    friday: [{ from: '07:30', to: '14:00' }],
    saturday: [],
    sunday: [],
  },
};

export const report: SentReport = {
  reference: 'SM-2026-000123',
  submittedAt: '2026-11-21T13:03:00Z',
  categoryLabel: { de: 'Parkschaden', en: 'Parking damage' },
  reporter: {
    role: 'keeper', firstName: 'Jana', lastName: 'Köhler', phone: '+4915112345678', email: 'jana.koehler@example.org',
    street: 'Amselweg 4', postalCode: '76131', city: 'Karlsruhe', preferredChannel: 'sms',
  },
  vehicle: {
    licensePlate: 'KA-PA 777', plateCountry: 'D', type: 'estate', makeModel: 'VW Golf Variant', firstRegistration: '2021-03-15',
    vin: 'WVWZZZ1KZAW000123', hsn: '0603', tsn: 'BPX', odometerKm: 48250, driveType: 'petrol', leased: false,
  },
  insurance: { coverage: 'fullyComprehensive', insurer: 'Muster Versicherung AG', policyNumber: 'KH 12-345.678' },
  answers: [
    { questionId: 'incidentDate', type: 'date', label: { de: 'Wann ist es passiert?', en: 'When did it happen?' }, value: '2026-11-20', display: { de: '20.11.2026', en: '20 Nov 2026' } },
    { questionId: 'incidentPlace', type: 'place', label: { de: 'Wo ist es passiert?', en: 'Where did it happen?' }, value: 'Parkhaus Stephanplatz', display: { de: 'Parkhaus Stephanplatz', en: 'Parkhaus Stephanplatz' } },
    {
      questionId: 'incidentDescription', type: 'longText', label: { de: 'Was ist passiert?', en: 'What happened?' },
      value: 'Beim Ausparken hat jemand die Tür hinten links gestreift.\nEin Zettel war nicht am Auto.',
      display: {
        de: 'Beim Ausparken hat jemand die Tür hinten links gestreift.\nEin Zettel war nicht am Auto.',
        en: 'Beim Ausparken hat jemand die Tür hinten links gestreift.\nEin Zettel war nicht am Auto.',
      },
    },
    { questionId: 'drivable', type: 'yesNo', label: { de: 'Ist das Fahrzeug fahrbereit?', en: 'Can the vehicle be driven?' }, value: true, display: { de: 'Ja', en: 'Yes' } },
  ],
  damages: [{ id: '0192f000-0000-4000-8000-0000000000d1', part: 'doorRearLeft', kind: 'scratch', size: 'sheet', at: { view: 'left', x: 0.63, y: 0.6 }, note: undefined }],
  photoCount: 3,
  shotLabels: { detail: { de: 'Detail mit Maßstab', en: 'Detail with a scale' } },
  skippedShots: ['detail'],
  consents: [
    {
      kind: 'privacy',
      textVersion: 1,
      text: 'Ich willige ein, dass die Karosserie Muster GmbH meine Angaben und Fotos verarbeitet, um den Schaden zu bearbeiten.',
      givenAt: '2026-11-21T13:02:41Z',
    },
  ],
};
