import type { Answers } from '@meldewerk/contract/catalogue';
import type { ReportStatus } from '@meldewerk/contract/handling';
import type { PhotoFinding } from '@meldewerk/contract/photo';
import type { SubmissionInput } from '@meldewerk/contract/report';
import type { CloseUp } from './pictures/close-up.ts';
import type { SeedCovered } from './seed-covered.ts';
import type { SeedCustomerLink } from './seed-customer-link.ts';
import type { SeedMissingItems } from './seed-missing-items.ts';
import type { SeedLine } from './seed-conversation.ts';
import { corners, type Corner, type Motif, type Subject } from './pictures/picture.ts';

/** A report that nobody sent: people, plates, numbers and insurers are invented. */
export type SeedReport = {
  /** When it was sent, as seen from now, and how long before that it happened. */
  sentAt: (now: Date) => Date;
  incidentDaysBefore: number;
  /** Of a lease return: how long after the report. */
  returnInDays?: number;
  status: ReportStatus;
  /** Who took the "Neu" mark off, by place in the staff list, and how long after arrival; null leaves it new. */
  opened: { by: 0 | 1; afterMinutes: number } | null;
  /** What became of the customer's link since. */
  link?: SeedCustomerLink;
  /** Which part of which photo was made unrecognisable since. */
  covered?: SeedCovered;
  /** The accident statement that both drivers signed before. */
  signed?: { minutesBefore: number };
  /** What the customer was asked for once more. */
  missing?: SeedMissingItems;
  /** What workshop and customer wrote to each other since. */
  talk?: SeedLine[];
  /** Fresh ones go the whole way through the queue to the inbox; of older ones the messages are recorded as sent. */
  fresh?: true;
  /** How far its date has come. Numbers count the days that can be had, from now. */
  date?: { wished: number[] } | { proposed: number[] } | { confirmed: number; at: `${number}:${number}` };
  sent: Pick<SubmissionInput, 'language' | 'category' | 'reporter' | 'vehicle' | 'insurance' | 'safety'> & { answers: Answers; embedded?: true };
  subject: Omit<Subject, 'plate' | 'odometerKm'>;
  pictures: Record<string, Motif[]>;
  /** What the device found wrong with the photos of a shot, which were used anyway. */
  usedAnyway?: Record<string, PhotoFinding[]>;
};

export const minutesAgo = (minutes: number) => (now: Date) => new Date(now.getTime() - minutes * 60_000);
/** At a time of the day in central Europe, give or take the hour of summer time. */
export const daysAgo = (days: number, time: string) => (now: Date) => new Date(`${new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)}T${time}:00+01:00`);

const round = (...which: Corner[]): Record<string, Motif[]> => Object.fromEntries(which.map((corner) => [corner, [{ kind: 'corner', corner }]]));
const wide: Motif[] = [{ kind: 'damage' }];
const close = (...what: CloseUp[]): Motif[] => what.map((one) => ({ kind: 'closeUp', what: one }));

/** Oldest first, as they came in. */
export const seedReports: SeedReport[] = [
  {
    sentAt: daysAgo(38, '08:12'), incidentDaysBefore: 1, status: 'cancelled', opened: { by: 1, afterMinutes: 95 }, link: { withdrawnAfterHours: 30 },
    sent: {
      language: 'de', category: 'theft',
      reporter: { role: 'keeper', firstName: 'Henrik', lastName: 'Paulsen', phone: '0176 04069021', email: 'henrik.paulsen@post.example', city: 'Karlsruhe', postalCode: '76137' },
      vehicle: { licensePlate: 'KA-HP 1904', makeModel: 'Škoda Octavia Combi', type: 'estate', driveType: 'diesel', odometerKm: 141_870, firstRegistration: '2018-05-14' },
      insurance: { coverage: 'partialCover', insurer: 'Badische Beispielversicherung', policyNumber: 'KF 4471-208' },
      answers: { theftKind: 'contents', incidentPlace: 'Parkplatz am Rheinstrandbad', incidentDescription: 'Scheibe vorne links eingeschlagen, Rucksack mit Laptop weg. Habe inzwischen einen Termin bei meiner Hauswerkstatt in Ettlingen bekommen.', drivable: true, police: true, policeReference: 'ST/0318/22', keysPresent: 2, breakInTraces: true, stolenThings: 'Rucksack, Laptop, Sonnenbrille', stolenValue: 129_000 },
    },
    subject: { color: '#28323d', place: 'carPark', damage: 'brokenWindow', side: 'left' },
    pictures: { ...round('frontLeft'), damageWide: wide, traces: close('brokenWindow') },
  },
  {
    sentAt: daysAgo(31, '10:47'), incidentDaysBefore: 4, returnInDays: 10, status: 'completed', opened: { by: 0, afterMinutes: 40 },
    sent: {
      language: 'de', category: 'leaseReturn',
      reporter: { role: 'fleet', firstName: 'Katharina', lastName: 'Voss', company: 'Lindgrün Pflegedienst GmbH', phone: '0171 3920017', email: 'fuhrpark@lindgruen.example', preferredChannel: 'email' },
      vehicle: { licensePlate: 'KA-LP 318', makeModel: 'Opel Corsa', driveType: 'petrol', odometerKm: 58_402, leased: true, vin: 'W0VZZZ00BEZ000318' },
      insurance: { coverage: 'selfPay' },
      answers: { incidentDescription: 'Felge hinten rechts verkratzt, kleiner Kratzer an der Beifahrerseite. Bitte vor der Rückgabe ausbessern.', drivable: true, damageZones: ['right', 'wheels'], everReported: false, lessor: 'Muster Leasing AG', leaseContractNumber: 'ML-2022-55871', itemsPresent: ['keys', 'registration', 'serviceBook'], wish: 'smartRepair' },
    },
    subject: { color: '#f0f0ec', place: 'garage', damage: 'scratch', side: 'right' },
    pictures: { ...round(...corners), damageWide: wide, damageClose: close('scratch'), odometer: close('odometer'), wheels: close('rim') },
  },
  {
    sentAt: daysAgo(24, '07:33'), incidentDaysBefore: 0, status: 'completed', opened: { by: 1, afterMinutes: 18 },
    sent: {
      language: 'de', category: 'glass',
      reporter: { role: 'driver', firstName: 'Yusuf', lastName: 'Demirtaş', phone: '0176 04069034' },
      vehicle: { licensePlate: 'KA-YD 606', makeModel: 'Ford Tourneo Custom', type: 'van', driveType: 'diesel', odometerKm: 203_115 },
      insurance: { coverage: 'partialCover', insurer: 'Fächerstadt Assekuranz' },
      answers: { incidentPlace: 'A5 Höhe Rastatt', incidentDescription: 'Steinschlag von einem Lkw, über Nacht ist ein langer Riss daraus geworden.', drivable: true, glassPane: 'windscreen', glassDamage: 'crack', nearEdge: true, inDriverView: true, dirtInside: false, windscreenFeatures: ['rainSensor', 'camera'], stickers: ['emissionsBadge'], causerKnown: false },
    },
    subject: { color: '#5a6b57', place: 'street', damage: 'crackedGlass', side: 'left' },
    pictures: { ...round('frontLeft'), damageWide: wide, damageClose: close('crackedGlass'), glassOutside: [{ kind: 'closeUp', what: 'crackedGlass', variant: 2 }] },
  },
  {
    sentAt: daysAgo(19, '17:58'), incidentDaysBefore: 1, status: 'ready', opened: { by: 1, afterMinutes: 62 },
    link: { openedAfterHours: 3, asked: { hoursAfter: 96, kind: 'extraWork', reason: 'Unter der Verkleidung ist ein Halter gebrochen, den man von außen nicht sah. Ohne ihn sitzt die neue Verkleidung nicht fest.', cents: 18_640, readyInDays: 1, answer: { hoursAfter: 98, answer: 'yes', comment: 'Bitte gleich mitmachen.' } } },
    sent: {
      language: 'de', category: 'parking',
      reporter: { role: 'keeper', firstName: 'Renate', lastName: 'Hofstätter', phone: '0721 66957723', email: 'renate.hofstaetter@post.example', preferredChannel: 'phone' },
      vehicle: { licensePlate: 'GER-RH 52', makeModel: 'Toyota Yaris Hybrid', driveType: 'hybrid', odometerKm: 31_280, firstRegistration: '2021-09-30' },
      insurance: { coverage: 'fullyComprehensive', insurer: 'Badische Beispielversicherung' },
      answers: { incidentPlace: 'Supermarkt Durlacher Allee, Reihe 4', incidentDescription: 'Als ich vom Einkaufen kam, war die hintere Tür eingedrückt. Kein Zettel.', drivable: true, police: true, noteOrWitness: false, otherPaintVisible: true, causerKnown: false },
    },
    subject: { color: '#b3202a', place: 'carPark', damage: 'dent', side: 'left' },
    pictures: { ...round('frontLeft', 'rearLeft'), damageWide: wide, damageClose: close('dent'), odometer: close('odometer') },
  },
  {
    sentAt: daysAgo(16, '18:21'), incidentDaysBefore: 2, status: 'inRepair', opened: { by: 0, afterMinutes: 150 }, link: { openedAfterHours: 1 },
    talk: [
      { hoursAfter: 70, by: 'customer', body: 'Guten Tag, wie lange bleibt der Wagen ungefähr bei Ihnen? Wir wollten Ende des Monats verreisen.' },
      { hoursAfter: 71, by: 1, body: 'Guten Tag Herr Ziegler,\n\nwir rechnen mit fünf Arbeitstagen: drei für das Ausdrücken, zwei für die Motorhaube. Vor Ihrer Reise ist der Wagen auf jeden Fall fertig.\n\nFreundliche Grüße\nKarosserie Muster' },
      { hoursAfter: 72, by: 1, note: true, names: [0], body: '@Sabine Muster Der Dellendrücker kommt am Dienstag. Bitte Halle 2 freihalten, er braucht das Licht.' },
      { hoursAfter: 94, by: 'customer', body: 'Sehr gut, vielen Dank!' },
      { hoursAfter: 96, by: 0, note: true, body: 'Halle 2 ist eingetragen.' },
    ],
    sent: {
      language: 'de', category: 'weather', embedded: true,
      reporter: { role: 'keeper', firstName: 'Florian', lastName: 'Ziegler', phone: '0171 3920026', email: 'f.ziegler@post.example', street: 'Am Sonnenhang 4', postalCode: '76227', city: 'Karlsruhe' },
      vehicle: { licensePlate: 'KA-FZ 8810', makeModel: 'BMW 320d Touring', type: 'estate', driveType: 'diesel', odometerKm: 97_455, vin: 'WBAZZZ00F5Z000018' },
      insurance: { coverage: 'fullyComprehensive', insurer: 'Fächerstadt Assekuranz', policyNumber: 'FA-88-10233', claimNumber: 'S-24-7719' },
      answers: { incidentPlace: 'Vor der Haustür', incidentDescription: 'Heftiger Hagel am Abend, die Motorhaube und das Dach sind übersät mit Dellen.', drivable: true, weatherKind: 'hail', damageZones: ['roof', 'bonnet'], dentsPerPanel: 'upTo150', paintBroken: false, glassOrLights: false, panoramaRoof: false },
    },
    subject: { color: '#1f4e8c', place: 'street', damage: 'hail', side: 'left' },
    pictures: { ...round('frontLeft', 'frontRight'), damageWide: wide, damageClose: close('hail'), hailPanel: [{ kind: 'closeUp', what: 'hail', variant: 2 }] },
  },
  {
    sentAt: daysAgo(12, '14:05'), incidentDaysBefore: 0, status: 'inRepair', opened: { by: 1, afterMinutes: 33 },
    link: { openedAfterHours: 5, asked: { hoursAfter: 260, kind: 'delay', reason: 'Das Ersatzteil kommt erst nächste Woche vom Hersteller. Sobald es da ist, machen wir Ihr Fahrzeug fertig.', cents: null, readyInDays: 6 } },
    sent: {
      language: 'de', category: 'singleVehicle',
      reporter: { role: 'driver', firstName: 'Lena', lastName: 'Marquardt', phone: '0176 04069048', email: 'lena.marquardt@post.example', preferredChannel: 'sms' },
      vehicle: { licensePlate: 'RA-LM 77', makeModel: 'Renault Clio', driveType: 'petrol', odometerKm: 66_018 },
      insurance: { coverage: 'selfPay' },
      answers: { incidentPlace: 'Tiefgarage Ludwigsplatz', incidentDescription: 'Beim Ausparken bin ich vorne rechts an einem Betonpfeiler hängen geblieben.', drivable: false, hitObject: 'post', thirdPartyDamage: false, underbodyNoise: true },
    },
    subject: { color: '#d98e1f', place: 'garage', damage: 'crushedFront', side: 'right' },
    pictures: { ...round('frontRight'), damageWide: wide, damageClose: close('crushedFront'), odometer: close('odometer') },
  },
  {
    sentAt: daysAgo(9, '09:26'), incidentDaysBefore: 1, status: 'scheduled', opened: { by: 1, afterMinutes: 71 }, date: { confirmed: 0, at: '08:30' },
    missing: { hoursAfter: 3, fields: ['vin'], given: { hoursAfter: 4, values: { 'vehicle.vin': 'WVWZZZ3CZHE104882' } } },
    sent: {
      language: 'de', category: 'marten',
      reporter: { role: 'keeper', firstName: 'Dieter', lastName: 'Aschenbrenner', phone: '0171 3920039', email: 'aschenbrenner@post.example' },
      vehicle: { licensePlate: 'KA-DA 2', makeModel: 'VW Passat Variant', type: 'estate', driveType: 'diesel', odometerKm: 188_930 },
      insurance: { coverage: 'partialCover', insurer: 'Badische Beispielversicherung', policyNumber: 'KF 2218-004' },
      safety: { steering: 'unknown', fluids: 'yes', tyre: 'no', lights: 'no' },
      answers: { incidentPlace: 'Carport zu Hause', incidentDescription: 'Motorkontrollleuchte an, ruckelt. Unter der Haube ist ein Zündkabel durchgebissen.', drivable: false, bittenParts: ['cable', 'insulation'], warningLights: ['engine'], consequentialFault: 'Läuft nur noch im Notlauf.', movedSince: false, protectionFitted: false },
    },
    subject: { color: '#3d5a45', place: 'street', damage: null, side: 'left' },
    pictures: { ...round('frontRight'), damageClose: close('bittenCable'), odometer: close('odometer') },
  },
  {
    sentAt: daysAgo(7, '16:39'), incidentDaysBefore: 1, status: 'scheduled', opened: { by: 0, afterMinutes: 55 }, date: { confirmed: 1, at: '14:00' },
    missing: { hoursAfter: 140, fields: ['policyNumber'], blurred: true, note: 'Wir brauchen beides für die Freigabe durch Ihre Versicherung.' },
    sent: {
      language: 'de', category: 'vandalism',
      reporter: { role: 'keeper', firstName: 'Aylin', lastName: 'Kaya-Sommer', phone: '0176 04069052', email: 'aylin.kayasommer@post.example', preferredChannel: 'email' },
      vehicle: { licensePlate: 'KA-AK 1212', makeModel: 'Cupra Born', driveType: 'electric', odometerKm: 22_640, firstRegistration: '2023-03-01' },
      insurance: { coverage: 'fullyComprehensive', insurer: 'Muster Direkt' },
      answers: { incidentPlace: 'Südstadt, Werderstraße', incidentDescription: 'Über die ganze rechte Seite zieht sich ein Kratzer, offenbar mit einem Schlüssel.', drivable: true, police: true, policeReference: 'noch nicht bekannt', vandalismKinds: ['scratch'], suspect: false },
    },
    subject: { color: '#7b2d52', place: 'evening', damage: 'scratch', side: 'right' },
    pictures: { ...round('frontRight', 'rearRight'), damageWide: wide, damageClose: close('scratch') },
  },
  {
    sentAt: daysAgo(5, '11:14'), incidentDaysBefore: 0, status: 'inReview', opened: { by: 1, afterMinutes: 26 }, date: { proposed: [1, 2] }, signed: { minutesBefore: 30 },
    sent: {
      language: 'en', category: 'collision', embedded: true,
      reporter: { role: 'driver', firstName: 'James', lastName: 'Whitcombe', company: 'Northgate Robotics', phone: '0171 3920044', email: 'james.whitcombe@post.example' },
      vehicle: { licensePlate: 'KA-NR 450', makeModel: 'Hyundai Ioniq 5', driveType: 'electric', odometerKm: 40_377, leased: true },
      insurance: { coverage: 'thirdPartyLiability', insurer: 'Fächerstadt Assekuranz' },
      safety: { injured: 'no', airbag: 'no', steering: 'no', fluids: 'no', tyre: 'no', lights: 'no', bonnet: 'no' },
      answers: { incidentPlace: 'Corner of Kriegsstraße and Karlstraße', incidentDescription: 'I was waiting at the lights when the car beside me pulled over and hit my front right corner.', drivable: true, police: true, ownMovement: 'standing', whoHitWhom: 'otherHitMe', circumstances: ['parked'], vehiclesInvolved: 2, hitAndRun: false, otherPartyKnown: true, otherPartyPlate: 'S-OM 3391', otherPartyName: 'Ole Mertens', otherPartyInsurer: 'Muster Direkt', otherPartyAdmitsFault: true, liability: 'other', accidentStatement: true },
    },
    subject: { color: '#4c6f86', place: 'street', damage: 'crushedFront', side: 'right' },
    pictures: { ...round('frontRight', 'frontLeft'), damageWide: wide, damageClose: close('crushedFront') },
  },
  {
    sentAt: daysAgo(3, '08:51'), incidentDaysBefore: 1, status: 'inReview', opened: { by: 0, afterMinutes: 47 }, date: { wished: [2, 1, 4] },
    talk: [
      { hoursAfter: 3, by: 1, body: 'Guten Tag Frau Ostermann,\n\nIhre Teilkasko braucht die Wildunfallbescheinigung. Haben Sie inzwischen eine von der Polizei oder vom Jagdpächter?\n\nFreundliche Grüße\nKarosserie Muster' },
      { hoursAfter: 27, by: 'customer', body: 'Der Jagdpächter schickt sie mir noch diese Woche. Kann ich sie Ihnen dann hier als Foto anhängen?' },
    ],
    sent: {
      language: 'de', category: 'wildlife',
      reporter: { role: 'keeper', firstName: 'Sabrina', lastName: 'Ostermann', phone: '0176 04069067', email: 'sabrina.ostermann@post.example' },
      vehicle: { licensePlate: 'GER-SO 36', makeModel: 'Seat Leon', driveType: 'petrol', odometerKm: 74_902 },
      insurance: { coverage: 'partialCover', insurer: 'Badische Beispielversicherung' },
      safety: { injured: 'no', airbag: 'no', steering: 'no', fluids: 'no', tyre: 'no', lights: 'yes', bonnet: 'no' },
      answers: { incidentTime: '22:40', incidentPlace: 'K3535 zwischen Malsch und Waldprechtsweier', incidentDescription: 'Ein Reh sprang von links auf die Straße, ich konnte nicht mehr bremsen.', drivable: true, police: true, animal: 'roeDeer', animalContact: 'contact', traces: true, foresterInformed: true, certificate: false, travelDirection: 'Malsch', speed: 70 },
    },
    subject: { color: '#8f9499', place: 'evening', damage: 'crushedFront', side: 'left' },
    pictures: { ...round('frontLeft'), damageWide: wide, damageClose: close('crushedFront'), odometer: close('odometer') },
    usedAnyway: { damageClose: ['dark'] },
  },
  {
    sentAt: daysAgo(2, '13:37'), incidentDaysBefore: 0, status: 'submitted', opened: { by: 1, afterMinutes: 12 },
    covered: { shotId: 'rearLeft', afterMinutes: 20, areas: [{ x: 0.02, y: 0.42, width: 0.14, height: 0.12 }] },
    sent: {
      language: 'de', category: 'collision',
      reporter: { role: 'policyholder', firstName: 'Martin', lastName: 'Überlinger', phone: '0171 3920058', email: 'martin.ueberlinger@post.example' },
      vehicle: { licensePlate: 'KA-MÜ 771', makeModel: 'Audi A3 Sportback', driveType: 'petrol', odometerKm: 112_608 },
      insurance: { coverage: 'thirdPartyLiability' },
      answers: { incidentPlace: 'Parkhaus am ZKM, Ausfahrt', incidentDescription: 'Der Wagen hinter mir ist mir beim Warten an der Schranke seitlich in die Tür gerollt.', drivable: true, ownMovement: 'standing', whoHitWhom: 'otherHitMe', vehiclesInvolved: 2, hitAndRun: true, police: true, otherPartyKnown: false, liability: 'other', accidentStatement: false },
    },
    subject: { color: '#c9cdd0', place: 'garage', damage: 'dent', side: 'left' },
    pictures: { ...round('frontLeft', 'rearLeft'), damageWide: wide, damageClose: close('dent') },
  },
  {
    sentAt: daysAgo(2, '17:20'), incidentDaysBefore: 1, status: 'inReview', opened: { by: 1, afterMinutes: 33 },
    sent: {
      language: 'ar', category: 'parking',
      reporter: { role: 'keeper', firstName: 'سامر', lastName: 'الحدّاد', phone: '0176 04069095', email: 'samer.alhaddad@post.example', street: 'Durlacher Allee 41', postalCode: '76131', city: 'Karlsruhe', preferredChannel: 'email' },
      vehicle: { licensePlate: 'KA-SH 2019', makeModel: 'Toyota Corolla', driveType: 'hybrid', odometerKm: 61_204 },
      insurance: { coverage: 'fullyComprehensive', insurer: 'Fächerstadt Assekuranz' },
      answers: { incidentPlace: 'موقف سوبرماركت Durlacher Allee، الصف 2', incidentDescription: 'عندما رجعت من التسوق وجدت الباب الخلفي الأيسر مضغوطاً وعليه خدش طويل.\nلم أجد أي ورقة على الزجاج، ورأى موظف المتجر سيارة بيضاء تغادر بسرعة.', drivable: true, police: true, noteOrWitness: true, witnesses: 'موظف المتجر، اسمه كريم', otherPaintVisible: true, causerKnown: false },
    },
    subject: { color: '#5d6b74', place: 'carPark', damage: 'dent', side: 'left' },
    pictures: { ...round('frontLeft', 'rearLeft'), damageWide: wide, damageClose: close('dent') },
  },
  {
    sentAt: daysAgo(1, '19:03'), incidentDaysBefore: 1, status: 'submitted', opened: null,
    sent: {
      language: 'en', category: 'glass', embedded: true,
      reporter: { role: 'keeper', firstName: 'Emily', lastName: 'Carstairs', phone: '0176 04069073', email: 'emily.carstairs@post.example', preferredChannel: 'email' },
      vehicle: { licensePlate: 'RA-EC 904', makeModel: 'Mini Cooper', driveType: 'petrol', odometerKm: 48_133 },
      insurance: { coverage: 'partialCover', insurer: 'Muster Direkt' },
      answers: { incidentPlace: 'A8 near Pforzheim', incidentDescription: 'A stone hit the windscreen. The spot is smaller than a coin and has not grown so far.', drivable: true, glassPane: 'windscreen', glassDamage: 'chip', chipSize: 'underCoin', nearEdge: false, inDriverView: false, dirtInside: false, windscreenFeatures: ['unknown'], causerKnown: false },
    },
    subject: { color: '#2e7d6b', place: 'carPark', damage: 'crackedGlass', side: 'right' },
    pictures: { ...round('frontRight'), damageWide: wide, glassOutside: close('crackedGlass') },
  },
  {
    sentAt: minutesAgo(187), incidentDaysBefore: 0, status: 'submitted', opened: null, fresh: true,
    sent: {
      language: 'de', category: 'parking',
      reporter: { role: 'keeper', firstName: 'Tobias', lastName: 'Winkelhofer', phone: '0171 3920061', email: 'tobias.winkelhofer@post.example' },
      vehicle: { licensePlate: 'KA-TW 518', makeModel: 'Kia Ceed Sportswagon', type: 'estate', driveType: 'hybrid', odometerKm: 35_991 },
      insurance: { coverage: 'thirdPartyLiability', insurer: 'Fächerstadt Assekuranz' },
      answers: { incidentPlace: 'Mitarbeiterparkplatz Hardtwald', incidentDescription: 'Beim Zurückkommen war die rechte Seite zerkratzt, am Scheibenwischer steckte eine Visitenkarte.', drivable: true, police: false, noteOrWitness: true, witnesses: 'Visitenkarte eines Lieferdienstes, der Fahrer bittet um Rückruf.', otherPaintVisible: true, causerKnown: true, otherPartyName: 'Blitz & Bote Lieferdienst', otherPartyAdmitsFault: true },
    },
    subject: { color: '#e0b93a', place: 'carPark', damage: 'scratch', side: 'right' },
    pictures: { ...round('frontRight', 'rearRight'), damageWide: wide, damageClose: close('scratch') },
  },
  {
    sentAt: minutesAgo(25), incidentDaysBefore: 0, status: 'submitted', opened: null, fresh: true,
    sent: {
      language: 'de', category: 'weather',
      reporter: { role: 'keeper', firstName: 'Anna-Lena', lastName: 'Brechtold', phone: '0171 3920075', email: 'annalena.brechtold@post.example', street: 'Gartenweg 9', postalCode: '76149', city: 'Karlsruhe', preferredChannel: 'sms' },
      vehicle: { licensePlate: 'KA-LB 2204', makeModel: 'VW Golf Variant', type: 'estate', driveType: 'petrol', odometerKm: 84_211, vin: 'WVWZZZ00ZPZ000042', firstRegistration: '2020-07-02' },
      insurance: { coverage: 'fullyComprehensive', insurer: 'Badische Beispielversicherung', policyNumber: 'KF 9902-117' },
      answers: { incidentTime: '06:15', incidentPlace: 'Parkplatz vor dem Haus', incidentDescription: 'Der Hagel heute früh hat Motorhaube und Dach erwischt. Ich zähle allein auf der Haube über vierzig Dellen.', drivable: true, weatherKind: 'hail', damageZones: ['roof', 'bonnet', 'sides'], dentsPerPanel: 'upTo50', paintBroken: false, glassOrLights: false, panoramaRoof: false },
    },
    subject: { color: '#2f6fb3', place: 'carPark', damage: 'hail', side: 'left' },
    pictures: { ...round(...corners), damageWide: wide, damageClose: close('hail'), odometer: close('odometer'), hailPanel: [{ kind: 'closeUp', what: 'hail', variant: 2 }] },
  },
];
