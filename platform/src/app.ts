import type { LocalizedText } from '@meldewerk/contract/language';
import { readHost } from '@meldewerk/tenants/read-host';
import { Hono } from 'hono';
import { catalogues } from './catalogues/routes.ts';
import { deliveries } from './deliveries/routes.ts';
import { mailWebhooks, smsWebhooks } from './deliveries/webhook-routes.ts';
import { documents } from './documents/routes.ts';
import { drafts } from './drafts/routes.ts';
import { draftForms } from './forms/draft-form-routes.ts';
import { formLibrary } from './forms/library-routes.ts';
import { reportForms } from './forms/report-form-routes.ts';
import { reportExports } from './exports/report-routes.ts';
import { handling } from './handling/routes.ts';
import { workflow } from './handling/workflow-routes.ts';
import { health } from './http/health.ts';
import { describeError } from './http/logger.ts';
import { openapi } from './http/openapi.ts';
import { ProblemError, problemResponse } from './http/problem.ts';
import { requestContext } from './http/request-context.ts';
import type { AppEnv } from './http/scope.ts';
import { contentPolicies, securityHeaders } from './http/security-headers.ts';
import { tenantScope } from './http/tenant-scope.ts';
import { toUnavailable } from './http/unavailable.ts';
import { widgetCors } from './http/widget-cors.ts';
import { links } from './links/link-routes.ts';
import { preparations } from './links/preparation-routes.ts';
import { imports } from './imports/routes.ts';
import type { LiveHub } from './live/hub.ts';
import { createLiveRoutes } from './live/routes.ts';
import { overview } from './overview/routes.ts';
import { messages } from './messages/routes.ts';
import { partnerPages } from './partner-pages/routes.ts';
import { partnerRoutes } from './partners/routes.ts';
import { draftPhotos } from './photos/draft-photo-routes.ts';
import { staffPhotos } from './photos/photo-routes.ts';
import { createUploadRoutes } from './photos/upload-routes.ts';
import { presence } from './presence/routes.ts';
import { reminders } from './reminders/routes.ts';
import { reports } from './reports/routes.ts';
import { submissions } from './reports/submission-routes.ts';
import type { Services } from './services.ts';
import { landingPage } from './site/landing-page.ts';
import { pageFiles } from './site/page-files.ts';
import { problemPage, wantsPage } from './site/problem-page.ts';
import { site } from './site/routes.ts';
import { staff } from './staff/routes.ts';
import { statusFiles } from './status-pages/file-routes.ts';
import { statusMessages } from './status-pages/message-routes.ts';
import { statusPages } from './status-pages/routes.ts';
import { withdrawalPages } from './withdrawals/page-routes.ts';
import { withdrawals } from './withdrawals/routes.ts';
import { support } from './support/routes.ts';

export type AppExtras = {
  /** Hosts that are no tenants, such as the simulators' page in a local start: label → what answers there. */
  hosts: Record<string, (request: Request) => Response | Promise<Response>>;
  landingLinks: { href: string; label: LocalizedText }[];
};

/** The whole HTTP surface: context and headers, then by host the installation's own pages or a tenant's sub-apps. */
export function createApp(services: Services, live: LiveHub, extras: AppExtras = { hosts: {}, landingLinks: [] }): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const extraHosts = new Map(Object.entries(extras.hosts));

  app.onError((thrown, c) => {
    const error = thrown instanceof ProblemError ? thrown : (toUnavailable(thrown) ?? new ProblemError('internal'));
    const requestId = c.get('requestId') ?? services.newId();
    const language = c.get('language') ?? 'de';
    if (!(thrown instanceof ProblemError)) services.log.error({ requestId, ...describeError(thrown) }, 'request failed');
    return wantsPage(c.req.raw) ? problemPage(error, language, requestId) : problemResponse(error, language, requestId);
  });
  app.notFound(() => {
    throw new ProblemError('notFound');
  });

  app.use(securityHeaders(services.config));
  app.use(requestContext(services));
  app.use(async (c, next) => {
    const meaning = readHost(c.var.host, services.config.http.baseDomain);
    const answer = meaning.kind === 'label' ? extraHosts.get(meaning.label) : undefined;
    if (answer) return answer(c.req.raw);
    if (meaning.kind !== 'apex' || c.req.path !== '/') return next();
    return c.html(await landingPage(c.var.language, extras.landingLinks), 200, { 'content-security-policy': contentPolicies.page });
  });
  app.route('/', health);
  app.route('/', pageFiles);
  app.route('/', openapi(app));
  app.route('/', mailWebhooks);
  app.route('/', documents);

  app.use(tenantScope);
  app.use('/api/site', widgetCors);
  app.use('/api/catalogues/*', widgetCors);
  app.use('/api/drafts/*', widgetCors);
  app.use('/api/uploads', widgetCors);
  app.use('/api/uploads/*', widgetCors);
  app.on(['POST', 'OPTIONS'], '/api/reports', widgetCors);
  app.route('/', site);
  app.route('/', catalogues);
  app.route('/', drafts);
  app.route('/', draftPhotos);
  app.route('/', createUploadRoutes(services));
  app.route('/', submissions);
  app.route('/', staff);
  app.route('/', createLiveRoutes(live));
  app.route('/', staffPhotos);
  app.route('/', draftForms);
  app.route('/', formLibrary);
  app.route('/', reportForms);
  app.route('/', reports);
  app.route('/', partnerRoutes);
  app.route('/', partnerPages);
  app.route('/', preparations);
  app.route('/', links);
  app.route('/', handling);
  app.route('/', workflow);
  app.route('/', presence);
  app.route('/', messages);
  app.route('/', statusPages);
  app.route('/', statusMessages);
  app.route('/', statusFiles);
  app.route('/', withdrawals);
  app.route('/', withdrawalPages);
  app.route('/', deliveries);
  app.route('/', reportExports);
  app.route('/', reminders);
  app.route('/', imports);
  app.route('/', smsWebhooks);
  app.route('/', overview);
  app.route('/', support);
  return app;
}
