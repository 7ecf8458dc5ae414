// Apart from the schema, so that the widget does not carry it.

/** What decides whether a vehicle may be driven on, in the order in which it is asked: people first. */
export const safetyQuestions = ['injured', 'airbag', 'steering', 'fluids', 'tyre', 'lights', 'bonnet'] as const;
export type SafetyQuestion = (typeof safetyQuestions)[number];

/** `yes` is always the bad news: somebody is injured, the airbag has fired, the steering feels wrong, … */
export const safetyAnswers = ['yes', 'no', 'unknown'] as const;
export type SafetyAnswer = (typeof safetyAnswers)[number];
export type SafetyCheck = { [Question in SafetyQuestion]?: SafetyAnswer | undefined };

/**
 * `emergency`: call 112 first. `tow`: do not drive. `careful`: only at walking pace out of the way, or to the workshop by
 * daylight. `drive`: nothing speaks against it. Null while something is unanswered that could change it.
 */
export const safetyAdvices = ['emergency', 'tow', 'careful', 'drive'] as const;
export type SafetyAdvice = (typeof safetyAdvices)[number];

const forbidsDriving: readonly SafetyQuestion[] = ['airbag', 'steering', 'fluids', 'tyre'];

/** What the answers to `asked` mean. Somebody who is not sure is advised like somebody who saw it: not to drive. */
export function safetyAdvice(answers: SafetyCheck, asked: readonly SafetyQuestion[]): SafetyAdvice | null {
  const isBad = (question: SafetyQuestion) => asked.includes(question) && (answers[question] === 'yes' || answers[question] === 'unknown');
  if (asked.includes('injured') && answers.injured === 'yes') return 'emergency';
  if (forbidsDriving.some(isBad)) return 'tow';
  if (asked.some((question) => answers[question] === undefined)) return null;
  return isBad('lights') || isBad('bonnet') || isBad('injured') ? 'careful' : 'drive';
}
