import { partLabel } from '@meldewerk/contract/damage-labels';
import { hasPart, kindsOf } from '@meldewerk/contract/damage-parts';
import type { Category } from '@meldewerk/contract/catalogue';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import type { Language } from '@meldewerk/contract/language';
import { textIn } from '@meldewerk/contract/text-in';
import type { Issue } from '@meldewerk/contract/problem';
import type { Submission } from '@meldewerk/contract/report';

/** The damages of a report whose kind of damage asks for them; others were marked before the customer chose another one. */
export function askedDamages({ damageSpots }: Category, { damages }: Submission): DamageSpot[] {
  return damageSpots ? damages : [];
}

/** Damages of parts that the vehicle does not have, and what cannot happen to a part. */
export function damageIssues(category: Category, submission: Submission, language: Language): Issue[] {
  const { type } = submission.vehicle;
  return askedDamages(category, submission).flatMap(({ id, part, kind }, at): Issue[] => {
    if (!hasPart(type, part)) return [{ path: `damages.${id}`, code: 'invalid', message: texts[language].noSuchPart(at + 1, textIn(partLabel(part, type), language)) }];
    return kindsOf(part).includes(kind) ? [] : [{ path: `damages.${id}`, code: 'invalid', message: texts[language].cannotHappen(at + 1, textIn(partLabel(part, type), language)) }];
  });
}

const texts: Record<Language, { noSuchPart(number: number, part: string): string; cannotHappen(number: number, part: string): string }> = {
  de: {
    noSuchPart: (number, part) => `Schaden ${number}: „${part}“ gibt es an diesem Fahrzeug nicht. Bitte wählen Sie ein anderes Teil.`,
    cannotHappen: (number, part) => `Schaden ${number}: Was Sie gewählt haben, passt nicht zu „${part}“. Bitte wählen Sie noch einmal.`,
  },
  en: {
    noSuchPart: (number, part) => `Damage ${number}: this vehicle has no “${part}”. Please choose another part.`,
    cannotHappen: (number, part) => `Damage ${number}: what you chose does not fit “${part}”. Please choose again.`,
  },
  tr: {
    noSuchPart: (number, part) => `Hasar ${number}: Bu araçta “${part}” yok. Lütfen başka bir parça seçin.`,
    cannotHappen: (number, part) => `Hasar ${number}: Seçtiğiniz “${part}” ile uyuşmuyor. Lütfen yeniden seçin.`,
  },
  pl: {
    noSuchPart: (number, part) => `Szkoda ${number}: ten pojazd nie ma części „${part}”. Proszę wybrać inną.`,
    cannotHappen: (number, part) => `Szkoda ${number}: wybór nie pasuje do „${part}”. Proszę wybrać ponownie.`,
  },
  uk: {
    noSuchPart: (number, part) => `Пошкодження ${number}: у цього авто немає «${part}». Виберіть іншу частину.`,
    cannotHappen: (number, part) => `Пошкодження ${number}: ваш вибір не підходить до «${part}». Виберіть ще раз.`,
  },
  ar: {
    noSuchPart: (number, part) => `الضرر ${number}: لا يوجد «${part}» في هذه السيارة. يرجى اختيار جزء آخر.`,
    cannotHappen: (number, part) => `الضرر ${number}: ما اخترته لا يناسب «${part}». يرجى الاختيار مرة أخرى.`,
  },
};
