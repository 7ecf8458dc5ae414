import { labelOfStatus } from '@meldewerk/contract/workflow';
import type { WriteSection } from '../section.ts';

const priorityLabels = { low: { de: 'Niedrig', en: 'Low' }, normal: { de: 'Normal', en: 'Normal' }, high: { de: 'Hoch', en: 'High' } };
const sourceLabels = { page: { de: 'Meldeseite', en: 'Reporting page' }, embed: { de: 'Website', en: 'Website' }, link: { de: 'Persönlicher Link', en: 'Personal link' } };

export const writeStatus: WriteSection = ({ report, workflow }) => {
  const { handling } = report;
  return {
    title: { de: 'Vorgang', en: 'Case' },
    parts: [{
      kind: 'facts',
      facts: [
        [{ de: 'Vorgangsnummer', en: 'Reference' }, report.reference],
        [{ de: 'Schadenart', en: 'Category' }, report.categoryLabel],
        [{ de: 'Vorbereitet', en: 'Prepared' }, report.preparedBy && { instant: report.preparedBy.at }],
        [{ de: 'Vorbereitet von', en: 'Prepared by' }, report.preparedBy?.staffName],
        [{ de: 'Eingang', en: 'Received' }, report.submittedAt && { instant: report.submittedAt }],
        [{ de: 'Gemeldet über', en: 'Came by' }, report.submittedAt && (report.source.origin ?? sourceLabels[report.source.kind])],
        [{ de: 'Status', en: 'Status' }, labelOfStatus(workflow, handling.status, handling.subStatus)],
        [{ de: 'Status seit', en: 'Status since' }, { instant: handling.statusSince }],
        [{ de: 'Zuständig', en: 'Assigned to' }, handling.assigneeName],
        [{ de: 'Dringlichkeit', en: 'Priority' }, priorityLabels[handling.priority]],
        [{ de: 'Stichwörter', en: 'Tags' }, handling.tags.join(', ')],
        [{ de: 'Frist', en: 'Due' }, handling.dueOn && { day: handling.dueOn }],
        [{ de: 'Nächster Schritt', en: 'Next step' }, handling.nextStep],
      ],
    }],
  };
};
