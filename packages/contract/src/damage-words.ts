import { damageKindLabels, damageSizeLabels, partLabel } from './damage-labels.ts';
import type { VehicleType } from './damage-parts.ts';
import type { DamageSpot } from './damage-spot.ts';
import type { Language, LocalizedText } from './language.ts';
import { textIn } from './text-in.ts';

type Damage = Pick<DamageSpot, 'part' | 'kind' | 'size'>;

/** „Delle, wie eine Hand“ */
export function damageKindAndSize({ kind, size }: Damage, language: Language): string {
  return `${textIn(damageKindLabels[kind], language)}${language === 'ar' ? '،' : ','} ${lowered(textIn(damageSizeLabels[size], language))}`;
}

/** „Tür vorne links: Delle, wie eine Hand“, in both languages of staff. */
export function damageLine(spot: Damage, type: VehicleType | undefined): LocalizedText {
  const part = partLabel(spot.part, type);
  return { de: `${part.de}: ${damageKindAndSize(spot, 'de')}`, en: `${part.en}: ${damageKindAndSize(spot, 'en')}` };
}

/** Part, kind and size as programs read them: `doorFrontLeft.dent.hand`. */
export function damageCode({ part, kind, size }: Damage): string {
  return `${part}.${kind}.${size}`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
