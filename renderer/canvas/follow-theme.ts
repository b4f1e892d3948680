/** Calls back now and whenever the colours of the theme may have changed; answers what ends it. */
export function followTheme(onChange: () => void): () => void {
  onChange();
  const system = globalThis.matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', onChange);
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true });
  return () => {
    system.removeEventListener('change', onChange);
    observer.disconnect();
  };
}
