import { registerDamageReport } from './register.ts';

registerDamageReport();
