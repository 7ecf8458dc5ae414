import { msg, str } from '@lit/localize';
import { formCases, type FormCase, type formDoubts, type formKinds, type FormSummary, type Placeholder } from '@meldewerk/contract/form';
import { formatDay } from '../../format.ts';
import { coverageLabel } from '../../labels.ts';

export function formKindLabel(kind: (typeof formKinds)[number]): string {
  return {
    paymentInstruction: msg('Zahlungsanweisung (RKÜ)', { id: 'formKind.paymentInstruction' }),
    assignment: msg('Abtretung', { id: 'formKind.assignment' }),
    serviceAgreement: msg('Leistungsvereinbarung', { id: 'formKind.serviceAgreement' }),
    repairContract: msg('Reparaturauftrag', { id: 'formKind.repairContract' }),
    other: msg('Sonstiges', { id: 'formKind.other' }),
  }[kind];
}

export function formCaseLabel(formCase: FormCase): string {
  return formCase === 'partner' ? msg('Über Schadensteuerer oder Leasing', { id: 'formCase.partner' }) : coverageLabel(formCase);
}

export function formCasesText(cases: FormCase[]): string {
  if (cases.length === 0 || cases.length === formCases.length) return msg('alle Fälle', { id: 'forms.allCases' });
  return cases.map(formCaseLabel).join(', ');
}

export function formDoubtText(doubt: (typeof formDoubts)[number]): string {
  return {
    outdated: msg('Das Formular gilt nicht mehr.', { id: 'formDoubt.outdated' }),
    notYetValid: msg('Das Formular gilt noch nicht.', { id: 'formDoubt.notYetValid' }),
    otherCase: msg('Das Formular ist für andere Fälle gedacht.', { id: 'formDoubt.otherCase' }),
    retired: msg('Das Formular ist zurückgezogen.', { id: 'formDoubt.retired' }),
  }[doubt];
}

export function validityText({ validFrom, validTo }: Pick<FormSummary, 'validFrom' | 'validTo'>): string {
  if (validFrom && validTo) return msg(str`${formatDay(validFrom)} bis ${formatDay(validTo)}`, { id: 'forms.validBetween' });
  if (validFrom) return msg(str`ab ${formatDay(validFrom)}`, { id: 'forms.validFrom' });
  if (validTo) return msg(str`bis ${formatDay(validTo)}`, { id: 'forms.validTo' });
  return msg('unbefristet', { id: 'forms.validAlways' });
}

/** A placeholder in words, for lists to choose from. */
export function placeholderLabel(placeholder: Placeholder): string {
  return {
    'kunde.name': msg('Name des Kunden', { id: 'placeholder.kunde.name' }),
    'kunde.firma': msg('Firma des Kunden', { id: 'placeholder.kunde.firma' }),
    'kunde.strasse': msg('Straße des Kunden', { id: 'placeholder.kunde.strasse' }),
    'kunde.plz': msg('Postleitzahl des Kunden', { id: 'placeholder.kunde.plz' }),
    'kunde.ort': msg('Ort des Kunden', { id: 'placeholder.kunde.ort' }),
    'kunde.telefon': msg('Telefon des Kunden', { id: 'placeholder.kunde.telefon' }),
    'kunde.email': msg('E-Mail des Kunden', { id: 'placeholder.kunde.email' }),
    'fahrzeug.kennzeichen': msg('Kennzeichen', { id: 'placeholder.fahrzeug.kennzeichen' }),
    'fahrzeug.modell': msg('Marke und Modell', { id: 'placeholder.fahrzeug.modell' }),
    'fahrzeug.fin': msg('Fahrgestellnummer (FIN)', { id: 'placeholder.fahrzeug.fin' }),
    'fahrzeug.erstzulassung': msg('Erstzulassung', { id: 'placeholder.fahrzeug.erstzulassung' }),
    'fahrzeug.hsn': msg('HSN', { id: 'placeholder.fahrzeug.hsn' }),
    'fahrzeug.tsn': msg('TSN', { id: 'placeholder.fahrzeug.tsn' }),
    'fahrzeug.kilometer': msg('Kilometerstand', { id: 'placeholder.fahrzeug.kilometer' }),
    'versicherung.name': msg('Versicherer', { id: 'placeholder.versicherung.name' }),
    'versicherung.police': msg('Versicherungsschein-Nr.', { id: 'placeholder.versicherung.police' }),
    'versicherung.schadennummer': msg('Schadennummer', { id: 'placeholder.versicherung.schadennummer' }),
    'schaden.datum': msg('Tag des Schadens', { id: 'placeholder.schaden.datum' }),
    'schaden.art': msg('Art des Schadens', { id: 'placeholder.schaden.art' }),
    'meldung.nummer': msg('Vorgangsnummer', { id: 'placeholder.meldung.nummer' }),
    'partner.name': msg('Name des Partners', { id: 'placeholder.partner.name' }),
    'partner.auftrag': msg('Auftragsnummer des Partners', { id: 'placeholder.partner.auftrag' }),
    'werkstatt.name': msg('Name der Werkstatt', { id: 'placeholder.werkstatt.name' }),
    'werkstatt.strasse': msg('Straße der Werkstatt', { id: 'placeholder.werkstatt.strasse' }),
    'werkstatt.plz': msg('Postleitzahl der Werkstatt', { id: 'placeholder.werkstatt.plz' }),
    'werkstatt.ort': msg('Ort der Werkstatt', { id: 'placeholder.werkstatt.ort' }),
    'werkstatt.telefon': msg('Telefon der Werkstatt', { id: 'placeholder.werkstatt.telefon' }),
    'werkstatt.email': msg('E-Mail der Werkstatt', { id: 'placeholder.werkstatt.email' }),
    'heute': msg('Tag der Unterschrift', { id: 'placeholder.heute' }),
  }[placeholder];
}
