import { useEffect, useState } from 'react';
import type { Whereabouts } from '#core/contract/bridge.ts';
import { getBridge } from '#stores/bridge.ts';
import { useLock } from '#stores/passphrase-store.ts';
import { showProblem, showToast } from '#stores/toast-store.ts';
import { aboutText as text } from '#text/about.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './AboutDialog.module.css';
import { readLicences, type ShippedPackage } from './read-licences.ts';

function Licences() {
  const [packages, setPackages] = useState<readonly ShippedPackage[] | 'reading' | null>('reading');
  useEffect(() => {
    void readLicences().then(setPackages);
  }, []);
  if (packages === null) return <p>{text.notRead}</p>;
  if (packages === 'reading') return <p>{text.reading}</p>;
  return (
    <>
      <p>{text.licencesWords(packages.length)}</p>
      <div className={styles['licences']}>
        {packages.map(({ name, version, licence, text: words }) => (
          <details key={`${name} ${version}`}>
            <summary>
              {name} {version} <span>{licence}</span>
            </summary>
            <pre>{words}</pre>
          </details>
        ))}
      </div>
    </>
  );
}

/** What the page runs in, by its own words: Electron where there is one, and the browser. */
function findRuntime(agent: string): string {
  const found = [...agent.matchAll(/(Electron|Chrome|Firefox|Version)\/([\d.]+)/gu)];
  const parts = found.map(
    ([, name = '', version = '']) => `${name === 'Version' ? 'Safari' : name} ${version}`,
  );
  return parts.length === 0 ? agent : parts.join(', ');
}

async function copyFolder(folder: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(folder);
    showToast(text.copied);
  } catch {
    showProblem(folder);
  }
}

/** The version, the place of the data, and the licences of what is inside. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const [where, setWhere] = useState<Whereabouts | null>(null);
  const lock = useLock();
  const isEncrypted = lock !== null && lock !== 'unknown' && lock.state === 'open';
  useEffect(() => {
    void getBridge()
      .where()
      .then((answer) => {
        if (answer.ok) setWhere(answer.value);
        return undefined;
      });
  }, []);
  return (
    <Dialog
      title={text.title}
      isWide
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {text.close}
        </Button>
      }
    >
      <div className={styles['words']}>
        {where !== null && (
          <>
            <p>
              {text.version(where.version)}. {text.under(findRuntime(navigator.userAgent))}
            </p>
            <h3>{text.whereTitle}</h3>
            <p className={styles['folder']}>
              <code>{where.folder}</code>
              <Button size="small" icon="copy" onPress={() => void copyFolder(where.folder)}>
                {text.copy}
              </Button>
            </p>
            <p>{text.vault}</p>
            <p>{isEncrypted ? text.encrypted : text.plain}</p>
            {where.address !== null && <p>{text.address(where.address)}</p>}
          </>
        )}
        <h3>{text.licences}</h3>
        <Licences />
      </div>
    </Dialog>
  );
}
