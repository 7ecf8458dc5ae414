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
      <wa-dialog label=${msg('Tastenkürzel', { id: 'menu.keyboard' })} open light-dismiss @wa-after-hide=${() => place.remove()}>
        <dl class="keys">
          ${groups().map(([keys, meaning]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${meaning}</dd></div>`)}
        </dl>
        <label class="keys-switch">
          <input type="checkbox" ?checked=${shortcutsEnabled()} @change=${(event: Event) => enableShortcuts((event.target as HTMLInputElement).checked)} />
          ${msg('Tastenkürzel verwenden', { id: 'keys.enabled' })}
        </label>
      </wa-dialog>
    `,
    place,
  );
}

function groups(): [string[], string][] {
  return [
    [['N'], msg('Neue Meldung vorbereiten', { id: 'keys.newReport' })],
    [['J', '↓'], msg('Nächste Meldung in der Liste', { id: 'keys.next' })],
    [['K', '↑'], msg('Vorige Meldung in der Liste', { id: 'keys.previous' })],
    [['Enter'], msg('Meldung öffnen', { id: 'keys.open' })],
    [['X'], msg('Meldung in der Liste auswählen', { id: 'keys.select' })],
    [['/'], msg('In die Suche springen', { id: 'keys.search' })],
    [['J', 'K'], msg('In einer Meldung: nächste, vorige', { id: 'keys.neighbours' })],
    [['U'], msg('In einer Meldung: zurück zur Liste', { id: 'keys.back' })],
    [['W'], msg('In einer Meldung: weiter zum nächsten Status', { id: 'keys.nextStatus' })],
    [['S'], msg('In einer Meldung: Status wählen', { id: 'keys.chooseStatus' })],
    [['M'], msg('In einer Meldung: mir zuweisen', { id: 'keys.assignMe' })],
    [['R'], msg('In einer Meldung: dem Kunden schreiben', { id: 'keys.writeCustomer' })],
    [['I'], msg('In einer Meldung: interne Notiz', { id: 'keys.writeNote' })],
    [['Z'], msg('Letzte Änderung rückgängig machen, solange der Hinweis steht', { id: 'keys.undo' })],
    [['←', '→', '↑', '↓'], msg('Im Kalender: zum nächsten halben Tag, darüber hinaus zur nächsten Woche', { id: 'keys.calendar' })],
    [['T', 'W', 'D'], msg('Im Kalender: heute, Woche, Tag', { id: 'keys.calendarViews' })],
    [['←', '→'], msg('Im Fotobetrachter: blättern', { id: 'keys.photos' })],
    [['+', '−', '0'], msg('Im Fotobetrachter: größer, kleiner, einpassen', { id: 'keys.zoom' })],
    [['R'], msg('Im Fotobetrachter: Ansicht drehen', { id: 'keys.rotate' })],
    [['Esc'], msg('Schließen', { id: 'dialog.close' })],
    [['?'], msg('Diese Übersicht', { id: 'keys.help' })],
  ];
}
