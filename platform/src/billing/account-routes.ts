import { requestEmailChange } from '@meldewerk/billing/account/change-email';
import { readAccount } from '@meldewerk/billing/account/read-account';
import { readUsage } from '@meldewerk/billing/account/read-usage';
import { saveProfile } from '@meldewerk/billing/account/save-profile';
import { cancelSubscription, keepSubscription } from '@meldewerk/billing/plans/cancel-subscription';
import { changePlan, previewPlan } from '@meldewerk/billing/plans/change-plan';
import { choosePlan } from '@meldewerk/billing/plans/choose-plan';
import { listPlans } from '@meldewerk/billing/plans/list-plans';
import { accountingEmailChangeSchema, billingAccountSchema, billingProfileSchema, cancellationSchema, planChoiceSchema, planPreviewSchema, plansSchema, usageSchema } from '@meldewerk/contract/billing';
import { Hono, type Context } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { AppEnv } from '../http/scope.ts';
import { accountOnly, holderOnly } from './holder-only.ts';

const emailChanges = limit('billing-email-change', 5, 600);
const previews = limit('billing-plan-preview', 30, 5);

const tags = ['Billing'];
const account = { 200: { description: 'The account as it stands', content: { 'application/json': { schema: resolver(billingAccountSchema) } } } };

/** What the account holder sees of one workshop's account, and changes in it. */
export const billingAccountRoutes = new Hono<AppEnv>()
  .get('/api/billing/plans', describeRoute({ tags, summary: 'What can be subscribed to', responses: { 200: { description: 'Active plans in euro', content: { 'application/json': { schema: resolver(plansSchema) } } } } }), holderOnly, async (c) =>
    c.json({ plans: await listPlans(c.var.billing) }),
  )
  .get('/api/billing/accounts/:tenantId', describeRoute({ tags, summary: 'One account', responses: account }), holderOnly, accountOnly, (c) => answerAccount(c))
  .put('/api/billing/accounts/:tenantId/profile', describeRoute({ tags, summary: 'Change company, billing address and VAT number', responses: account }), holderOnly, accountOnly, jsonBody(billingProfileSchema), async (c) => {
    await saveProfile(c.var.billing, c.var.accountScope.account, c.req.valid('json'));
    return answerAccount(c);
  })
  .put('/api/billing/accounts/:tenantId/choice', describeRoute({ tags, summary: 'Choose the plan to begin with', responses: { ...account, 409: { description: 'There is a subscription: change its plan' } } }), holderOnly, accountOnly, jsonBody(planChoiceSchema), async (c) => {
    await choosePlan(c.var.billing, c.var.accountScope.account, c.req.valid('json'));
    return answerAccount(c);
  })
  .put('/api/billing/accounts/:tenantId/email', describeRoute({ tags, summary: 'Ask for another accounting e-mail; it counts once it was confirmed from there', responses: account }), holderOnly, accountOnly, jsonBody(accountingEmailChangeSchema), async (c) => {
    await takeFrom(c.var.services, emailChanges, c.var.accountScope.account.tenantId);
    await requestEmailChange(c.var.billing, c.var.accountScope.account, c.req.valid('json').email);
    return answerAccount(c);
  })
  .post(
    '/api/billing/accounts/:tenantId/plan-previews',
    describeRoute({ tags, summary: 'What a change of plan would cost', responses: { 200: { description: 'As Chargebee reckons it', content: { 'application/json': { schema: resolver(planPreviewSchema) } } } } }),
    holderOnly,
    accountOnly,
    jsonBody(planChoiceSchema),
    async (c) => {
      await takeFrom(c.var.services, previews, c.var.accountScope.account.tenantId);
      return c.json(await previewPlan(c.var.billing, c.var.accountScope.account, c.req.valid('json')));
    },
  )
  .put('/api/billing/accounts/:tenantId/plan', describeRoute({ tags, summary: 'Change plan or quantity at once', responses: account }), holderOnly, accountOnly, jsonBody(planChoiceSchema), async (c) => {
    await changePlan(c.var.billing, c.var.accountScope.account, c.req.valid('json'));
    return answerAccount(c);
  })
  .post('/api/billing/accounts/:tenantId/cancellation', describeRoute({ tags, summary: 'End the subscription when what is paid for is over', responses: account }), holderOnly, accountOnly, jsonBody(cancellationSchema), async (c) => {
    await cancelSubscription(c.var.billing, c.var.accountScope.account, c.req.valid('json').reason);
    return answerAccount(c);
  })
  .delete('/api/billing/accounts/:tenantId/cancellation', describeRoute({ tags, summary: 'Take a cancellation back that has not taken effect', responses: account }), holderOnly, accountOnly, async (c) => {
    await keepSubscription(c.var.billing, c.var.accountScope.account);
    return answerAccount(c);
  })
  .get('/api/billing/accounts/:tenantId/usage', describeRoute({ tags, summary: 'Reports and links of the last twelve months', responses: { 200: { description: 'Month by month', content: { 'application/json': { schema: resolver(usageSchema) } } } } }), holderOnly, accountOnly, async (c) =>
    c.json(await readUsage(c.var.billing, c.var.accountScope.account)),
  );

async function answerAccount(c: Context<AppEnv>): Promise<Response> {
  return c.json(await readAccount(c.var.billing, c.var.accountScope.account));
}
