import { useState } from 'react';
import { unlock, useKeyProblem, useLock } from '#stores/passphrase-store.ts';
import { appText } from '#text/app.ts';
import { passphraseText as text } from '#text/passphrase.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { Logo } from '#ui/Logo.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './UnlockScreen.module.css';

function UnlockForm() {
  const [secret, setSecret] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    if (secret === '' || isBusy) return;
    setBusy(true);
    const wrong = await unlock(secret);
    setBusy(false);
    setProblem(wrong);
    if (wrong !== null) setSecret('');
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <TextField
        label={text.secret}
        type="password"
        value={secret}
        error={problem}
        onChange={(value) => {
          setSecret(value);
          setProblem(null);
        }}
        autoFocus
      />
      <Button variant="primary" isDisabled={secret === '' || isBusy} onPress={() => void open()}>
        {isBusy ? text.unlocking : text.unlock}
      </Button>
    </form>
  );
}

/** Asks for the passphrase before anything else is shown. */
export function UnlockScreen() {
  const lock = useLock();
  const problem = useKeyProblem();
  return (
    <main className={styles['page']}>
      <section className={styles['card']}>
        <p className={styles['brand']}>
          <Logo />
          <b>{appText.product}</b>
        </p>
        <h1>{text.lockedTitle}</h1>
        {problem === null ? (
          <>
            <p>{text.lockedWords}</p>
            {lock !== null && lock !== 'unknown' && lock.hasKeyringFailed && (
              <Alert severity="warning" title={text.keyringFailed} />
            )}
            <UnlockForm />
            <details>
              <summary>{text.lostTitle}</summary>
              <p>{text.lost}</p>
            </details>
          </>
        ) : (
          <Alert title={problem} />
        )}
      </section>
    </main>
  );
}
