import type { NodeMark, NodeState } from '#core/projections/node-marks.ts';
import { Icon } from '#ui/Icon.tsx';
import type { IconName } from '#ui/icons.ts';
import styles from './NodeMarks.module.css';

const icons: Readonly<Record<NodeMark['kind'], IconName>> = {
  move: 'arrow-right',
  merge: 'git-merge',
  remove: 'minus',
  add: 'plus',
  waits: 'hourglass',
  question: 'circle-question-mark',
};

function MarkSign({ mark }: { readonly mark: NodeMark }) {
  const isNumbered = !mark.done && mark.phase !== null;
  return (
    <span
      className={[styles['mark'], styles[mark.kind], mark.done ? styles['done'] : styles['later']].join(' ')}
    >
      <Icon name={icons[mark.kind]} size={11} />
      {isNumbered && <span className={styles['number']}>{mark.phase}</span>}
    </span>
  );
}

/** The small signs at the right of a node's name: findings, questions, what happens to it. */
export function NodeMarks({ state }: { readonly state: NodeState }) {
  const { errors, warnings, marks } = state;
  if (errors + warnings + marks.length === 0) return null;
  return (
    <span className={styles['marks']} aria-hidden="true">
      {errors > 0 && (
        <span className={styles['error']}>
          <Icon name="circle-x" size={13} />
          {errors > 1 && errors}
        </span>
      )}
      {errors === 0 && warnings > 0 && (
        <span className={styles['warning']}>
          <Icon name="triangle-alert" size={13} />
          {warnings > 1 && warnings}
        </span>
      )}
      {marks.slice(0, 3).map((mark, at) => (
        <MarkSign key={`${mark.kind}${at}`} mark={mark} />
      ))}
    </span>
  );
}
