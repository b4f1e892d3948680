import type { IntakeMatter } from '#core/intake/matters/intake-matter.ts';
import { findMatterWords } from '#stores/review-matters.ts';
import type { Decision } from '#stores/review-decisions.ts';
import { mattersText as text } from '#text/review-matters.ts';
import { reviewText } from '#text/review.ts';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/Icon.tsx';
import { RowButton } from '#ui/RowButton.tsx';
import type { IconName } from '#ui/icons.ts';
import { NodeName } from '#ui/NodeName.tsx';
import { SourceLink } from '#ui/SourceLink.tsx';
import { StateRing } from './ReviewLine.tsx';
import styles from './ReviewLine.module.css';

const icons: Readonly<Record<IntakeMatter['is'], IconName>> = {
  conflict: 'split',
  pair: 'git-merge',
  gone: 'unlink',
};

/** Icon, names and what it is about: the same on the line and on the card. */
export function MatterWordsOf({ matter }: { readonly matter: IntakeMatter }) {
  const isNode = matter.is === 'pair' || matter.collection === 'nodes';
  return (
    <>
      <Icon name={icons[matter.is]} size={14} tone="faint" />
      <NodeName
        name={text.name(matter)}
        isMono={isNode}
        isStrong
        max={44}
        cut={isNode ? 'middle' : 'end'}
        className={styles['name']}
      />
      <span className={styles['what']}>{text.what(matter)}</span>
    </>
  );
}

/** The line of the source that speaks of it. */
export function MatterSource({ matter }: { readonly matter: IntakeMatter }) {
  const words = findMatterWords(matter);
  if (words === null || matter.is === 'gone') return null;
  return <SourceLink source={words.source.split('/').at(-1) ?? words.source} line={words.line} />;
}

/** Something on which sources and plan differ; under the pointer the source gives way to its two answers. */
export function MatterLine({
  matter,
  decision,
  onChoose,
  onDecide,
}: {
  readonly matter: IntakeMatter;
  readonly decision: Decision | null;
  readonly onChoose: () => void;
  readonly onDecide: (decision: Decision) => void;
}) {
  const words = reviewText.rowWords(text.name(matter), text.what(matter));
  const answers =
    matter.is === 'pair' ? [text.same, text.apart] : matter.is === 'gone' ? [text.accept, text.keep] : null;
  return (
    <div className={classNames(styles['line'], styles[decision ?? 'open'])}>
      <button type="button" className={styles['open-card']} aria-label={words} onClick={onChoose} />
      <StateRing decision={decision} />
      <MatterWordsOf matter={matter} />
      <span className={styles['marks']} />
      <span className={styles['end']}>
        <span className={styles['source']}>
          <MatterSource matter={matter} />
        </span>
        {answers !== null && (
          <span className={styles['buttons']}>
            <RowButton
              icon="check"
              label={answers[0] ?? ''}
              description={words}
              onPress={() => onDecide('accept')}
            />
            <RowButton
              icon="x"
              label={answers[1] ?? ''}
              description={words}
              onPress={() => onDecide('reject')}
            />
          </span>
        )}
      </span>
    </div>
  );
}
