import { reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import type { LocalizedText } from '@meldewerk/contract/language';
import type { ReportEvent } from '@meldewerk/contract/report';
import { labelOfStatus, type Workflow } from '@meldewerk/contract/workflow';
import { eventLabels } from '../event-labels.ts';
import type { WriteSection } from '../section.ts';

const actors = { customer: { de: 'Kunde', en: 'Customer' }, staff: { de: 'Mitarbeiter', en: 'Staff' }, system: { de: 'System', en: 'System' } };

/** Every event with its link in the chain, oldest first. */
export const writeHistory: WriteSection = ({ report: { events }, workflow }) => ({
  title: { de: 'Verlauf', en: 'History' },
  parts: [
    {
      kind: 'note',
      text: {
        de: 'Die Einträge sind verkettet: In die Prüfsumme (SHA-256) jedes Eintrags geht die des vorigen ein. Wer einen Eintrag nachträglich ändert, entfernt oder einfügt, ändert alle Prüfsummen danach.',
        en: 'The entries form a chain: the checksum (SHA-256) of each includes that of the one before. Whoever changes, removes or inserts an entry afterwards changes every checksum after it.',
      },
    },
    {
      kind: 'table',
      columns: [
        { label: { de: 'Nr.', en: 'No.' }, share: 0.05 }, { label: { de: 'Zeit', en: 'Time' }, share: 0.2 }, { label: { de: 'Was', en: 'What' }, share: 0.24 },
        { label: { de: 'Wer', en: 'Who' }, share: 0.16 }, { label: { de: 'Prüfsumme', en: 'Checksum' }, share: 0.35, small: true },
      ],
      rows: events.map(({ sequence, at, type, actor, data, hash }) => [sequence, { instant: at }, whatHappened(type, data, workflow), actor.name ?? actors[actor.kind], hash]),
    },
  ],
});

/** A change of state names the state it came to. */
function whatHappened(type: ReportEvent['type'], data: ReportEvent['data'], workflow: Workflow): LocalizedText {
  const to = reportStatuses.find((status): status is ReportStatus => status === data['to']);
  if (type !== 'statusChanged' || !to) return eventLabels[type];
  const label = labelOfStatus(workflow, to);
  return { de: `${eventLabels[type].de}: ${label.de}`, en: `${eventLabels[type].en}: ${label.en}` };
}
