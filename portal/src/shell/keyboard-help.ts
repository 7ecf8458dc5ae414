import { msg } from '@lit/localize';
import { html, render } from 'lit';
import { enableShortcuts, shortcutsEnabled } from '../shortcuts.ts';

/** The sheet behind `?`. */
export async function openKeyboardHelp() {
  await import('@awesome.me/webawesome/dist/components/dialog/dialog.js');
  if (document.querySelector('#keyboard-help')) return;
  const place = document.body.appendChild(document.createElement('div'));
  place.id = 'keyboard-help';
  render(
    html`
      <wa-dialog class="keys-dialog" label=${msg('Tastenkürzel', { id: 'menu.keyboard' })} open light-dismiss @wa-after-hide=${() => place.remove()}>
        <div class="key-groups">
          ${groups().map(([place, entries]) => html`<section>
            <h2>${place}</h2>
            <dl class="keys">${entries.map(([keys, meaning]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${meaning}</dd></div>`)}</dl>
          </section>`)}
        </div>
        <label class="keys-switch">
          <input type="checkbox" ?checked=${shortcutsEnabled()} @change=${(event: Event) => enableShortcuts((event.target as HTMLInputElement).checked)} />
          ${msg('Tastenkürzel verwenden', { id: 'keys.enabled' })}
        </label>
      </wa-dialog>
    `,
    place,
  );
}

type Group = [place: string, keys: [keys: string[], meaning: string][]];

function groups(): Group[] {
  const arrows = msg('Pfeiltasten', { id: 'keys.arrows' });
  const control = msg('Strg', { id: 'keys.control' });
  return [
    [msg('Überall', { id: 'keys.everywhere' }), [
      [['N'], msg('Neue Meldung vorbereiten', { id: 'keys.newReport' })],
      [['Z'], msg('Letzte Änderung rückgängig machen, solange der Hinweis steht', { id: 'keys.undo' })],
      [['Esc'], msg('Schließen oder abbrechen', { id: 'keys.close' })],
      [['?'], msg('Diese Übersicht', { id: 'keys.help' })],
    ]],
    [msg('Liste', { id: 'keys.list' }), [
      [['/'], msg('In die Suche springen, auch im Board', { id: 'keys.search' })],
      [['J', '↓'], msg('Nächste Meldung', { id: 'keys.next' })],
      [['K', '↑'], msg('Vorige Meldung', { id: 'keys.previous' })],
      [['Enter'], msg('Meldung öffnen', { id: 'keys.open' })],
      [['X'], msg('Meldung auswählen', { id: 'keys.select' })],
    ]],
    [msg('Board', { id: 'keys.board' }), [
      [['Enter'], msg('Auf dem Griff einer Karte: aufnehmen, ablegen', { id: 'keys.lift' })],
      [['←', '→'], msg('Aufgenommene Karte in eine andere Spalte', { id: 'keys.move' })],
    ]],
    [msg('Meldung', { id: 'keys.report' }), [
      [['J', 'K'], msg('Nächste, vorige Meldung', { id: 'keys.neighbours' })],
      [['U'], msg('Zurück zur Liste', { id: 'keys.back' })],
      [['W'], msg('Weiter zum nächsten Status', { id: 'keys.nextStatus' })],
      [['S'], msg('Status wählen', { id: 'keys.chooseStatus' })],
      [['M'], msg('Mir zuweisen', { id: 'keys.assignMe' })],
      [['R'], msg('Dem Kunden schreiben', { id: 'keys.writeCustomer' })],
      [['I'], msg('Interne Notiz schreiben', { id: 'keys.writeNote' })],
      [[control, 'Enter'], msg('Nachricht oder Notiz absenden', { id: 'keys.send' })],
    ]],
    [msg('Fotobetrachter', { id: 'viewer.label' }), [
      [['←', '→'], msg('Blättern', { id: 'keys.photos' })],
      [['+', '−', '0'], msg('Größer, kleiner, einpassen', { id: 'keys.zoom' })],
      [['R'], msg('Ansicht drehen', { id: 'keys.rotate' })],
    ]],
    [msg('Kalender', { id: 'nav.calendar' }), [
      [['T', 'W', 'D'], msg('Heute, Woche, Tag', { id: 'keys.calendarViews' })],
      [['←', '→'], msg('Vorige, nächste Woche oder voriger, nächster Tag', { id: 'keys.calendarSteps' })],
      [[arrows], msg('In der Woche: zum nächsten halben Tag', { id: 'keys.calendar' })],
    ]],
    [msg('Neue Meldung', { id: 'nav.newReport' }), [
      [[control, 'Enter'], msg('Speichern oder Link senden', { id: 'keys.savePrepared' })],
    ]],
    [msg('Formular mit PDF bearbeiten', { id: 'keys.pdfEditor' }), [
      [[arrows], msg('Feld verschieben', { id: 'keys.moveField' })],
      [[control, 'D'], msg('Feld verdoppeln', { id: 'keys.duplicateField' })],
      [[msg('Entf', { id: 'keys.delete' })], msg('Feld löschen', { id: 'keys.deleteField' })],
      [[control, 'Z'], msg('Rückgängig', { id: 'keys.undoField' })],
      [[control, 'Y'], msg('Wiederholen', { id: 'keys.redoField' })],
    ]],
  ];
}
