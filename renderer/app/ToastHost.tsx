import { useEffect, useState } from 'react';
import { dismissToast, useToast } from '#stores/toast-store.ts';
import { Toast } from '#ui/Toast.tsx';

const shownMs = 6000;

/** The one toast of the window: six seconds, longer under the pointer. */
export function ToastHost() {
  const toast = useToast();
  const [isHeld, setHeld] = useState(false);
  const id = toast?.id ?? null;
  useEffect(() => {
    if (id === null || isHeld) return undefined;
    const timer = setTimeout(() => dismissToast(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, isHeld]);
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
