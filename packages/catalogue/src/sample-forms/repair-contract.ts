import { sampleFirstLine } from './first-line.ts';

export const repairContractText = `${sampleFirstLine}

# Auftraggeber

{{kunde.name}}
Firma: {{kunde.firma}}
{{kunde.strasse}}, {{kunde.plz}} {{kunde.ort}}
Telefon: {{kunde.telefon}}
E-Mail: {{kunde.email}}

# Werkstatt

{{werkstatt.name}}
{{werkstatt.strasse}}, {{werkstatt.plz}} {{werkstatt.ort}}
Telefon: {{werkstatt.telefon}}

# Fahrzeug

- Modell: {{fahrzeug.modell}}
- Kennzeichen: {{fahrzeug.kennzeichen}}
- Fahrgestellnummer (FIN): {{fahrzeug.fin}}

# Auftrag

Der Auftraggeber beauftragt die Werkstatt, den am {{schaden.datum}} entstandenen Schaden ({{schaden.art}}, Vorgang {{meldung.nummer}}) instand zu setzen.

Die Werkstatt nennt vor Beginn der Arbeiten den voraussichtlichen Preis. Wird er voraussichtlich um mehr als 15 Prozent überschritten, holt sie zuerst die Zustimmung des Auftraggebers ein. Arbeiten, die über diesen Auftrag hinausgehen, führt sie nur nach Rücksprache aus.

Die Werkstatt darf das Fahrzeug für die Reparatur probefahren und Teilarbeiten an Fachbetriebe vergeben.

# Preis und Zahlung

Der Preis richtet sich nach Aufwand und Ersatzteilen, wenn kein fester Preis vereinbart ist. Die Rechnung ist bei Abholung des Fahrzeugs fällig, soweit nicht eine Versicherung unmittelbar zahlt.

# Mängel

Es gelten die gesetzlichen Rechte bei Mängeln.

# Widerruf

Schließen Sie diesen Vertrag als Verbraucher über das Internet, steht Ihnen ein Widerrufsrecht zu. Die Belehrung mit dem Muster-Widerrufsformular erhalten Sie gesondert.

{{kunde.ort}}, {{heute}}`;
