/** Ways in which a page can try to leave, each run inside the page. */
export const waysOut: Readonly<Record<string, () => void>> = {
  'an address': () => globalThis.location.assign('https://example.com/'),
  'a replaced address': () => globalThis.location.replace('https://example.com/'),
  'a data address': () => globalThis.location.assign('data:text/html,<h1>x</h1>'),
  'a file address': () => globalThis.location.assign('file:///etc/hosts'),
  'a new window': () => void globalThis.open('https://example.com/'),
  'an empty new window': () => {
    globalThis.open('about:blank')?.document.write('<h1>x</h1>');
  },
  'a link': () => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    document.body.append(link);
    link.click();
  },
  'a link with a target': () => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
  },
  'a middle click': () => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    document.body.append(link);
    link.dispatchEvent(new MouseEvent('click', { button: 1, ctrlKey: true, bubbles: true }));
  },
  'a dropped address': () => {
    const data = new DataTransfer();
    data.setData('text/uri-list', 'https://example.com/');
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  },
  'a form': () => {
    const form = document.createElement('form');
    form.action = 'https://example.com/';
    document.body.append(form);
    form.submit();
  },
  'a refresh': () => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = '0;url=https://example.com/';
    document.head.append(meta);
  },
};

/** Spellings of paths that lead out of the folder of the page, or to what is no file in it. */
export const pathsOut: readonly string[] = [
  '/../package.json',
  '/..%2fpackage.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e%2f%2e%2e%2fpackage.json',
  '/%2e%2e/package.json',
  '/%2e%2e%2fpackage.json',
  '/%2e%2e%5cpackage.json',
  '/..%5cpackage.json',
  '/..\\package.json',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/....//package.json',
  '/./../package.json',
  '//package.json',
  '///etc/passwd',
  '/%2fetc/passwd',
  '/.%00./package.json',
  '/index.html%00',
  '/index.html%00.js',
  '/%252e%252e/package.json',
  '/%25%32%65%25%32%65/package.json',
  '/%c0%ae%c0%ae/package.json',
  '/．．/package.json',
  '/%ef%bc%8e%ef%bc%8e/package.json',
  '/assets/;/../../package.json',
  '/..;/package.json',
  '/etc/passwd',
  '/assets',
  '/assets/',
  '/.hidden',
  '/index.html/x',
];

/** Tries in the page what its policy forbids, and answers the names of what worked. */
export async function tryForbidden(): Promise<string[]> {
  const worked: string[] = [];
  const attempt = (name: string, work: () => unknown): void => {
    try {
      work();
      worked.push(name);
    } catch {
      // Refused, as it has to be.
    }
  };
  // In a callback of its own: what the test runner itself evaluates is allowed more than the page is.
  await new Promise<void>((resolve) => {
    setTimeout(() => {
      attempt('eval', () => Reflect.apply(Reflect.get(globalThis, 'eval') as () => void, null, ['1']));
      attempt('new Function', () => Reflect.construct(Function, ['return 1']));
      resolve();
    });
  });
  attempt('inner markup', () => {
    document.createElement('div').innerHTML = '<b>x</b>';
  });
  attempt('a policy of its own', () => {
    const types: unknown = Reflect.get(globalThis, 'trustedTypes');
    (types as { createPolicy: (name: string, rules: object) => void }).createPolicy('other', {});
  });
  const script = document.createElement('script');
  try {
    script.textContent = 'globalThis.inlineScriptRan = true';
    document.head.append(script);
  } catch {
    // Trusted Types say no before the policy of scripts is asked.
  }
  if (Reflect.get(globalThis, 'inlineScriptRan') === true) worked.push('inline script');
  const style = document.createElement('style');
  style.textContent = 'body { outline: 7px solid red }';
  document.head.append(style);
  if (getComputedStyle(document.body).outlineWidth === '7px') worked.push('inline style');
  style.remove();
  // A remote address fails without a network too; that it was the policy is told by the event.
  const said: string[] = [];
  document.addEventListener('securitypolicyviolation', (event) => said.push(event.effectiveDirective));
  await fetch('https://example.com/').catch(() => {});
  const image = new Image();
  await new Promise((resolve) => {
    image.addEventListener('load', resolve);
    image.addEventListener('error', resolve);
    image.src = 'https://example.com/x.png';
  });
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
  if (!said.includes('connect-src')) worked.push('remote fetch');
  if (!said.includes('img-src')) worked.push('remote image');
  return worked;
}

/** The names of the permissions that a page may ask for. */
export const permissionNames: readonly string[] = [
  'clipboard-read',
  'media',
  'mediaKeySystem',
  'display-capture',
  'geolocation',
  'notifications',
  'midi',
  'midiSysex',
  'pointerLock',
  'fullscreen',
  'openExternal',
  'window-management',
  'unknown',
  'fileSystem',
  'hid',
  'serial',
  'usb',
  'idle-detection',
  'storage-access',
  'top-level-storage-access',
];

/** Addresses that may not be opened outside of Rehome. */
export const hostileAddresses: readonly string[] = [
  'http://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:a@example.com',
  'https://user@example.com/',
  'https://user:pass@example.com/',
  'https://',
  'https:///x',
  'https:example.com',
  '//example.com',
  'https://exa mple.com/',
  'https://example.com\\@evil.example/',
  'https://example.com/\n',
  '\thttps://example.com/',
  'https://example.com\u0000/',
  'smb://x/y',
  'ms-settings:',
  'app://rehome/',
  'about:blank',
  'blob:https://example.com/x',
  'https://[::1]/',
  'https://exаmple.com/',
  `https://example.com/${'a'.repeat(3000)}`,
  '',
];
