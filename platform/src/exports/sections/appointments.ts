import type { AgreedServices, AppointmentRound } from '@meldewerk/contract/appointment';
import type { LocalizedText } from '@meldewerk/contract/language';
import type { Fact, Part, Value, WriteSection } from '../section.ts';

const kinds: Record<AppointmentRound['kind'], LocalizedText> = {
  wishes: { de: 'Wünsche des Kunden', en: 'Wishes of the customer' },
  proposal: { de: 'Vorschlag der Werkstatt', en: 'Proposal of the workshop' },
  declined: { de: 'Abgelehnt', en: 'Declined' },
  confirmed: { de: 'Bestätigt', en: 'Confirmed' },
  cancelled: { de: 'Abgesagt', en: 'Cancelled' },
};
const parts = { morning: { de: 'vormittags', en: 'morning' }, afternoon: { de: 'nachmittags', en: 'afternoon' } };
const cars = { courtesyCar: { de: 'Werkstattersatzwagen', en: 'Courtesy car' }, rentalCar: { de: 'Mietwagen', en: 'Rental car' } };

export const writeAppointments: WriteSection = ({ report: { appointments } }) => {
  const { confirmed, rounds, agreedServices } = appointments;
  if (!confirmed && rounds.length === 0 && !agreedServices) return null;
  return {
    title: { de: 'Termine und Leistungen', en: 'Appointments and services' },
    parts: [
      ...(confirmed ? [{ kind: 'facts' as const, facts: [
        [{ de: 'Vereinbarter Beginn', en: 'Agreed start' }, { instant: confirmed.startsAt }], [{ de: 'Ende', en: 'End' }, { instant: confirmed.endsAt }],
        [{ de: 'Bestätigt am', en: 'Confirmed on' }, { instant: confirmed.confirmedAt }], [{ de: 'Notiz', en: 'Note' }, confirmed.note],
      ] satisfies Fact[] }] : []),
      ...(agreedServices ? servicesPart(agreedServices) : []),
      ...rounds.flatMap(roundParts),
    ],
  };
};

/** One round after the other, as it went. */
function roundParts(round: AppointmentRound): Part[] {
  const by = round.by === 'customer' ? { de: 'Kunde', en: 'Customer' } : (round.staffName ?? { de: 'Werkstatt', en: 'Workshop' });
  return [
    { kind: 'subheading', text: { de: `${round.number}. ${kinds[round.kind].de}`, en: `${round.number}. ${kinds[round.kind].en}` } },
    {
      kind: 'facts',
      facts: [
        [{ de: 'Am', en: 'On' }, { instant: round.at }],
        [{ de: 'Von', en: 'By' }, by],
        ...round.wishes.map(({ day, part }, index): Fact => [{ de: `Wunsch ${index + 1}`, en: `Wish ${index + 1}` }, wishText(day, part)]),
        ...round.notPossibleOn.map((day): Fact => [{ de: 'Nicht möglich am', en: 'Not possible on' }, { day }]),
        ...round.slots.map(({ startsAt }): Fact => [{ de: 'Termin', en: 'Appointment' }, { instant: startsAt }]),
        [{ de: 'Notiz', en: 'Note' }, round.note],
      ],
    },
  ];
}

function wishText(day: string, part: keyof typeof parts): Value {
  const german = day.split('-').reverse().join('.');
  return { de: `${german}, ${parts[part].de}`, en: `${day}, ${parts[part].en}` };
}

function servicesPart({ pickUp, bringBack, replacementCar, coverLimits, note }: AgreedServices): Part[] {
  const way = (place: { address?: string | undefined; at?: string | undefined } | null): Value => place && ([place.address, place.at].filter(Boolean).join(', ') || true);
  return [
    { kind: 'subheading', text: { de: 'Vereinbarte Leistungen', en: 'Agreed services' } },
    {
      kind: 'facts',
      facts: [
        [{ de: 'Abholung', en: 'Pick-up' }, way(pickUp)],
        [{ de: 'Rückbringung', en: 'Bring-back' }, way(bringBack)],
        [{ de: 'Ersatzfahrzeug', en: 'Replacement car' }, replacementCar && cars[replacementCar.kind]],
        [{ de: 'Klasse', en: 'Class' }, replacementCar?.vehicleClass],
        [{ de: 'Von', en: 'From' }, replacementCar?.from ? { day: replacementCar.from } : null],
        [{ de: 'Bis', en: 'Until' }, replacementCar?.to ? { day: replacementCar.to } : null],
        [{ de: 'Zahlt', en: 'Paid by' }, replacementCar?.paidBy],
        ...coverLimits.map(({ label, amountCents }): Fact => [{ de: `Deckung: ${label}`, en: `Cover: ${label}` }, amountCents === null ? true : { cents: amountCents }]),
        [{ de: 'Notiz', en: 'Note' }, note],
      ],
    },
  ];
}
