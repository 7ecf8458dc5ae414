import { msg } from '@lit/localize';
import { partOf, stepTitle, type StatementStep } from './statement-steps.ts';
import type { StatementSync, SyncTrouble } from './statement-sync.ts';

export function headingOf(step: StatementStep, sync: StatementSync): string {
  if (step === 'start') return msg('Unfallbericht gemeinsam ausfüllen', { id: 'accident.title' });
  if (step === 'handover') return msg('Bitte geben Sie das Telefon jetzt weiter', { id: 'accident.handover' });
  if (step === 'review') return sync.showsBoth ? msg('Alles richtig so?', { id: 'accident.reviewHeading' }) : msg('Ihre Seite ist fertig', { id: 'accident.ownDone' });
  return stepTitle(step);
}

export function explanationOf(step: StatementStep, sync: StatementSync): string {
  const own = partOf(step);
  if (own) {
    return own.side === sync.stored.side
      ? msg('Ihre eigene Seite. Was Sie nicht wissen, lassen Sie frei.', { id: 'accident.explainOwn' })
      : msg('Die Seite des anderen Fahrers. Was Sie nicht wissen, lassen Sie frei.', { id: 'accident.explainOther' });
  }
  switch (step) {
    case 'start':
      return msg('Mit den Angaben des Europäischen Unfallberichts, Nummer 1 bis 15. Am Ende unterschreiben beide, und jeder bekommt dasselbe PDF.', { id: 'accident.explainStart' });
    case 'place':
      return sync.paired ? msg('Diese Angaben gelten für beide. Was einer einträgt, sieht der andere sofort.', { id: 'accident.explainPlaceTwo' }) : msg('Diese Angaben gelten für beide.', { id: 'accident.explainPlace' });
    case 'handover':
      return msg('Fahrer B füllt jetzt seine Seite aus. Danach sehen Sie gemeinsam alles durch.', { id: 'accident.explainHandover' });
    case 'sketch':
      return msg('Wie standen oder fuhren die Fahrzeuge beim Aufprall? Auch das gilt für beide.', { id: 'accident.explainSketch' });
    default:
      return sync.showsBoth ? msg('Lesen Sie beide Seiten in Ruhe. Stimmt etwas nicht, gehen Sie zurück und ändern Sie es vor dem Unterschreiben.', { id: 'accident.explainReview' }) : '';
  }
}

export function nextLabel(after: StatementStep, sync: StatementSync): string {
  return after === 'review' && sync.paired ? msg('Meine Seite ist fertig', { id: 'accident.finishSide' }) : msg('Weiter', { id: 'frame.next' });
}

export function troubleSentence(trouble: SyncTrouble): string {
  switch (trouble) {
    case 'signed':
      return msg('Inzwischen hat schon jemand unterschrieben. Ihre letzte Änderung gilt deshalb nicht. Soll sie noch hinein, muss die Unterschrift zurückgenommen werden.', { id: 'accident.troubleSigned' });
    case 'changed':
      return msg('Inzwischen hat sich etwas geändert. Bitte lesen Sie noch einmal alles durch und unterschreiben Sie dann.', { id: 'accident.troubleChanged' });
    case 'incomplete':
      return msg('Es fehlt noch etwas, oder der andere ist noch nicht fertig.', { id: 'accident.troubleIncomplete' });
    default:
      return msg('Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.', { id: 'accident.troubleRefused' });
  }
}
