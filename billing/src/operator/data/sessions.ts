import { operatorSessionSchema, type OperatorSession } from '@meldewerk/contract/operator';
import { request, requestJson } from '@meldewerk/shell/request';

const url = '/api/operator/sessions';

export function fetchSession(): Promise<OperatorSession> {
  return requestJson(operatorSessionSchema, 'GET', `${url}/current`);
}

export function beginSession(email: string, password: string): Promise<OperatorSession> {
  return requestJson(operatorSessionSchema, 'POST', url, { body: { email, password } });
}

export async function endSession() {
  await request('DELETE', `${url}/current`);
}

/** With the link of the command, once; every session of the person ends. */
export async function setPassword(token: string, password: string) {
  await request('POST', '/api/operator/passwords', { body: { token, password } });
}
