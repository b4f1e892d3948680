import type { NodeId } from '#core/model/ids.ts';
import type { ConsolidationProposal } from '#core/planning/consolidation/propose.ts';
import { runCommands } from '#stores/run-commands.ts';
import { jumpTo } from '#stores/view-store.ts';
import { assistantText } from '#text/assistant.ts';
import { consolidationText as text } from '#text/consolidation.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import styles from './ConsolidationAssistant.module.css';

/** Moves that are listed; the others are counted. */
const mostMoves = 200;

interface ResultProps {
  readonly proposal: ConsolidationProposal;
  /** The nodes whose merge is planned too. */
  readonly merges: ReadonlySet<NodeId>;
  readonly onMerge: (node: NodeId) => void;
}

function Figures({ proposal }: { readonly proposal: ConsolidationProposal }) {
  const { objective, hostsBefore, hostsAfter, lowerBound, gap } = proposal;
  const money = (amount: number): string => `${amount.toLocaleString()} ${objective.currency ?? ''}`.trim();
  return (
    <>
      <dl className={styles['figures']}>
        <div>
          <dt>{text.before}</dt>
          <dd>{hostsBefore.toLocaleString()}</dd>
        </div>
        <div>
          <dt>{text.after}</dt>
          <dd>{hostsAfter.toLocaleString()}</dd>
        </div>
        <div>
          <dt>{text.bound}</dt>
          <dd>{lowerBound.toLocaleString()}</dd>
        </div>
      </dl>
      {objective.name === 'cost' && (
        <p>{text.money(money(objective.before), money(objective.after), money(objective.lowerBound))}</p>
      )}
      {objective.name === 'moves' && <p>{text.fewestMoves(objective.after, objective.lowerBound)}</p>}
      {proposal.conflict === null && objective.name === 'hosts' && (
        <p>{gap === 0 ? text.best : text.gap(gap)}</p>
      )}
    </>
  );
}

function ConflictList({ proposal }: { readonly proposal: ConsolidationProposal }) {
  if (proposal.conflict === null) return null;
  return (
    <div className={styles['conflict']}>
      <Alert severity="warning" title={text.conflict} />
      <ul>
        {proposal.conflict.parts.map((part) => (
          <li key={part.words}>
            <span>{part.words}</span>
            {part.remove !== null && (
              <Button
                size="small"
                description={part.words}
                onPress={() => part.remove !== null && void runCommands([part.remove])}
              >
                {text.dropRule}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function MoveList({ proposal }: { readonly proposal: ConsolidationProposal }) {
  const { moves, newHosts, freed, phases } = proposal;
  if (moves.length === 0) {
    return proposal.conflict === null ? (
      <p>
        <strong>{text.noMoves}.</strong> {text.noMovesNext}
      </p>
    ) : null;
  }
  return (
    <>
      <h3>{text.moves(moves.length)}</h3>
      {phases > 1 && <p>{text.phases(phases)}</p>}
      {newHosts.length > 0 && <p>{text.newCome(newHosts.join(', '))}</p>}
      {freed.length > 0 && <p>{text.freed(freed.map((host) => host.name).join(', '))}</p>}
      <ol className={styles['moves']}>
        {moves.slice(0, mostMoves).map((move) => (
          <li key={`${move.phase} ${move.node}`}>
            <button type="button" aria-label={text.show(move.name)} onClick={() => jumpTo(move.node)}>
              <span className={styles['mono']}>
                {move.name} → {move.toName}
              </span>
              <span className={styles['why']}>{move.why}</span>
            </button>
          </li>
        ))}
      </ol>
      {moves.length > mostMoves && <p>{assistantText.more(moves.length - mostMoves)}</p>}
    </>
  );
}

function MergeList({
  proposal,
  chosen,
  onChange,
}: {
  readonly proposal: ConsolidationProposal;
  readonly chosen: ReadonlySet<NodeId>;
  readonly onChange: (node: NodeId) => void;
}) {
  if (proposal.merges.length === 0) return null;
  return (
    <>
      <h3>{text.merges}</h3>
      <p className={styles['faint']}>{text.mergesNote}</p>
      <ul className={styles['merges']}>
        {proposal.merges.map((merge) => (
          <li key={merge.node}>
            <Checkbox
              isSelected={chosen.has(merge.node)}
              isDisabled={merge.blocked !== null}
              onChange={() => onChange(merge.node)}
            >
              {text.merge(merge.name, merge.intoName)}
            </Checkbox>
            <p>{merge.reasons.join(' ')}</p>
            <p className={styles['doubt']}>
              {[...merge.doubts, ...(merge.blocked === null ? [] : [merge.blocked])].join(' ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was found: figures with their proof, what contradicts itself, the moves, what stays, what could be merged. */
export function ConsolidationResult({ proposal, merges, onMerge }: ResultProps) {
  // Without hosts there is nothing to be proud of: the notes say what to do.
  const hasHosts = proposal.hostsBefore > 0 || proposal.hostsAfter > 0;
  return (
    <>
      {hasHosts && <Figures proposal={proposal} />}
      <ConflictList proposal={proposal} />
      {proposal.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {(hasHosts || proposal.moves.length > 0) && <MoveList proposal={proposal} />}
      {proposal.stays.length > 0 && (
        <details className={styles['staying']}>
          <summary>{text.stays(proposal.stays.length)}</summary>
          <ul className={styles['stays']}>
            {proposal.stays.slice(0, mostMoves).map((each) => (
              <li key={each.node}>{each.why}</li>
            ))}
          </ul>
        </details>
      )}
      <MergeList proposal={proposal} chosen={merges} onChange={onMerge} />
    </>
  );
}
