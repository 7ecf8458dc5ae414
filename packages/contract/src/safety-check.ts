import * as v from 'valibot';
import { safetyAnswers, safetyQuestions, type SafetyQuestion } from './safety-advice.ts';

export const safetyCheckSchema = v.partial(v.object(Object.fromEntries(safetyQuestions.map((question) => [question, v.picklist(safetyAnswers)])) as Record<SafetyQuestion, v.PicklistSchema<typeof safetyAnswers, undefined>>));
