import type { AnsweredQuestion } from '@meldewerk/contract/report';
import type { Fact, Value, WriteSection } from '../section.ts';

export const writeAnswers: WriteSection = ({ report }) => {
  const facts: Fact[] = report.answers.map((answer) => [answer.label, valueOf(answer)]);
  if (!report.submittedAt && report.preparedIncidentDate) facts.unshift([{ de: 'Schadentag', en: 'Day of the damage' }, { day: report.preparedIncidentDate }]);
  return facts.length > 0 ? { title: { de: 'Schaden', en: 'Damage' }, parts: [{ kind: 'facts', facts }] } : null;
};

/** Days and money stay what they are; the rest reads as the customer gave it. */
function valueOf({ type, value, display }: AnsweredQuestion): Value {
  if (type === 'date' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return { day: value };
  if (type === 'money' && typeof value === 'number') return { cents: value };
  return display;
}
