import { msg, str } from '@lit/localize';
import { importFields, joinedImportFields, type Import, type ImportField } from '@meldewerk/contract/import';
import { css, html, nothing } from 'lit';

/** Whether nobody could be reached as the columns are read: then they have to be looked at first. */
export function needsColumns({ columns }: Import): boolean {
  return columns.every(({ field }) => field !== 'phone' && field !== 'email');
}

/** What each column of the file is read as. A field chosen elsewhere moves here. */
export function columnFields({ columns }: Import, open: boolean, mayChange: boolean, change: (fields: (ImportField | null)[]) => void) {
  const unread = columns.filter(({ field, heading, example }) => field === null && (heading || example)).length;
  const choose = (index: number, field: ImportField | null) =>
    change(columns.map((column, other) => (other === index ? field : column.field === field && !isJoined(field) ? null : column.field)));
  return html`
    <details class="card columns" ?open=${open}>
      <summary><h2>${msg('Spalten', { id: 'import.columns' })}</h2> <span class="quiet">${unread === 0 ? msg('Alle erkannt', { id: 'import.allRead' }) : msg(str`${columns.length - unread} erkannt, ${unread} nicht übernommen`, { id: 'import.someRead' })}</span></summary>
      <ul>
        ${columns.map(({ heading, field, example }, index) => html`
          <li class="field ${field ? '' : 'unread'}">
            <label for="column-${index}">${heading || msg(str`Spalte ${index + 1}`, { id: 'import.columnNumber' })}</label>
            <select id="column-${index}" ?disabled=${!mayChange} @change=${(event: Event) => choose(index, ((event.target as HTMLSelectElement).value || null) as ImportField | null)}>
              <option value="" ?selected=${field === null}>${msg('Nicht übernehmen', { id: 'import.passOver' })}</option>
              ${importFields.map((known) => html`<option value=${known} ?selected=${known === field}>${importFieldLabel(known)}</option>`)}
            </select>
            ${example ? html`<span class="hint">${msg(str`z. B. ${example}`, { id: 'import.example' })}</span>` : nothing}
          </li>`)}
      </ul>
    </details>
  `;
}

function isJoined(field: ImportField | null): boolean {
  return field !== null && joinedImportFields.includes(field);
}

export const columnStyles = css`
  .columns { margin-top: 1rem; padding: 0.9rem 1.15rem; }
  .columns summary { cursor: pointer; }
  .columns summary h2 { display: inline; margin-inline-end: 0.6rem; }
  .columns ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.9rem 1.1rem; margin-top: 0.9rem; }
  .columns .hint { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .unread select { border-style: dashed !important; color: var(--wa-color-text-quiet) !important; }
`;

function importFieldLabel(field: ImportField): string {
  return {
    firstName: msg('Vorname', { id: 'importField.firstName' }),
    lastName: msg('Nachname', { id: 'importField.lastName' }),
    name: msg('Name (Vor- und Nachname)', { id: 'importField.name' }),
    company: msg('Firma', { id: 'importField.company' }),
    phone: msg('Handy / Telefon', { id: 'importField.phone' }),
    email: msg('E-Mail', { id: 'importField.email' }),
    street: msg('Straße', { id: 'importField.street' }),
    postalCode: msg('PLZ', { id: 'importField.postalCode' }),
    city: msg('Ort', { id: 'importField.city' }),
    licensePlate: msg('Kennzeichen', { id: 'importField.licensePlate' }),
    makeModel: msg('Marke und Modell', { id: 'importField.makeModel' }),
    vin: msg('FIN', { id: 'importField.vin' }),
    firstRegistration: msg('Erstzulassung', { id: 'importField.firstRegistration' }),
    insurer: msg('Versicherer', { id: 'importField.insurer' }),
    policyNumber: msg('Versicherungsschein-Nr.', { id: 'importField.policyNumber' }),
    claimNumber: msg('Schadennummer', { id: 'importField.claimNumber' }),
    category: msg('Art des Schadens', { id: 'importField.category' }),
    language: msg('Sprache', { id: 'importField.language' }),
  }[field];
}
