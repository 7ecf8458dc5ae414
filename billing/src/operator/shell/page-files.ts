/** The file of each page, loaded when it is first shown. */
export const pageFiles = {
  'message': () => import('../pages/message-page.ts'),
  'sign-in': () => import('../pages/sign-in/sign-in-page.ts'),
  'password': () => import('../pages/sign-in/password-page.ts'),
  'workshops': () => import('../pages/workshops/workshops-page.ts'),
  'new-workshop': () => import('../pages/workshops/new-workshop-page.ts'),
  'workshop': () => import('../pages/workshop/workshop-page.ts'),
  'events': () => import('../pages/events/events-page.ts'),
  'event': () => import('../pages/events/event-page.ts'),
  'figures': () => import('../pages/figures/figures-page.ts'),
} satisfies Record<string, () => Promise<unknown>>;

export type PageName = keyof typeof pageFiles;
