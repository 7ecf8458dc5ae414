import { sampleFirstLine } from './first-line.ts';

export const assignmentText = `${sampleFirstLine}

# Beteiligte

Auftraggeber: {{kunde.name}}, {{kunde.strasse}}, {{kunde.plz}} {{kunde.ort}}

Werkstatt: {{werkstatt.name}}, {{werkstatt.strasse}}, {{werkstatt.plz}} {{werkstatt.ort}}

# Schaden

- Schadentag: {{schaden.datum}}
- Beschädigtes Fahrzeug: {{fahrzeug.modell}}, Kennzeichen {{fahrzeug.kennzeichen}}
- Haftpflichtversicherung des Unfallgegners: {{versicherung.name}}
- Schadennummer: {{versicherung.schadennummer}}
- Vorgang der Werkstatt: {{meldung.nummer}}

# Abtretung

Der Auftraggeber tritt der Werkstatt seinen Anspruch auf Ersatz der Reparaturkosten aus dem genannten Schaden ab. Der Anspruch richtet sich gegen den Fahrer, den Halter und die Haftpflichtversicherung des anderen Fahrzeugs. Abgetreten wird nur dieser Anspruch und nur bis zur Höhe der Rechnung der Werkstatt einschließlich Umsatzsteuer. Wer die Umsatzsteuer selbst abziehen kann, tritt den Betrag ohne Umsatzsteuer ab.

Andere Ansprüche aus dem Schaden sind nicht abgetreten, insbesondere nicht Wertminderung, Nutzungsausfall, Mietwagen, Sachverständigen- und Anwaltskosten sowie Ersatz für Verletzungen.

Die Werkstatt nimmt die Abtretung an.

# Erfüllungshalber

Die Abtretung geschieht erfüllungshalber: Der Auftraggeber bleibt der Werkstatt zur Zahlung verpflichtet, soweit die Gegenseite nicht zahlt. Die Werkstatt fordert ihn dazu erst auf, wenn die Gegenseite trotz Rechnung und Zahlungsfrist nicht oder nicht voll gezahlt hat. Zahlt der Auftraggeber, erhält er die abgetretene Forderung in gleicher Höhe zurück.

Der Auftraggeber versichert, dass er über den Anspruch noch nicht verfügt hat.

{{kunde.ort}}, {{heute}}`;
