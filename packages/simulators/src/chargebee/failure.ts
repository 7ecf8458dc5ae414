import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal in the words of Chargebee. Source: apidocs.chargebee.com/docs/api/error-handling. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: { message: string; type?: 'payment' | 'invalid_request' | 'operation_failed'; api_error_code: string; param?: string; http_status_code: number };
  constructor(status: number, code: string, message: string, { type, param }: { type?: 'payment' | 'invalid_request' | 'operation_failed'; param?: string } = {}) {
    super(message);
    this.status = status;
    this.body = { message, ...(type && { type }), api_error_code: code, ...(param !== undefined && { param }), http_status_code: status };
  }
}

export const notFound = (what: string, id: string, param?: string) => new Refusal(404, 'resource_not_found', `${what} ${id} not found`, { type: 'invalid_request', param });
export const wrongValue = (param: string, message: string) => new Refusal(400, 'param_wrong_value', `${param} : ${message}`, { type: 'invalid_request', param });
export const wrongState = (message: string) => new Refusal(400, 'invalid_state_for_request', message, { type: 'invalid_request' });

export function answerRefusal(c: Context, { status, body }: Refusal) {
  return c.json(body, status as ContentfulStatusCode);
}
