/** What came of a call that did not work. `passing`: trying again may help. `missing`: there is no such resource. */
export type ChargebeeFailure = { kind: 'passing' | 'refused' | 'missing'; code: string; param: string | null };

/**
 * Reads what Chargebee's client throws: plain objects for answers in JSON, errors for everything else (no line, no JSON, its
 * own time-out). Never carries the vendor's sentence on, which may repeat personal data.
 */
export function toChargebeeFailure(thrown: unknown): ChargebeeFailure {
  const { http_status_code: status, api_error_code: code, type, param } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Record<string, unknown>;
  const name = typeof code === 'string' && /^[a-z_]{1,60}$/.test(code) ? code : typeof type === 'string' && /^[a-z_]{1,60}$/.test(type) ? type : 'unreachable';
  const kind = status === 404 ? 'missing' : typeof status === 'number' && status >= 400 && status < 500 && status !== 429 && status !== 408 ? 'refused' : 'passing';
  return { kind, code: name, param: typeof param === 'string' && /^[a-z_[\]0-9]{1,60}$/.test(param) ? param : null };
}
