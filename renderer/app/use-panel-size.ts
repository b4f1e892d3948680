import { useEffect, useState } from 'react';
import { readSetting, writeSetting } from '#persistence/settings.ts';

/** The size of a panel in pixels that the person drags, remembered; null while it is that of the window. */
export function usePanelSize(key: string): readonly [number | null, (size: number | null) => void] {
  const [size, setSize] = useState<number | null>(null);
  useEffect(() => {
    void readSetting(`panel:${key}`).then((kept) => {
      if (typeof kept === 'number' && kept > 0) setSize(kept);
      return undefined;
    });
  }, [key]);
  return [
    size,
    (next) => {
      setSize(next);
      void writeSetting(`panel:${key}`, next);
    },
  ];
}
