interface TrustedPolicy {
  readonly createScriptURL: (url: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: TrustedPolicy) => TrustedPolicy;
}

function isPolicyFactory(value: unknown): value is PolicyFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}

/** Only files of this app's own origin can be a worker. */
const rules: TrustedPolicy = {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError('Not a worker of this app');
    return url;
  },
};

let policy: TrustedPolicy | null = null;

/** The address of one of the app's own workers, blessed by the page's only Trusted Types policy (`rehome-worker`). */
export function toWorkerUrl(url: string): string {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes');
  policy ??= isPolicyFactory(factory) ? factory.createPolicy('rehome-worker', rules) : rules;
  return policy.createScriptURL(url);
}
