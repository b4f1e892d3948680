import { useEffect, useState } from 'react';
import { dismissToast, useToast } from '#stores/toast-store.ts';
import { Toast } from '#ui/Toast.tsx';

const shownMs = 6000;
/** What to do about a problem has to be read first, and reached by keys. */
const offeredMs = 20_000;

/** The one toast of the window: six seconds, a problem that can be helped twenty, longer under the pointer. */
export function ToastHost() {
  const toast = useToast();
  const [isHeld, setHeld] = useState(false);
  const id = toast?.id ?? null;
  const isOffer = toast !== null && toast.isProblem && toast.action !== null;
  useEffect(() => {
    if (id === null || isHeld) return undefined;
    const timer = setTimeout(() => dismissToast(id), isOffer ? offeredMs : shownMs);
    return () => clearTimeout(timer);
  }, [id, isHeld, isOffer]);
  if (toast === null) return null;
  return (
    <Toast
      key={toast.id}
      text={toast.text}
      action={toast.action}
      isProblem={toast.isProblem}
      icon={toast.action === null ? 'info' : 'check'}
      onHold={setHeld}
    />
  );
}
