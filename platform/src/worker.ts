import { EventEmitter } from 'node:events';
import { Logger as QueueLogger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { idSchema } from '@meldewerk/contract/identifier';
import * as v from 'valibot';
import { makeAccidentDocument } from './accident-statements/make-document.ts';
import { holderTasks } from './billing/holder-jobs.ts';
import { billingCron, billingTasks } from './billing/jobs.ts';
import { publishDefaultCatalogue } from './catalogues/publish-default.ts';
import { announceWithdrawal } from './deliveries/announce-withdrawal.ts';
import { deliver } from './deliveries/deliver.ts';
import { fallBackToMail } from './deliveries/fall-back-to-mail.ts';
import { fanOut } from './deliveries/fan-out.ts';
import { describeError } from './http/logger.ts';
import { makeExport } from './exports/make-export.ts';
import { sendImport } from './imports/send-import.ts';
import { processPhoto } from './photos/process-photo.ts';
import { recoverQueue } from './queue-recovery.ts';
import type { Services } from './services.ts';
import { settlePhotoItem } from './missing-items/settle-items.ts';
import { remindOfItems } from './reminders/remind-of-items.ts';
import { remindOfLinks } from './reminders/remind-of-links.ts';
import { followDueRules } from './rules/follow-due-rules.ts';
import { awaitRules, followRules } from './rules/follow-rules.ts';
import { remindOfProposals } from './reminders/remind-of-proposals.ts';
import { sendPasswordReset } from './staff/send-password-reset.ts';
import { sweep } from './sweep.ts';

/** Runs the jobs that requests have put into the queue. `queueUrl` is the owner's: the queue's tables are its alone. */
export async function startWorker(services: Services, queueUrl: string): Promise<{ stop(): Promise<void> }> {
  const recovery = await recoverQueue(queueUrl, services.log);
  const events: WorkerEvents = new EventEmitter();
  recovery.watch(events);
  const runner = await run({
    events,
    connectionString: queueUrl,
    concurrency: 8,
    maxPoolSize: 10,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: tasks(services),
    parsedCronItems: parseCronItems([
      { task: 'sweep', match: '17 * * * *', options: { backfillPeriod: 0 } },
      { task: 'remind-of-proposals', match: '3,13,23,33,43,53 * * * *', options: { backfillPeriod: 0 } },
      { task: 'remind-of-links', match: '*/10 * * * *', options: { backfillPeriod: 0 } },
      { task: 'follow-due-rules', match: '*/10 * * * *', options: { backfillPeriod: 0 } },
      { task: 'remind-of-items', match: '5,15,25,35,45,55 * * * *', options: { backfillPeriod: 0 } },
      ...billingCron,
    ]),
    logger: new QueueLogger(() => (level, message) => {
      if (level === 'error') services.log.error({ errorName: 'queue' }, message.slice(0, 80).replace(/\{.*$/s, ''));
    }),
  });
  // This release may bring another catalogue; one process does it for all.
  await runner.addJob('publish-default-catalogue', {}, { jobKey: 'publish-default-catalogue' });
  return {
    async stop() {
      await runner.stop();
      await recovery.stop();
    },
  };
}

/** The jobs by name; each checks its payload and throws for the queue to try again. */
export function tasks(services: Services): TaskList {
  return {
    'fan-out': task(v.object({ tenantId: idSchema, reportId: idSchema, sequence: v.number() }), async (payload) => {
      await fanOut(services, payload);
      await awaitRules(services, payload);
    }),
    'follow-rules': task(v.object({ tenantId: idSchema, reportId: idSchema }), (payload) => followRules(services, payload)),
    'follow-due-rules': task(v.unknown(), () => followDueRules(services)),
    'announce-withdrawal': task(v.object({ tenantId: idSchema, declarationId: idSchema }), (payload) => announceWithdrawal(services, payload)),
    deliver: task(v.object({ tenantId: idSchema, deliveryId: idSchema }), (payload) => deliver(services, payload)),
    'fall-back-to-mail': task(v.object({ tenantId: idSchema, deliveryId: idSchema }), (payload) => fallBackToMail(services, payload)),
    'process-photo': task(v.object({ tenantId: idSchema, photoId: idSchema }), async (payload) => {
      await processPhoto(services, payload);
      await settlePhotoItem(services, payload);
    }),
    'make-accident-statement': task(v.object({ tenantId: idSchema, statementId: idSchema }), (payload) => makeAccidentDocument(services, payload)),
    'publish-default-catalogue': task(v.unknown(), () => publishDefaultCatalogue(services)),
    'make-export': task(v.object({ tenantId: idSchema, exportId: idSchema }), (payload) => makeExport(services, payload)),
    'send-import': task(v.object({ tenantId: idSchema, importId: idSchema }), (payload) => sendImport(services, payload)),
    'send-password-reset': task(v.object({ tenantId: idSchema, staffUserId: idSchema }), (payload) => sendPasswordReset(services, payload)),
    'remind-of-links': task(v.unknown(), () => remindOfLinks(services)),
    'remind-of-items': task(v.unknown(), () => remindOfItems(services)),
    'remind-of-proposals': task(v.unknown(), () => remindOfProposals(services)),
    sweep: task(v.unknown(), () => sweep(services)),
    ...billingTasks(services, task),
    ...holderTasks(services, task),
  };

  function task<Schema extends v.GenericSchema>(schema: Schema, work: (payload: v.InferOutput<Schema>) => Promise<unknown>): TaskList[string] {
    return async (payload, { job }) => {
      try {
        await work(v.parse(schema, payload));
      } catch (error) {
        services.log.error({ jobId: String(job.id), task: job.task_identifier, attempt: job.attempts, ...describeError(error) }, 'job failed');
        // What the queue stores of a failure must not carry SQL or personal data either.
        throw new Error(`${job.task_identifier} failed`);
      }
    };
  }
}
