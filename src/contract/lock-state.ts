/**
 * Whether the plans on this disk are encrypted: `none`, no passphrase is set; `open`, there is one and it was given; `locked`, nothing can
 * be read before it is given.
 */
export interface LockState {
  readonly state: 'none' | 'open' | 'locked';
  /** Whether the keyring of the system can keep the key, so that the passphrase is not asked for on this computer. */
  readonly canRemember: boolean;
  readonly isRemembered: boolean;
  /** The keyring had the key and does not give it any more. */
  readonly hasKeyringFailed: boolean;
}

/** Sets (`current` is null), changes, or removes (`next` is null) the passphrase. The recovery code does for `current` too. */
export interface PassphraseRequest {
  readonly current: string | null;
  readonly next: string | null;
  /** Let the keyring of the system keep the key as well. */
  readonly remember: boolean;
}

/** The code that opens the plans when the passphrase is lost: shown once, kept nowhere. Null after a removal. */
export interface Secured {
  readonly recoveryCode: string | null;
  /** False when the disk refused before all files were rewritten; nothing is lost, and the next start goes on. */
  readonly isComplete: boolean;
}
