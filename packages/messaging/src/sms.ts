import twilio from 'twilio';
import type { SendOutcome } from './send-outcome.ts';
import { readTwilioRefusal, readTwilioSilence } from './twilio-outcome.ts';
import { createTwilioClient, VendorRefusal, type TwilioAccount } from './twilio-client.ts';

/** `statusCallbackUrl`: where Twilio tells what became of it. */
export type OutgoingSms = { to: string; text: string; statusCallbackUrl?: string };
export type SendSms = (sms: OutgoingSms) => Promise<SendOutcome>;

/** `unknown`: the vendor could not be asked, so nothing is known about the message and it must not be repeated yet. */
export type LookUpOutcome = { kind: 'found'; vendorId: string } | { kind: 'notFound' } | { kind: 'unknown'; errorCode: string };
/** `others`: vendor ids of messages that are known to be something else, though they say the same. */
export type FindSentSms = (to: string, text: string, since: Date, others?: string[]) => Promise<LookUpOutcome>;

export type SmsChannel = { send: SendSms; findSent: FindSentSms };

/** One of the two: a number or alphanumeric sender of at most 11 characters, or a messaging service that picks its own. */
export type SmsSender = { from?: string; messagingServiceSid?: string };

/** Longest body Twilio takes. */
const maxTextLength = 1600;
/** Twilio's dates have whole seconds, and its clock is not ours. */
const clockToleranceMs = 60_000;
const lookUpLimit = 100;
const neverSent = ['failed', 'canceled'];

/**
 * SMS through Twilio. Never throws for a failure of the vendor or the network, never retries, and is done after `timeoutMs`.
 * Twilio has no idempotency key: after an `unknown` outcome ask `findSent` before sending again.
 */
export function createSendSms(settings: TwilioAccount & SmsSender): SmsChannel {
  const { from, messagingServiceSid } = settings;
  const client = createTwilioClient(settings);
  return {
    async send({ to, text, statusCallbackUrl: statusCallback }) {
      if (text.length > maxTextLength) return { kind: 'failed', permanent: true, errorCode: 'smsTooLong' };
      try {
        return readAccepted(await client.messages.create({ to, body: text, from, messagingServiceSid, statusCallback }));
      } catch (error) {
        return readFailure(error);
      }
    },
    async findSent(to, text, since, others = []) {
      try {
        // Not filtered by DateSent: a message still queued has none.
        const messages = await client.messages.list({ to, limit: lookUpLimit, pageSize: lookUpLimit });
        const earliest = since.getTime() - clockToleranceMs;
        const match = messages.find(
          (message) =>
            message.dateCreated.getTime() >= earliest &&
            // A trial account puts its own words in front.
            message.body.trim().endsWith(text.trim()) &&
            !others.includes(message.sid) &&
            !neverSent.includes(message.status),
        );
        return match ? { kind: 'found', vendorId: match.sid } : { kind: 'notFound' };
      } catch (error) {
        const failure = readFailure(error);
        return { kind: 'unknown', errorCode: failure.kind === 'sent' ? 'malformedAnswer' : failure.errorCode };
      }
    },
  };
}

/** Whether a status callback was signed by Twilio for this URL: the public one, never the one from the Host header. */
export function isSignedByTwilio(authToken: string, callback: { signature: string; url: string; params: Record<string, string> }): boolean {
  return twilio.validateRequest(authToken, callback.signature, callback.url, callback.params);
}

function readAccepted(message: { sid: string; status: string; errorCode: number | null }): SendOutcome {
  if (typeof message.sid !== 'string') return { kind: 'unknown', errorCode: 'malformedAnswer' };
  if (neverSent.includes(message.status)) return readTwilioRefusal({ status: 400, code: message.errorCode ?? null });
  return { kind: 'sent', vendorId: message.sid };
}

function readFailure(error: unknown): SendOutcome {
  if (error instanceof VendorRefusal) return readTwilioRefusal(error.refusal);
  if (error instanceof SyntaxError || error instanceof TypeError) return { kind: 'unknown', errorCode: 'malformedAnswer' };
  return readTwilioSilence(error);
}
