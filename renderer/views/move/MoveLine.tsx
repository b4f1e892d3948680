import type { DropVerdict } from '#core/checks/preview-drop.ts';
import type { MoveTarget } from '#core/projections/move-targets.ts';
import { moveText as text } from '#text/move.ts';
import { Chip, type ChipTone } from '#ui/Chip.tsx';
import { Icon } from '#ui/Icon.tsx';
import type { IconName } from '#ui/icons.ts';
import { KindIcon } from '#ui/KindIcon.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import styles from './MovePanel.module.css';

const looks: Readonly<Record<DropVerdict['verdict'], readonly [ChipTone, IconName]>> = {
  fits: ['ok', 'check'],
  warns: ['warning', 'triangle-alert'],
  breaks: ['error', 'circle-x'],
  refused: ['line', 'minus'],
};

export interface MoveLineProps {
  readonly id: string;
  readonly target: MoveTarget;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onMove: () => void;
}

function scrollTo(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'nearest' });
}

/** One place: what it is, what breaks there, and for the chosen one its room afterwards. */
export function MoveLine({ id, target, isChosen, onChoose, onMove }: MoveLineProps) {
  const { node, verdict } = target;
  const [tone, icon] = looks[verdict.verdict];
  const isOff = verdict.verdict === 'refused';
  const room = isChosen ? text.room(target) : [];
  const sentences = isChosen ? verdict.sentences.slice(0, 3) : [];
  return (
    // The field above has the keyboard; the mouse chooses and moves here.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      ref={isChosen ? scrollTo : null}
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-disabled={isOff}
      aria-label={`${node.name}, ${node.kind}, ${verdict.reason ?? text.verdict(verdict)}`}
      className={`${styles['option']} ${isOff ? styles['off'] : ''}`}
      onMouseMove={onChoose}
      onClick={onMove}
    >
      <div className={styles['line']}>
        <KindIcon kind={node.kind} type={node.type} size={16} />
        <span className={styles['name']}>
          <NodeName name={node.name} max={15} isMono={node.kind === 'host' || node.kind === 'server'} />
        </span>
        <span className={styles['where']}>{text.inside(target)}</span>
        {verdict.reason === null ? (
          <Chip tone={tone} icon={icon}>
            {text.verdict(verdict)}
          </Chip>
        ) : (
          <span className={styles['reason']}>{verdict.reason}</span>
        )}
      </div>
      {room.length > 0 && (
        <div className={styles['room']}>
          {room.map((each) => (
            <span key={each.name}>
              {each.name} <b className={each.isOver ? styles['over'] : ''}>{each.words}</b>
            </span>
          ))}
        </div>
      )}
      {sentences.map((sentence) => (
        <div key={sentence} className={verdict.verdict === 'breaks' ? styles['breaks'] : styles['warns']}>
          <Icon name={icon} size={12} />
          <span>{sentence}</span>
        </div>
      ))}
    </li>
  );
}
