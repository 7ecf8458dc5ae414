import { sampleFirstLine } from './first-line.ts';

export const serviceAgreementText = `${sampleFirstLine}

# Beteiligte

Kunde: {{kunde.name}}, {{kunde.strasse}}, {{kunde.plz}} {{kunde.ort}}
Werkstatt: {{werkstatt.name}}, {{werkstatt.strasse}}, {{werkstatt.plz}} {{werkstatt.ort}}
Fahrzeug: {{fahrzeug.modell}}, Kennzeichen {{fahrzeug.kennzeichen}}

# Vorgang

- Vorgang der Werkstatt: {{meldung.nummer}}
- Versicherung: {{versicherung.name}}
- Schadennummer: {{versicherung.schadennummer}}
- Auftrag vermittelt durch: {{partner.name}}
- Auftragsnummer des Vermittlers: {{partner.auftrag}}

# Leistungen

Die Werkstatt nimmt den Schaden auf, hält ihn in Bildern fest und stimmt den Umfang der Reparatur mit der Versicherung oder dem Vermittler ab. Sie repariert nach den Vorgaben des Herstellers.

Weitere Leistungen, etwa Hol- und Bringdienst oder Ersatzwagen, gelten nur, soweit sie hier genannt oder gesondert vereinbart sind: ____________________________________________________________

# Weitergabe von Angaben

Die Werkstatt darf der Versicherung und dem Vermittler die Angaben und Bilder geben, die für die Abwicklung dieses Schadens nötig sind.

# Kosten

Kosten, die die Versicherung nach dem Vertrag nicht trägt, zum Beispiel eine Selbstbeteiligung, zahlt der Kunde. Die Werkstatt sagt ihm vorher, wenn sie mit solchen Kosten rechnet.

{{kunde.ort}}, {{heute}}`;
