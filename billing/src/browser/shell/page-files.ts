/** The file of each page, loaded when it is first shown. */
export const pageFiles = {
  'message': () => import('../pages/message-page.ts'),
  'sign-in': () => import('../pages/sign-in/sign-in-page.ts'),
  'link': () => import('../pages/sign-in/link-page.ts'),
  'confirm-email': () => import('../pages/company/confirm-email-page.ts'),
  'workshops': () => import('../pages/workshops-page.ts'),
  'setup': () => import('../pages/setup/setup-page.ts'),
  'overview': () => import('../pages/overview/overview-page.ts'),
  'invoices': () => import('../pages/invoices/invoices-page.ts'),
  'mandate': () => import('../pages/mandate/mandate-page.ts'),
  'mandate-change': () => import('../pages/mandate/mandate-change-page.ts'),
  'mandate-return': () => import('../pages/mandate/mandate-return-page.ts'),
  'plan': () => import('../pages/plan/plan-page.ts'),
  'usage': () => import('../pages/usage/usage-page.ts'),
  'company': () => import('../pages/company/company-page.ts'),
} satisfies Record<string, () => Promise<unknown>>;

export type PageName = keyof typeof pageFiles;
