import { msg } from '@lit/localize';
import { sharedFields, sideFields, type AccidentField, type StatementSide } from '@meldewerk/contract/accident-fields';

const ownParts = ['driver', 'vehicle', 'damage', 'circumstances'] as const;
export type OwnPart = (typeof ownParts)[number];
export type StatementStep = 'start' | 'place' | `${StatementSide}.${OwnPart}` | 'handover' | 'sketch' | 'review';

type Going = { side: StatementSide; paired: boolean; alone: boolean };

/** The way of this device: on one phone the other driver's part follows after it was handed over. */
export function stepsOf({ side, paired, alone }: Going): readonly StatementStep[] {
  const own = ownParts.map((part) => `${side}.${part}` as const);
  const other = alone && !paired && side === 'a' ? (['handover', ...ownParts.map((part) => `b.${part}` as const)] as const) : [];
  return [...(side === 'a' ? (['start'] as const) : []), 'place', ...own, ...other, 'sketch', 'review'];
}

export function partOf(step: StatementStep): { side: StatementSide; part: OwnPart } | null {
  const [side, part] = step.split('.') as [StatementSide, OwnPart | undefined];
  return part ? { side, part } : null;
}

const numbersOf: Record<OwnPart, readonly number[]> = { driver: [9, 6], vehicle: [7, 8], damage: [10, 11, 14], circumstances: [12] };

/** The fields of a step, by the number they have on paper. */
export function groupsOf(step: StatementStep): { number: number; fields: readonly (AccidentField & { path: string })[] }[] {
  const own = partOf(step);
  const numbers = own ? numbersOf[own.part] : step === 'place' ? [1, 2, 3, 4, 5] : step === 'sketch' ? [13] : [];
  const [fields, part] = own ? [sideFields, own.side] : [sharedFields, 'shared'];
  return numbers.map((number) => ({ number, fields: fields.filter((known) => known.number === number).map((known) => ({ ...known, path: `${part}.${known.id}` })) }));
}

/** The step in which a field is filled in. */
export function stepOfPath(path: string, steps: readonly StatementStep[]): StatementStep | null {
  return steps.find((step) => groupsOf(step).some(({ fields }) => fields.some((known) => known.path === path))) ?? null;
}

export function stepTitle(step: StatementStep): string {
  const own = partOf(step);
  if (own) return ownTitle(own.part);
  switch (step) {
    case 'start':
      return msg('Zu zweit', { id: 'accident.stepStart' });
    case 'place':
      return msg('Ort und Zeit', { id: 'accident.stepPlace' });
    case 'handover':
      return msg('Weitergeben', { id: 'accident.stepHandover' });
    case 'sketch':
      return msg('Skizze', { id: 'accident.stepSketch' });
    default:
      return msg('Durchsicht', { id: 'accident.stepReview' });
  }
}

function ownTitle(part: OwnPart): string {
  switch (part) {
    case 'driver':
      return msg('Fahrer', { id: 'accident.stepDriver' });
    case 'vehicle':
      return msg('Fahrzeug und Versicherung', { id: 'accident.stepVehicle' });
    case 'damage':
      return msg('Schaden', { id: 'accident.stepDamage' });
    case 'circumstances':
      return msg('Umstände', { id: 'accident.stepCircumstances' });
  }
}
