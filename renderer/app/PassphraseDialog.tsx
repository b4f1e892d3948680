import { useState } from 'react';
import type { LockState } from '#core/contract/lock-state.ts';
import { bridgeLimits } from '#core/contract/limits.ts';
import { getBridge } from '#bridge/get-bridge.ts';
import { changePassphrase, useLock } from '#stores/passphrase-store.ts';
import { showProblem, showToast } from '#stores/toast-store.ts';
import { passphraseText as text } from '#text/passphrase.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './PassphraseDialog.module.css';

const least = bridgeLimits.passphraseMinCharacters;

async function copyCode(code: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
    showToast(text.copied);
  } catch {
    showProblem(code);
  }
}

function RecoveryCode({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  return (
    <Dialog
      title={text.codeTitle}
      isOpen
      isKept
      onClose={onClose}
      actions={
        <>
          <Button icon="copy" onPress={() => void copyCode(code)}>
            {text.copy}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {text.kept}
          </Button>
        </>
      }
    >
      <div className={styles['words']}>
        <p>{text.codeWords}</p>
        <code className={styles['code']}>{code}</code>
      </div>
    </Dialog>
  );
}

/** What is typed in the form. */
interface Typed {
  readonly current: string;
  readonly next: string;
  readonly again: string;
  /** Null: as it is now. */
  readonly remember: boolean | null;
}

const nothing: Typed = { current: '', next: '', again: '', remember: null };

function Fields({
  typed,
  isSet,
  lock,
  wrong,
  onChange,
}: {
  readonly typed: Typed;
  readonly isSet: boolean;
  readonly lock: LockState;
  readonly wrong: string | null;
  readonly onChange: (typed: Typed) => void;
}) {
  const { current, next, again, remember } = typed;
  const isShort = next !== '' && again !== '' && next.length < least;
  return (
    <>
      {isSet && (
        <TextField
          label={text.current}
          type="password"
          value={current}
          error={wrong}
          onChange={(value) => onChange({ ...typed, current: value })}
          autoFocus
        />
      )}
      <TextField
        label={text.next}
        type="password"
        value={next}
        error={isShort ? text.tooShort(least) : null}
        onChange={(value) => onChange({ ...typed, next: value })}
        autoFocus={!isSet}
      />
      <TextField
        label={text.again}
        type="password"
        value={again}
        error={again !== '' && !next.startsWith(again) ? text.notSame : null}
        onChange={(value) => onChange({ ...typed, again: value })}
      />
      <p>{text.rule(least)}</p>
      {!lock.canRemember && getBridge().mode === 'desktop' && <p>{text.noKeyring}</p>}
      {lock.canRemember && (
        <Checkbox
          isSelected={remember ?? lock.isRemembered}
          onChange={(value) => onChange({ ...typed, remember: value })}
        >
          {text.remember}
        </Checkbox>
      )}
    </>
  );
}

/** Sets, changes and removes the passphrase, and shows the recovery code once. */
export function PassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const lock = useLock();
  const [typed, setTyped] = useState(nothing);
  const [problem, setProblem] = useState<{ readonly isWrong: boolean; readonly words: string } | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (code !== null) return <RecoveryCode code={code} onClose={onClose} />;
  if (lock === null || lock === 'unknown') return null;
  const isSet = lock.state === 'open';
  const isReady =
    typed.next.length >= least && typed.next === typed.again && (!isSet || typed.current !== '');
  const run = async (next: string | null): Promise<void> => {
    setBusy(true);
    const current = isSet ? typed.current : null;
    const answer = await changePassphrase({ current, next, remember: typed.remember ?? lock.isRemembered });
    setBusy(false);
    if (!answer.ok) {
      setProblem({ isWrong: answer.error.code === 'wrong-passphrase', words: answer.error.message });
      return;
    }
    if (!answer.value.isComplete) showProblem(text.incomplete);
    else if (next === null) showToast(text.removed);
    if (answer.value.recoveryCode === null) onClose();
    else setCode(answer.value.recoveryCode);
  };
  const save = (): void => {
    if (isReady && !isBusy) void run(typed.next);
  };
  return (
    <Dialog
      title={text.title}
      isOpen
      isKept
      onClose={onClose}
      actions={
        <>
          {isSet && (
            <Button
              variant="danger"
              isDisabled={typed.current === '' || isBusy}
              onPress={() => void run(null)}
            >
              {text.remove}
            </Button>
          )}
          <Button variant="quiet" onPress={onClose}>
            {text.cancel}
          </Button>
          <Button variant="primary" isDisabled={!isReady || isBusy} onPress={save}>
            {isBusy ? text.working : isSet ? text.change : text.set}
          </Button>
        </>
      }
    >
      <form
        className={styles['words']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p>{isSet ? text.changeWords : text.setWords}</p>
        {!isSet && <p>{text.notCovered}</p>}
        {problem !== null && !problem.isWrong && <Alert title={problem.words} />}
        <Fields
          typed={typed}
          isSet={isSet}
          lock={lock}
          wrong={problem?.isWrong === true ? problem.words : null}
          // What was wrong stays until the next try: a form that jumps while somebody reaches for its button is missed.
          onChange={setTyped}
        />
      </form>
    </Dialog>
  );
}
