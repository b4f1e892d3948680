/** A value as it crosses between the processes: structured clone types only, everything else throws as in Electron. */
export type Wire = { readonly t: string; readonly v?: unknown };

const notCloneable = 'An object could not be cloned.';

/** Encodes a value of the main process. */
export function encode(value: unknown): Wire {
  if (value === undefined) return { t: 'undefined' };
  if (value === null || typeof value === 'string' || typeof value === 'boolean')
    return { t: 'plain', v: value };
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { t: 'plain', v: value } : { t: 'number', v: String(value) };
  }
  if (typeof value === 'bigint') return { t: 'bigint', v: String(value) };
  if (typeof value === 'function' || typeof value === 'symbol' || value instanceof Promise) {
    throw new Error(notCloneable);
  }
  if (value instanceof Date) return { t: 'date', v: value.getTime() };
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return { t: 'bytes', v: bytes.toString('base64') };
  }
  if (Array.isArray(value)) return { t: 'array', v: value.map(encode) };
  return { t: 'object', v: Object.entries(value).map(([key, part]) => [key, encode(part)]) };
}

/** Decodes what the page sent. */
export function decode(wire: Wire): unknown {
  switch (wire.t) {
    case 'undefined':
      return undefined;
    case 'plain':
      return wire.v;
    case 'number':
      return Number(wire.v);
    case 'bigint':
      return BigInt(String(wire.v));
    case 'date':
      return new Date(Number(wire.v));
    case 'bytes':
      return new Uint8Array(Buffer.from(String(wire.v), 'base64'));
    case 'array':
      return (wire.v as Wire[]).map(decode);
    case 'object':
      return Object.fromEntries((wire.v as [string, Wire][]).map(([key, part]) => [key, decode(part)]));
    default:
      throw new Error(`electron-double: ${wire.t} on the wire`);
  }
}
