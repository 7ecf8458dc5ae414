import { safetyQuestions } from '@meldewerk/contract/safety-advice';
import { safetyAdviceLabels, safetyAnswerLabels, safetyQuestionLabels } from '@meldewerk/contract/safety-labels';
import type { Fact, WriteSection } from '../section.ts';

export const writeSafety: WriteSection = ({ report: { safety } }) =>
  safety && {
    title: { de: 'Weiterfahren', en: 'Driving on' },
    parts: [{
      kind: 'facts',
      facts: [
        [{ de: 'Einschätzung', en: 'Advice given' }, safety.advice && safetyAdviceLabels[safety.advice]],
        ...safetyQuestions.flatMap((question): Fact[] => (safety.answers[question] ? [[safetyQuestionLabels[question], safetyAnswerLabels[safety.answers[question]]]] : [])),
      ],
    }],
  };
