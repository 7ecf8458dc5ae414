import type { LocalizedText } from './language.ts';
import type { ItemKind, ItemReason, RequestableField } from './missing-items.ts';

/** What staff and customers call a thing of the report that is asked for once more. */
export const itemFieldLabels: Record<RequestableField, LocalizedText> = {
  licensePlate: { de: 'Kennzeichen', en: 'Licence plate' },
  makeModel: { de: 'Marke und Modell', en: 'Make and model' },
  vin: { de: 'Fahrgestellnummer (FIN)', en: 'Vehicle identification number (VIN)' },
  firstRegistration: { de: 'Erstzulassung', en: 'First registration' },
  keyNumbers: { de: 'HSN und TSN', en: 'HSN and TSN' },
  odometerKm: { de: 'Kilometerstand', en: 'Mileage' },
  insurer: { de: 'Versicherung', en: 'Insurer' },
  policyNumber: { de: 'Versicherungsschein-Nr.', en: 'Policy number' },
  claimNumber: { de: 'Schadennummer', en: 'Claim number' },
  address: { de: 'Anschrift', en: 'Address' },
  phone: { de: 'Telefonnummer', en: 'Phone number' },
  email: { de: 'E-Mail-Adresse', en: 'E-mail address' },
};

/** Why something is asked for, in words for everybody. */
const reasons: Record<Exclude<ItemReason, 'other'>, LocalizedText> = {
  missing: { de: 'fehlt', en: 'missing' },
  blurred: { de: 'unscharf', en: 'blurred' },
  dark: { de: 'zu dunkel', en: 'too dark' },
  wrongPart: { de: 'zeigt etwas anderes', en: 'shows something else' },
  incorrect: { de: 'stimmt so nicht', en: 'not right' },
  unclear: { de: 'noch unklar', en: 'still unclear' },
};

/** The reason in words; what staff wrote themselves is the note. */
export function labelOfReason(reason: ItemReason): LocalizedText {
  return reason === 'other' ? { de: 'anderer Grund', en: 'another reason' } : reasons[reason];
}

export const itemKindLabels: Record<ItemKind, LocalizedText> = {
  photo: { de: 'Foto', en: 'Photo' },
  field: { de: 'Angabe', en: 'Detail' },
  answer: { de: 'Antwort', en: 'Answer' },
  signature: { de: 'Unterschrift', en: 'Signature' },
};
