import type { Route } from '../router.ts';

export type PageName = Route['page'];

/** The file of each page, loaded when it is first shown. A page without one is not found, and no menu leads to it. */
export const pageFiles: Partial<Record<PageName, () => Promise<unknown>>> = {
  'overview': () => import('../pages/overview/overview-page.ts'),
  'reports': () => import('../pages/report-list/report-list-page.ts'),
  'report': () => import('../pages/report-detail/report-detail-page.ts'),
  'board': () => import('../pages/board/board-page.ts'),
  'calendar': () => import('../pages/calendar/calendar-page.ts'),
  'support': () => import('../pages/support/support-page.ts'),
  'forms': () => import('../pages/forms/form-list-page.ts'),
  'form': () => import('../pages/forms/form-page.ts'),
  'new-report': () => import('../pages/new-report/new-report-page.ts'),
  'preparation': () => import('../pages/new-report/new-report-page.ts'),
  'condition': () => import('../pages/condition/condition-page.ts'),
  'import': () => import('../pages/import/import-page.ts'),
  'appointment-settings': () => import('../pages/settings/appointment-settings-page.ts'),
  'templates': () => import('../pages/settings/templates-page.ts'),
  'workflow-settings': () => import('../pages/settings/workflow-settings-page.ts'),
  'rule-settings': () => import('../pages/settings/rule-settings-page.ts'),
  'reminder-settings': () => import('../pages/settings/reminder-settings-page.ts'),
  'ksr-settings': () => import('../pages/settings/ksr-settings-page.ts'),
  embedding: () => import('../pages/settings/embedding-page.ts'),
  'language-settings': () => import('../pages/settings/language-settings-page.ts'),
  'towing-settings': () => import('../pages/settings/towing-settings-page.ts'),
  'withdrawal-settings': () => import('../pages/settings/withdrawal-settings-page.ts'),
  'sign-in': () => import('../pages/account/sign-in-page.ts'),
  'forgotten-password': () => import('../pages/account/forgotten-password-page.ts'),
  'reset-password': () => import('../pages/account/reset-password-page.ts'),
  'not-found': () => import('../pages/message-page.ts'),
};
