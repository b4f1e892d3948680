import { useEffect } from 'react';
import { readSetting, writeSetting } from '#persistence/settings.ts';
import { setTheme, useView, viewStore } from '#stores/view-store.ts';

/** Remembers the chosen theme. What was chosen can be read only when the plans are not locked. */
export function useKeptTheme(): void {
  useEffect(() => {
    void readSetting('theme').then((kept) => {
      if (kept === 'light' || kept === 'dark') setTheme(kept);
      return viewStore.subscribe(({ theme: now }, { theme: before }) => {
        if (now !== before) void writeSetting('theme', now);
      });
    });
  }, []);
}

/** Shows the chosen theme, or that of the system. */
export function useTheme(): void {
  const theme = useView((view) => view.theme);
  useEffect(() => {
    const dark = globalThis.matchMedia('(prefers-color-scheme: dark)');
    const show = (): void => {
      const isDark = theme === 'dark' || (theme === 'system' && dark.matches);
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    };
    show();
    dark.addEventListener('change', show);
    return () => dark.removeEventListener('change', show);
  }, [theme]);
}
