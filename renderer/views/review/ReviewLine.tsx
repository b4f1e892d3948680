import type { Confidence } from '#core/importers/contract.ts';
import type { ReviewRow } from '#stores/review-rows.ts';
import type { Decision } from '#stores/review-decisions.ts';
import { reviewText as text } from '#text/review.ts';
import { Chip } from '#ui/Chip.tsx';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/Icon.tsx';
import { RowButton } from '#ui/RowButton.tsx';
import { KindIcon } from '#ui/KindIcon.tsx';
import { Mark } from '#ui/Mark.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import { SourceLink } from '#ui/SourceLink.tsx';
import styles from './ReviewLine.module.css';

/** Three bars: sure, likely, please look. */
export function ConfidenceBars({ confidence }: { readonly confidence: Confidence }) {
  const full = confidence === 'sure' ? 3 : confidence === 'likely' ? 2 : 1;
  return (
    <span
      role="img"
      aria-label={text.confidence[confidence]}
      title={text.confidence[confidence]}
      className={styles['bars']}
    >
      {[1, 2, 3].map((bar) => (
        <i key={bar} data-full={bar <= full || undefined} />
      ))}
    </span>
  );
}

/** The ring, check or cross before a row. */
export function StateRing({ decision }: { readonly decision: Decision | null }) {
  const icon =
    decision === 'accept' ? 'check' : decision === 'reject' ? 'x' : decision === 'later' ? 'hourglass' : null;
  return (
    <span
      role="img"
      aria-label={text.states[decision ?? 'open']}
      className={styles['ring']}
      data-decision={decision ?? 'open'}
    >
      {icon !== null && <Icon name={icon} size={14} />}
    </span>
  );
}

/** Icon, name and place of a row: the same on the line and on the card. */
export function RowWords({ row }: { readonly row: ReviewRow }) {
  const { item } = row;
  const isHost = item.is === 'node' && (item.kind === 'server' || item.kind === 'host');
  const isMono = isHost || item.is === 'dependency' || item.is === 'disposition' || item.is === 'move';
  const kind = item.is === 'node' ? item.kind : item.is;
  return (
    <>
      <KindIcon kind={kind} type={item.is === 'node' ? (item.type ?? null) : null} size={14} tone="faint" />
      <NodeName
        name={row.name}
        isMono={isMono}
        isStrong
        max={44}
        cut={item.is === 'question' ? 'end' : 'middle'}
        className={styles['name']}
      />
      <span className={styles['what']}>{text.what(item, row.place)}</span>
    </>
  );
}

export function RowMarks({ row }: { readonly row: ReviewRow }) {
  return (
    <>
      {row.group === 'first' && (
        <Chip tone="error" icon="circle-x">
          {text.blocks}
        </Chip>
      )}
      {row.effect !== null && (
        <Chip tone={row.effect === 'conflict' ? 'warning' : 'line'}>{text.effects[row.effect]}</Chip>
      )}
      {row.alsoIn.length > 0 && (
        <Chip tone="line" icon="git-merge">
          {text.alsoIn(row.alsoIn.map((each) => each.split('/').at(-1) ?? each))}
        </Chip>
      )}
      {row.hasQuestion && <Mark kind="unknown" />}
      {row.candidate === 'candidate' && <Mark kind="remove" isAgreed={false} />}
      {row.candidate === 'waiting' && <Mark kind="waiting" />}
      <ConfidenceBars confidence={row.confidence} />
    </>
  );
}

export interface ReviewLineProps {
  readonly row: ReviewRow;
  readonly decision: Decision | null;
  readonly onChoose: () => void;
  readonly onDecide: (decision: Decision) => void;
}

/** One found thing; under the pointer the source gives way to Accept and Reject. */
export function ReviewLine({ row, decision, onChoose, onDecide }: ReviewLineProps) {
  const words = text.rowWords(row.name, text.what(row.item, row.place));
  return (
    <div className={classNames(styles['line'], styles[decision ?? 'open'])}>
      <button type="button" className={styles['open-card']} aria-label={words} onClick={onChoose} />
      <StateRing decision={decision} />
      <RowWords row={row} />
      <span className={styles['marks']}>
        <RowMarks row={row} />
      </span>
      <span className={styles['end']}>
        <span className={styles['source']}>
          {row.line !== null && (
            <SourceLink source={row.source.split('/').at(-1) ?? row.source} line={row.line} />
          )}
        </span>
        <span className={styles['buttons']}>
          <RowButton
            icon="check"
            label={text.accept}
            description={words}
            onPress={() => onDecide('accept')}
          />
          <RowButton icon="x" label={text.reject} description={words} onPress={() => onDecide('reject')} />
        </span>
      </span>
    </div>
  );
}
