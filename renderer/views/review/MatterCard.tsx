import type { IntakeMatter, MatterNode, MatterWords } from '#core/intake/matters/intake-matter.ts';
import { toPick } from '#stores/review-matters.ts';
import { useReview } from '#stores/review-store.ts';
import type { Decision } from '#stores/review-decisions.ts';
import { mattersText as text } from '#text/review-matters.ts';
import { reviewText } from '#text/review.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import { RadioList } from '#ui/RadioList.tsx';
import { SourceLink } from '#ui/SourceLink.tsx';
import { MatterWordsOf } from './MatterLine.tsx';
import { StateRing } from './ReviewLine.tsx';
import card from './ReviewCard.module.css';
import styles from './MatterCard.module.css';

/** Words of a source with where they stand. */
function Quote({ words }: { readonly words: MatterWords }) {
  return (
    <span className={styles['quote']}>
      <q>{words.quote}</q>
      <SourceLink source={words.source.split('/').at(-1) ?? words.source} line={words.line} />
    </span>
  );
}

function ConflictBody({
  matter,
  onPick,
}: {
  readonly matter: Extract<IntakeMatter, { is: 'conflict' }>;
  readonly onPick: (index: number) => void;
}) {
  const decision = useReview((state) => state.decisions[matter.key]);
  const picks = useReview((state) => state.picks);
  const chosen = decision === 'accept' ? toPick(matter, picks) : decision === 'reject' ? 0 : null;
  return (
    <RadioList
      label={text.choose(matter.field)}
      value={chosen === null ? null : String(chosen)}
      onChange={(value) => onPick(Number(value))}
      choices={matter.values.map((value, index) => ({
        value: String(index),
        label: text.values(matter.field, value),
        ...(index < 9 ? { keyCap: String(index + 1) } : {}),
        note: (
          <>
            {value.isKept && (
              <span className={styles['kept']}>{matter.edited ? text.byHand : text.inPlan}</span>
            )}
            {value.words.map((words) => (
              <Quote key={`${words.source} ${words.line}`} words={words} />
            ))}
            {value.words.length === 0 && !matter.edited && text.notSaid}
          </>
        ),
      }))}
    />
  );
}

function PairSide({ node }: { readonly node: MatterNode }) {
  return (
    <div className={styles['side']}>
      <NodeName name={node.name} isMono isStrong max={44} />
      <span>{node.sources.join(', ') || text.made}</span>
      <dl>
        <dt>{text.addresses}</dt>
        <dd>{node.addresses.join(', ') || text.none}</dd>
        <dt>{text.os}</dt>
        <dd>{node.os ?? text.none}</dd>
      </dl>
      {node.words !== null && <Quote words={node.words} />}
    </div>
  );
}

function Body({
  matter,
  onPick,
}: {
  readonly matter: IntakeMatter;
  readonly onPick: (index: number) => void;
}) {
  switch (matter.is) {
    case 'conflict':
      return <ConflictBody matter={matter} onPick={onPick} />;
    case 'pair':
      return (
        <>
          <p>{matter.because}</p>
          <div className={styles['sides']}>
            {matter.nodes.map((node) => (
              <PairSide key={node.id} node={node} />
            ))}
          </div>
        </>
      );
    case 'gone':
      return (
        <>
          <p>{text.gone(matter.source, matter.collection === 'nodes')}</p>
          {matter.stillIn.length > 0 && <p>{text.stillIn(matter.stillIn)}</p>}
          {matter.words !== null && (
            <p>
              {text.last} <Quote words={matter.words} />
            </p>
          )}
        </>
      );
  }
}

/** The answers of a matter: which decision each is, and its words. */
function toAnswers(matter: IntakeMatter): { readonly accept: string | null; readonly reject: string } {
  switch (matter.is) {
    case 'conflict':
      return { accept: null, reject: text.keepPlan };
    case 'pair':
      return { accept: text.same, reject: text.apart };
    case 'gone':
      return { accept: text.accept, reject: text.keep };
  }
}

/** What sources and plan differ on, with all that speaks for either side, and its answers. */
export function MatterCard({
  matter,
  decision,
  next,
  onDecide,
  onPick,
  onClose,
}: {
  readonly matter: IntakeMatter;
  readonly decision: Decision | null;
  readonly next: string | null;
  readonly onDecide: (decision: Decision) => void;
  readonly onPick: (index: number) => void;
  readonly onClose: () => void;
}) {
  const words = reviewText.rowWords(text.name(matter), text.what(matter));
  const answers = toAnswers(matter);
  const hint = matter.is === 'pair' ? text.sameHint(matter.nodes[0].name, matter.nodes[1].name) : words;
  return (
    <div className={card['card']} data-card>
      <div className={card['top']}>
        <StateRing decision={decision} />
        <MatterWordsOf matter={matter} />
        <span className={card['marks']} />
        <IconButton icon="chevron-up" size="small" label={words} onPress={onClose} />
      </div>
      <div className={styles['body']}>
        <Body matter={matter} onPick={onPick} />
      </div>
      <div className={card['actions']}>
        {answers.accept !== null && (
          <Button
            variant="primary"
            size="small"
            keyCap="↵"
            description={hint}
            onPress={() => onDecide('accept')}
          >
            {answers.accept}
          </Button>
        )}
        <Button size="small" keyCap="⌫" description={words} onPress={() => onDecide('reject')}>
          {answers.reject}
        </Button>
        <Button size="small" variant="quiet" description={words} onPress={() => onDecide('later')}>
          {text.later}
        </Button>
        {next !== null && <span className={card['next']}>{reviewText.next(next)}</span>}
      </div>
    </div>
  );
}
