const dayMs = 24 * 60 * 60 * 1000;

/** How long links and codes work, as the mails say it. */
export const signInMinutes = 15;
export const validityMs = { signIn: signInMinutes * 60_000, invitation: 14 * dayMs, emailChange: dayMs };

/** A session ends this long after it was last used, and after this long in any case. */
export const sessionIdleMs = dayMs / 2;
export const sessionMaxMs = 7 * dayMs;
