import { createHash } from 'node:crypto';
import { canonicalJson } from '../events/event-chain.ts';
import type { CheckedSubmission, LinkedPhoto } from './check-submission.ts';

/** What the chain says of a submission: no personal data, only the hash of what was sent, and the SHA-256 of every original photo. */
export function submittedFacts(submission: CheckedSubmission, content: object, photos: LinkedPhoto[], reference: string): Record<string, unknown> {
  return {
    catalogueVersion: submission.catalogueVersion,
    category: submission.category,
    contentSha256: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    language: submission.language,
    photos: photos.map((photo) => ({ id: photo.id, sha256: photo.sha256, shotId: photo.shotId })),
    privacyTextSha256: createHash('sha256').update(submission.privacyText).digest('hex'),
    reference,
  };
}
