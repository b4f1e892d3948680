import { mapToolsText as text } from '#text/map-tools.ts';
import styles from './ConnectHandle.module.css';

/** The dot at a box's edge from which a dependency is drawn to another box. By keyboard it is D. */
export function ConnectHandle() {
  return (
    <span className={`nodrag ${styles['handle']}`} data-connect="" aria-hidden="true" title={text.drawHint} />
  );
}
