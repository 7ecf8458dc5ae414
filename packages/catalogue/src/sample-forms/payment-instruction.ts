import { sampleFirstLine } from './first-line.ts';

export const paymentInstructionText = `${sampleFirstLine}

# Kunde und Fahrzeug

{{kunde.name}}
{{kunde.strasse}}, {{kunde.plz}} {{kunde.ort}}

Fahrzeug: {{fahrzeug.modell}}, Kennzeichen {{fahrzeug.kennzeichen}}

# Schaden

- Art des Schadens: {{schaden.art}}
- Schadentag: {{schaden.datum}}
- Versicherung: {{versicherung.name}}
- Schadennummer: {{versicherung.schadennummer}}
- Vorgang der Werkstatt: {{meldung.nummer}}

# Zahlungsanweisung

Ich weise die genannte Versicherung an, die von ihr zu zahlenden Reparaturkosten aus diesem Schaden unmittelbar an {{werkstatt.name}}, {{werkstatt.strasse}}, {{werkstatt.plz}} {{werkstatt.ort}}, zu zahlen. Sie wird mit jeder Zahlung an die Werkstatt mir gegenüber in gleicher Höhe von ihrer Leistung frei.

Die Werkstatt darf der Versicherung die Unterlagen geben, die zur Regulierung nötig sind: Rechnung, Kostenvoranschlag oder Gutachten und Bilder des Schadens.

# Was diese Anweisung nicht ist

Mit dieser Anweisung trete ich keine Ansprüche ab. Ich bleibe Inhaber meiner Ansprüche gegen die Versicherung und kann sie selbst geltend machen.

Zahlt die Versicherung nicht oder nur einen Teil, schulde ich der Werkstatt den Rest aus dem Reparaturauftrag. Das gilt auch für eine vereinbarte Selbstbeteiligung und für die Umsatzsteuer, wenn ich sie selbst abziehen kann.

Ich kann die Anweisung widerrufen, solange die Versicherung noch nicht gezahlt hat.

{{kunde.ort}}, {{heute}}`;
