import type { Category } from '@meldewerk/contract/catalogue';
import { ask, option, shot, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';

export const leaseReturn: Category = {
  id: 'leaseReturn',
  icon: 'leaseReturn',
  label: text('Leasingrückgabe', 'Lease return'),
  hint: text('Schäden vor der Rückgabe ansehen lassen', 'Have damage looked at before you return the vehicle'),
  damageSpots: true,
  questions: [
    ask('returnDate', 'date', 'Wann geben Sie das Fahrzeug zurück?', 'When do you return the vehicle?', { required: true }),
    ...baseQuestions({
      date: text('Wann haben Sie die Schäden festgestellt?', 'When did you notice the damage?'),
      dateHelp: text('Wenn Sie es nicht mehr wissen, wählen Sie den heutigen Tag.', 'If you no longer know, choose today.'),
      place: text('Wo steht das Fahrzeug?', 'Where is the vehicle?'),
      description: text('Welche Schäden hat das Fahrzeug?', 'What damage does the vehicle have?'),
      descriptionHelp: text('Eine Zeile je Schaden genügt, zum Beispiel: Kratzer an der Tür hinten links.', 'One line for each is enough, for example: scratch on the rear left door.'),
    }),
    ask('damageZones', 'manyOf', 'Wo sind die Schäden?', 'Where is the damage?', {
      options: [
        option('front', 'Vorne', 'Front'),
        option('left', 'Links', 'Left side'),
        option('right', 'Rechts', 'Right side'),
        option('rear', 'Hinten', 'Rear'),
        option('roof', 'Dach', 'Roof'),
        option('glass', 'Scheiben oder Leuchten', 'Glass or lights'),
        option('wheels', 'Felgen oder Reifen', 'Rims or tyres'),
        option('interior', 'Innenraum', 'Interior'),
      ],
    }),
    ask('everReported', 'yesNo', 'Wurde einer der Schäden schon einmal gemeldet?', 'Has any of the damage been reported before?'),
    ask('lessor', 'text', 'Leasinggesellschaft', 'Leasing company', { maxLength: 120 }),
    ask('leaseContractNumber', 'text', 'Nummer des Leasingvertrags', 'Lease contract number', { maxLength: 60 }),
    ask('existingReport', 'yesNo', 'Gibt es schon ein Gutachten oder Rückgabeprotokoll?', 'Is there already an expert or return report?'),
    ask('itemsPresent', 'manyOf', 'Was ist vollständig vorhanden?', 'What is complete?', {
      options: [
        option('keys', 'Alle Schlüssel', 'All keys'),
        option('registration', 'Fahrzeugschein', 'Registration document'),
        option('serviceBook', 'Serviceheft oder Servicenachweis', 'Service book or record'),
        option('secondWheels', 'Zweiter Radsatz', 'Second set of wheels'),
        option('chargingCable', 'Ladekabel', 'Charging cable'),
      ],
    }),
    ask('wish', 'oneOf', 'Was wünschen Sie sich von uns?', 'What would you like us to do?', {
      options: [
        option('estimate', 'Erst einmal die Kosten schätzen', 'First estimate the costs'),
        option('smartRepair', 'Kleine Schäden günstig ausbessern', 'Touch up small damage at low cost'),
        option('fullRepair', 'Alles vollständig reparieren', 'Repair everything fully'),
      ],
    }),
  ],
  shots: [
    ...baseShots(),
    shot(
      'interior',
      text('Innenraum', 'Interior'),
      text('Fotografieren Sie Vorder- und Rücksitze durch die geöffneten Türen.', 'Photograph the front and rear seats through the open doors.'),
      { rule: 'expected', maxPhotos: 4 },
    ),
    shot(
      'wheels',
      text('Räder', 'Wheels'),
      text('Fotografieren Sie jedes Rad gerade von der Seite.', 'Photograph each wheel straight from the side.'),
      { rule: 'expected', maxPhotos: 4 },
    ),
    shot(
      'boot',
      text('Kofferraum', 'Boot'),
      text('Fotografieren Sie den leeren Kofferraum von hinten.', 'Photograph the empty boot from behind.'),
    ),
    shot(
      'keys',
      text('Schlüssel', 'Keys'),
      text('Legen Sie alle Schlüssel nebeneinander und fotografieren Sie sie zusammen.', 'Lay all keys side by side and photograph them together.'),
    ),
    shot(
      'papers',
      text('Papiere', 'Papers'),
      text('Fotografieren Sie Serviceheft und andere Papiere, die Sie zurückgeben.', 'Photograph the service book and other papers you return.'),
      { maxPhotos: 4, outline: 'document' },
    ),
    shot(
      'existingReport',
      text('Gutachten oder Protokoll', 'Existing report'),
      text('Fotografieren Sie jede Seite einzeln, flach und gut lesbar.', 'Photograph each page on its own, flat and easy to read.'),
      { rule: 'expected', maxPhotos: 8, outline: 'document', when: { fact: 'existingReport', is: true } },
    ),
  ],
};
