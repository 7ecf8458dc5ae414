import type { HttpBindings } from '@hono/node-server';
import type { Account } from '@meldewerk/billing/account/find-account';
import type { Billing } from '@meldewerk/billing/billing';
import type { Language, StaffLanguage } from '@meldewerk/contract/language';
import type { OperatorSession } from '@meldewerk/contract/operator';
import type { StaffRole } from '@meldewerk/contract/staff';
import type { Tenant } from '@meldewerk/tenants/find';
import type { Services } from '../services.ts';

/** Who asks, and on whose premises: what every verb gets first. */
export type Scope = {
  services: Services;
  tenant: Tenant;
  /** For texts that exist in the two of staff alone. */
  language: StaffLanguage;
  /** What who asks speaks, for texts that customers read. */
  spoken: Language;
  requestId: string;
};

export type StaffMember = { id: string; name: string; email: string; role: StaffRole; language: StaffLanguage };

/** A scope with a signed-in staff member of that same tenant. */
export type StaffScope = Scope & { staff: StaffMember };

/** A scope with the customer of one report, who has shown to know the vehicle or the name. */
export type CustomerScope = Scope & { reportId: string };

/** Somebody signed in on the billing portal: who reads mail to this accounting address. */
export type HolderScope = { services: Services; billing: Billing; email: string };

/** A scope with the account of a workshop that this address pays for at this moment. */
export type AccountScope = HolderScope & { account: Account };

/** Somebody signed in to the operator's console. */
export type OperatorScope = { services: Services; operator: OperatorSession };

export type AppEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    services: Services;
    requestId: string;
    language: StaffLanguage;
    spoken: Language;
    /** The peer's address, or what a configured proxy says it is. */
    clientAddress: string;
    /** Host as the client named it, or as a configured proxy says. */
    host: string;
    scope: Scope;
    staffScope: StaffScope;
    customerScope: CustomerScope;
    billing: Billing;
    holderScope: HolderScope;
    accountScope: AccountScope;
    operatorScope: OperatorScope;
  };
};
