import type { Answer, AnswerOf, RequestOf } from '#core/contract/bridge.ts';
import type { HostCallName } from '#core/contract/calls.ts';
import { fail } from '#core/base/result.ts';
import { parseAnswer } from '#core/contract/schemas.ts';
import { bridgeText } from '#text/bridge.ts';
import { madeInSlices } from './in-slices.ts';

/** A call to the browser host. */
export type HostCall = <Name extends HostCallName>(
  name: Name,
  request: RequestOf<Name>,
) => Promise<Answer<AnswerOf<Name>>>;

/** A text is written so many characters at a time. */
const pieceLength = 2 ** 18;

/** The end of a piece that begins at `from`: never between the two halves of a character. */
function endOfPiece(text: string, from: number): number {
  const end = Math.min(from + pieceLength, text.length);
  const last = text.charCodeAt(end - 1);
  return end < text.length && last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}

/** The JSON of a request in pieces: a text in it can be a whole plan. */
function* toBodyPieces(request: unknown): Generator<string> {
  if (typeof request !== 'object' || request === null) {
    yield JSON.stringify(request);
    return;
  }
  let before = '{';
  for (const [key, value] of Object.entries(request)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    before = ',';
    if (typeof value !== 'string') {
      yield JSON.stringify(value);
      continue;
    }
    yield '"';
    for (let from = 0; from < value.length; from = endOfPiece(value, from))
      yield JSON.stringify(value.slice(from, endOfPiece(value, from))).slice(1, -1);
    yield '"';
  }
  yield before === '{' ? '{}' : '}';
}

/** The body of a request. A blob is sent by the browser beside the page; a text would hold the page up while it is copied. */
async function toBody(request: unknown): Promise<Blob> {
  return new Blob([...(await madeInSlices(toBodyPieces(request)))]);
}

/** Calls go as POST with JSON and the token in a header of its own; without a token nothing is sent. */
export function makeHostCall(token: string | null): HostCall {
  return async (name, request) => {
    if (token === null) return fail({ code: 'no-token', message: bridgeText.noToken });
    try {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Rehome-Token': token },
        body: await toBody(request),
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
