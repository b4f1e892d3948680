const storageKey = 'rehome-token';

/**
 * The key that the browser host handed over in the fragment of its link (`#token=…`). It is moved to this tab's session storage
 * and wiped from the address, so that it is in no history and no bookmark. Null when the page was opened without it.
 */
export function takeToken(): string | null {
  const fragment = new URLSearchParams(globalThis.location.hash.slice(1));
  const handed = fragment.get('token');
  if (handed !== null && /^[A-Za-z0-9_-]{20,100}$/u.test(handed)) {
    globalThis.sessionStorage.setItem(storageKey, handed);
    fragment.delete('token');
    const rest = fragment.toString();
    const { pathname, search } = globalThis.location;
    globalThis.history.replaceState(null, '', `${pathname}${search}${rest === '' ? '' : `#${rest}`}`);
  }
  return globalThis.sessionStorage.getItem(storageKey);
}
