import type { Answer, AnswerOf, RequestOf } from '#core/contract/bridge.ts';
import type { HostCallName } from '#core/contract/calls.ts';
import { fail } from '#core/base/result.ts';
import { parseAnswer } from '#core/contract/schemas.ts';
import { bridgeText } from '#text/bridge.ts';

/** A call to the browser host. */
export type HostCall = <Name extends HostCallName>(
  name: Name,
  request: RequestOf<Name>,
) => Promise<Answer<AnswerOf<Name>>>;

/** Calls go as POST with JSON and the token in a header of its own; without a token nothing is sent. */
export function makeHostCall(token: string | null): HostCall {
  return async (name, request) => {
    if (token === null) return fail({ code: 'no-token', message: bridgeText.noToken });
    try {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Rehome-Token': token },
        body: JSON.stringify(request),
        credentials: 'omit',
        redirect: 'error',
      });
      if (response.status === 401) return fail({ code: 'no-token', message: bridgeText.noToken });
      return parseAnswer(name, await response.json());
    } catch {
      return fail({ code: 'unreachable', message: bridgeText.unreachable });
    }
  };
}
