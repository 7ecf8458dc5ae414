import type { CategorySummary } from '@meldewerk/contract/catalogue';
import type { Delivery } from '@meldewerk/contract/delivery';
import type { Photo } from '@meldewerk/contract/photo';
import { isClosed, type Handling, type ReportStatus } from '@meldewerk/contract/handling';
import type { AnsweredQuestion, ReportDetail } from '@meldewerk/contract/report';
import { inventDamages, withSpots } from './invented-damages.ts';

/** Invented people and cars, the same on every run. */
export function inventReports(count: number, now: Date): ReportDetail[] {
  return Array.from({ length: count }, (_, index) => inventReport(count - index, new Date(now.getTime() - index * index * 420_000 - index * 3_000_000 - 240_000)));
}

export function inventReport(number: number, submitted: Date): ReportDetail {
  const pick = <T>(list: readonly T[], salt: number): T => list[(number * 7 + salt * 13 + (number * salt) % 5) % list.length] as T;
  const submittedAt = submitted.toISOString();
  const category = pick(inventedCategories, 1);
  const [firstName, lastName] = pick(people, 2);
  const [makeModel, hsn, tsn] = pick(cars, 3);
  const licensePlate = `${pick(districts, 4)}-${pick(['PA', 'MK', 'T', 'XL', 'AB', 'S'], 5)} ${100 + ((number * 37) % 899)}`;
  const isNew = number % 9 === 0 || number > 117;
  const english = number % 8 === 3;
  const damages = inventDamages(number);
  const photos = withSpots(inventPhotos(number, submitted), damages);
  const id = idOf('a', number);
  const status = isNew ? 'submitted' : pick(statuses, 6);
  return {
    id,
    reference: `SM-${submitted.getUTCFullYear()}-${String(number).padStart(6, '0')}`,
    approvals: [],
    statusLink: { state: isNew ? 'sent' : 'opened', sentAt: submittedAt, openedAt: isNew ? null : submittedAt, withdrawnAt: null },
    handling: { ...untouched(submittedAt), status, statusSince: submittedAt, closedAt: isClosed(status) ? submittedAt : null },
    category: category.id,
    categoryLabel: category.label,
    preparedIncidentDate: null,
    language: english ? 'en' : 'de',
    listedAt: submittedAt,
    submittedAt,
    preparedBy: null,
    link: null,
    partner: null,
    forms: [],
    withdrawal: null,
    conditionPhotos: [],
    missingItems: {
      requests: [],
      shots: [{ id: 'odometer', label: { de: 'Kilometerstand', en: 'Mileage' } }, { id: 'registration', label: { de: 'Fahrzeugschein', en: 'Registration certificate' } }],
      questions: [{ id: 'leftTheScene', label: { de: 'Hat die andere Seite den Ort verlassen?', en: 'Did the other side leave the scene?' } }],
    },
    appointments: { turn: null, confirmed: null, rounds: [], agreedServices: null, agreedVersion: 0 },
    firstOpened: isNew ? null : { at: new Date(submitted.getTime() + 1_900_000).toISOString(), staffName: 'Sabine Kern' },
    source: number % 3 === 0 ? { kind: 'embed', origin: 'https://www.karosserie-muster.example' } : { kind: 'page', origin: null },
    reporter: {
      role: pick(['keeper', 'driver', 'policyholder', 'fleet'] as const, 7),
      firstName, lastName,
      company: number % 6 === 0 ? 'Elektro Brandt GmbH & Co. KG' : undefined,
      phone: number % 7 === 2 ? undefined : `+4915120${String(100000 + number * 713).slice(0, 6)}`,
      phoneDisplay: number % 7 === 2 ? undefined : `+49 1512 0${String(100000 + number * 713).slice(0, 6)}`,
      email: number % 5 === 4 ? undefined : `${firstName}.${lastName}@beispiel.example`.toLowerCase().replaceAll('ü', 'ue').replaceAll('ö', 'oe').replaceAll('ä', 'ae').replaceAll(' ', ''),
      street: 'Rüppurrer Straße 12', postalCode: '76137', city: 'Karlsruhe',
      preferredChannel: pick(['sms', 'email', 'phone'] as const, 8),
    },
    vehicle: {
      licensePlate, plateCountry: 'D', type: pick(['car', 'estate', 'van'] as const, 9), makeModel, hsn, tsn,
      firstRegistration: `20${14 + (number % 10)}-0${1 + (number % 9)}-12`,
      vin: number % 4 === 1 ? undefined : `WVWZZZ1KZ${String(8000000 + number * 1717).slice(0, 8)}`,
      odometerKm: 21_400 + number * 913, driveType: pick(['petrol', 'diesel', 'electric', 'hybrid'] as const, 10),
      leased: number % 3 === 0, location: number % 4 === 0 ? 'Steht fahrbereit bei mir zu Hause' : undefined,
    },
    insurance: {
      coverage: pick(['thirdPartyLiability', 'fullyComprehensive', 'partialCover', 'selfPay', 'unknown'] as const, 11),
      insurer: pick(['Badische Allgemeine', 'Nordstern Direkt', 'Südversicherung AG'], 12),
      policyNumber: `K-${4400000 + number * 91}`, claimNumber: number % 2 === 0 ? `26-${990000 + number}` : undefined,
    },
    answers: inventAnswers(number, submitted, english),
    photos,
    shotLabels,
    damages,
    safety: number % 6 === 2 ? { answers: { injured: 'no', airbag: 'no', steering: 'no', fluids: 'yes', tyre: 'unknown', lights: 'no', bonnet: 'no' }, advice: 'tow' } : null,
    skippedShots: number % 4 === 0 ? ['odometer', 'damageScale'] : [],
    consents: [{ kind: 'privacy', textVersion: 3, text: 'Wir verwenden Ihre Angaben und Fotos, um Ihren Schaden zu bearbeiten und Sie dazu zu erreichen.\n\nSie können dieser Verwendung jederzeit für die Zukunft widersprechen.', givenAt: submittedAt }],
    deliveries: inventDeliveries(number, submitted, isNew),
    events: [
      { sequence: 1, type: 'reportSubmitted', at: submittedAt, actor: { kind: 'customer', id: null, name: null }, data: {}, hash: hashOf(number * 3) },
      { sequence: 2, type: 'deliverySent', at: new Date(submitted.getTime() + 2_400).toISOString(), actor: { kind: 'system', id: null, name: null }, data: { target: 'staffEmail' }, hash: hashOf(number * 3 + 1) },
      ...(isNew ? [] : [{ sequence: 3, type: 'reportOpened' as const, at: new Date(submitted.getTime() + 1_900_000).toISOString(), actor: { kind: 'staff' as const, id: idOf('c', 1), name: 'Sabine Kern' }, data: {}, hash: hashOf(number * 3 + 2) }]),
    ],
  };
}

function inventAnswers(number: number, submitted: Date, english: boolean): AnsweredQuestion[] {
  const yes = { de: 'Ja', en: 'Yes' };
  const no = { de: 'Nein', en: 'No' };
  const day = submitted.toISOString().slice(0, 10);
  const text = english
    ? 'I was waiting at the red light when the car behind me did not stop in time. The bumper is cracked on the right and the boot no longer closes properly.'
    : 'Ich stand auf dem Kundenparkplatz vor dem Baumarkt. Als ich zurückkam, war die Tür hinten rechts eingedrückt und am Radlauf ist der Lack ab.\n\nEin Zettel hing nicht am Auto.';
  return [
    { questionId: 'incidentDate', type: 'date', label: { de: 'Wann ist der Schaden passiert?', en: 'When did the damage happen?' }, value: day, display: { de: day.split('-').reverse().join('.'), en: day.split('-').reverse().join('/') } },
    { questionId: 'incidentPlace', type: 'place', label: { de: 'Wo ist es passiert?', en: 'Where did it happen?' }, value: 'Durlacher Allee 65, Karlsruhe', display: { de: 'Durlacher Allee 65, Karlsruhe', en: 'Durlacher Allee 65, Karlsruhe' } },
    { questionId: 'incidentDescription', type: 'longText', label: { de: 'Was ist passiert?', en: 'What happened?' }, value: text, display: { de: text, en: text } },
    { questionId: 'drivable', type: 'yesNo', label: { de: 'Ist das Fahrzeug fahrbereit?', en: 'Can the vehicle be driven?' }, value: number % 3 !== 0, display: number % 3 !== 0 ? yes : no },
    { questionId: 'police', type: 'yesNo', label: { de: 'War die Polizei da?', en: 'Were the police there?' }, value: number % 2 === 0, display: number % 2 === 0 ? yes : no },
    { questionId: 'policeReference', type: 'text', label: { de: 'Polizei-Aktenzeichen', en: 'Police reference' }, value: 'VU/0412/26', display: { de: 'VU/0412/26', en: 'VU/0412/26' } },
    { questionId: 'witness', type: 'text', label: { de: 'Gibt es Zeugen?', en: 'Were there witnesses?' }, value: 'Kassierer im Baumarkt', display: { de: 'Kassierer im Baumarkt', en: 'Kassierer im Baumarkt' } },
    { questionId: 'estimatedAmount', type: 'money', label: { de: 'Geschätzte Schadenhöhe', en: 'Estimated amount' }, value: 180_000, display: { de: '1.800,00 €', en: '€1,800.00' } },
  ];
}

function inventPhotos(number: number, submitted: Date): Photo[] {
  if (number % 11 === 5) return [];
  const shots = ['frontLeft', 'frontRight', 'rearRight', 'rearLeft', 'damageWide', 'damageClose', 'damageClose', 'odometer'];
  return shots.slice(0, 4 + (number % 5)).map((shotId, position): Photo => {
    const state = number % 10 === 8 && position === 2 ? 'refused' : 'ready';
    const captured = new Date(submitted.getTime() - 1_500_000 + position * 41_000).toISOString();
    return {
      id: idOf('b', number * 100 + position), shotId, spotId: null, findings: [], position, state, problem: state === 'refused' ? 'photoUnreadable' : null,
      mediaType: 'image/jpeg', byteSize: 2_310_000 + position * 187_321, width: 4032, height: 3024, sha256: hashOf(number * 100 + position),
      source: position % 3 === 2 ? 'file' : 'camera', originalName: `IMG_${4000 + position}.jpg`,
      capturedAt: position === 3 ? null : captured.slice(0, 19), uploadedAt: new Date(submitted.getTime() - 300_000 + position * 9_000).toISOString(), location: null, redaction: null,
    };
  });
}

function inventDeliveries(number: number, submitted: Date, isNew: boolean): Delivery[] {
  const at = (seconds: number) => new Date(submitted.getTime() + seconds * 1000).toISOString();
  const sent = (target: Delivery['target'], recipient: string, subject: string | null, text: string, index: number): Delivery => ({
    id: idOf('d', number * 10 + index), target, standsInFor: null, eventSequence: null, purpose: target === 'staffEmail' ? 'newReport' : 'confirmation', recipient, recipientDisplay: recipient, state: 'sent', vendorId: `m-${number}-${index}`, createdAt: submitted.toISOString(), sentAt: at(2 + index), nextAttemptAt: null, errorCode: null, arrival: 'delivered', arrivalAt: at(4 + index), arrivalCode: null, subject, text, attachments: [],
    attempts: [{ number: 1, startedAt: at(1 + index), finishedAt: at(2 + index), outcome: 'sent', errorCode: null }],
  });
  const failed: Delivery = {
    ...sent('customerSms', '+49 1512 0104991', null, 'Karosserie Muster: Ihre Meldung ist da. Wir melden uns.', 2),
    state: 'failed', sentAt: null, errorCode: '21614', arrival: null, arrivalAt: null,
    attempts: [1, 2, 3].map((attempt) => ({ number: attempt, startedAt: at(attempt * 60), finishedAt: at(attempt * 60 + 1), outcome: 'failed' as const, errorCode: '21614' })),
  };
  const all = [
    sent('staffEmail', 'annahme@karosserie-muster.example', 'Neue Schadenmeldung', 'Eine neue Schadenmeldung ist eingegangen.\n\nIm Portal öffnen: https://karosserie-muster.example/portal/reports/…', 0),
    sent('customerEmail', 'kundin@beispiel.example', 'Ihre Schadenmeldung bei Karosserie Muster', 'Guten Tag,\n\nvielen Dank, Ihre Meldung ist bei uns angekommen.', 1),
    failed,
  ];
  return isNew ? all.slice(0, 2) : all;
}

export function idOf(kind: string, number: number): string {
  return `${kind.repeat(8)}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

function hashOf(seed: number): string {
  let state = (seed * 2_654_435_761 + 97) % 4_294_967_296;
  return Array.from({ length: 8 }, () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state.toString(16).padStart(8, '0');
  }).join('');
}

const category = (id: CategorySummary['icon'], de: string, en: string): CategorySummary => ({ id, icon: id, label: { de, en }, hint: { de, en } });
export const inventedCategories = [
  category('collision', 'Unfall mit Gegner', 'Accident with another party'), category('parking', 'Parkschaden', 'Parking damage'),
  category('glass', 'Glas / Steinschlag', 'Glass / stone chip'), category('weather', 'Hagel / Sturm', 'Hail / storm'),
  category('wildlife', 'Wildunfall', 'Wildlife accident'), category('vandalism', 'Vandalismus', 'Vandalism'),
  category('marten', 'Marderbiss', 'Marten damage'), category('singleVehicle', 'Unfall ohne Gegner', 'Single-vehicle accident'),
  category('leaseReturn', 'Leasingrückgabe', 'Lease return'), category('other', 'Mechanik / Sonstiges', 'Mechanical / other'),
];

const statuses: ReportStatus[] = ['submitted', 'inReview', 'scheduled', 'inRepair', 'ready', 'completed', 'completed', 'cancelled'];
const districts = ['KA', 'HD', 'MA', 'PF', 'RA', 'B', 'LÖ', 'BAD'];
const cars: [string, string, string][] = [['VW Golf Variant', '0603', 'BPV'], ['Škoda Octavia', '8004', 'APU'], ['BMW 320d Touring', '0005', 'CSK'], ['Opel Corsa-e', '0035', 'BLQ'], ['Mercedes-Benz Vito', '1313', 'GEZ'], ['Tesla Model 3', '1480', 'AAD'], ['Ford Transit Custom', '8566', 'BKU']];
const people: [string, string][] = [['Petra', 'Schönfelder'], ['Murat', 'Yıldız'], ['Jonas', 'Weber'], ['Hannelore', 'Baumgärtner-Eisenstein'], ['Lukas', 'Groß'], ['Svetlana', 'Petrova'], ['Emily', 'Carter'], ['Thomas', 'Kühn'], ['Ayşe', 'Demir'], ['Friedrich', 'Maier'], ['Carla', 'Rossi']];
const shotLabels: ReportDetail['shotLabels'] = {
  frontLeft: { de: 'Vorne links', en: 'Front left' }, frontRight: { de: 'Vorne rechts', en: 'Front right' },
  rearRight: { de: 'Hinten rechts', en: 'Rear right' }, rearLeft: { de: 'Hinten links', en: 'Rear left' },
  damageWide: { de: 'Schaden von weiter weg', en: 'Damage, wide' }, damageClose: { de: 'Schaden nah', en: 'Damage, close' },
  damageScale: { de: 'Schaden mit Maßstab', en: 'Damage with scale' }, odometer: { de: 'Kilometerstand', en: 'Odometer' },
};

/** How a report is handled before anybody did anything. */
export function untouched(since: string): Handling {
  return {
    version: 1, status: 'submitted', subStatus: null, statusSince: since, assigneeId: null, assigneeName: null, priority: 'normal', tags: [], dueOn: null, nextStep: null, closedAt: null, internalSince: null,
  };
}
