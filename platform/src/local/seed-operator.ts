import { inviteOperator, listOperators } from '@meldewerk/tenants/operators';
import { setOperatorPassword } from '../operator/set-operator-password.ts';
import type { Services } from '../services.ts';

/** Who can sign in to the console of a local start. */
export const demoOperator = { email: 'betreiberin@meldewerk.example', name: 'Erika Betreiberin', password: 'meldewerk-betreiben' };

/** As the command and the link it prints would do it, unless somebody has the address. */
export async function seedOperator(services: Services): Promise<void> {
  const { email, name, password } = demoOperator;
  if ((await listOperators(services.db)).some((operator) => operator.email === email)) return;
  const { token } = await inviteOperator(services.db, { now: services.clock.now(), newId: services.newId }, { email, name });
  await setOperatorPassword(services, { token, password }, '127.0.0.1');
}
