type Asked = { signInId: string; email: string; at: number };

const key = 'billing.signIn';
const validMs = 15 * 60_000;

/** The sign-in that was asked for in this tab: who looks into the mail and comes back finds the field for the code. */
export function askedSignIn(): Asked | null {
  const kept = sessionStorage.getItem(key);
  if (!kept) return null;
  const asked = JSON.parse(kept) as Asked;
  return Date.now() - asked.at < validMs ? asked : null;
}

export function keepAskedSignIn(asked: Asked) {
  sessionStorage.setItem(key, JSON.stringify(asked));
}

export function forgetAskedSignIn() {
  sessionStorage.removeItem(key);
}
