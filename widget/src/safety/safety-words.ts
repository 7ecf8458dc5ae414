import { msg } from '@lit/localize';
import type { SafetyAdvice, SafetyAnswer, SafetyQuestion } from '@meldewerk/contract/safety-advice';

export function askSafety(question: SafetyQuestion): string {
  switch (question) {
    case 'injured':
      return msg('Ist jemand verletzt, auch nur leicht?', { id: 'safety.injured' });
    case 'airbag':
      return msg('Hat ein Airbag ausgelöst?', { id: 'safety.airbag' });
    case 'steering':
      return msg('Lenkt oder bremst es sich anders als sonst?', { id: 'safety.steering' });
    case 'fluids':
      return msg('Läuft unter dem Fahrzeug etwas aus?', { id: 'safety.fluids' });
    case 'tyre':
      return msg('Ist ein Reifen oder ein Rad beschädigt?', { id: 'safety.tyre' });
    case 'lights':
      return msg('Ist ein Scheinwerfer, Rücklicht oder Blinker kaputt?', { id: 'safety.lights' });
    case 'bonnet':
      return msg('Schließt Motorhaube, Tür oder Klappe nicht richtig?', { id: 'safety.bonnet' });
  }
}

export function answerWord(answer: SafetyAnswer): string {
  switch (answer) {
    case 'no':
      return msg('Nein', { id: 'field.no' });
    case 'yes':
      return msg('Ja', { id: 'field.yes' });
    case 'unknown':
      return msg('Unsicher', { id: 'safety.unknown' });
  }
}

/** What to do, in one line, and what it means. */
export function adviceWords(advice: SafetyAdvice): { heading: string; sentence: string } {
  switch (advice) {
    case 'emergency':
      return {
        heading: msg('Rufen Sie zuerst den Notruf 112', { id: 'safety.emergency' }),
        sentence: msg('Warnblinker an, Warnweste an, Warndreieck aufstellen. Diese Meldung hat Zeit, sie bleibt auf Ihrem Gerät gesichert.', { id: 'safety.emergencyText' }),
      };
    case 'tow':
      return {
        heading: msg('Bitte fahren Sie nicht weiter', { id: 'safety.tow' }),
        sentence: msg('Lassen Sie das Fahrzeug sicher stehen und lassen Sie es abschleppen. Die Werkstatt sieht das in Ihrer Meldung sofort.', { id: 'safety.towText' }),
      };
    case 'careful':
      return {
        heading: msg('Nur langsam und auf kurzem Weg', { id: 'safety.careful' }),
        sentence: msg('Fahren Sie nur bei Tag, nicht auf der Autobahn und nicht weiter als nötig. Im Zweifel lassen Sie abschleppen.', { id: 'safety.carefulText' }),
      };
    case 'drive':
      return {
        heading: msg('Nach Ihren Angaben spricht nichts gegen das Weiterfahren', { id: 'safety.drive' }),
        sentence: msg('Wenn unterwegs etwas anders ist als sonst: anhalten und anrufen.', { id: 'safety.driveText' }),
      };
  }
}
