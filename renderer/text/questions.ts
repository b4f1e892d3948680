/** Words of the questions view. */
export const questionsText = {
  show: 'Which questions',
  open: 'Open',
  answered: 'Answered',
  all: 'All',
  groups: { blocks: 'Block a step', open: 'Do not block', answered: 'Answered' },
  ask: 'Ask a question',
  copy: 'Copy as Markdown',
  copied: 'The open questions are on the clipboard.',
  copyFailed: 'The clipboard could not be reached. The report has the same list.',
  blocksSteps: (steps: number) =>
    steps === 0 ? 'Blocks' : `Blocks ${steps} ${steps === 1 ? 'step' : 'steps'}`,
  nodes: (count: number) => (count === 0 ? 'The whole plan' : `${count} ${count === 1 ? 'node' : 'nodes'}`),
  more: (count: number) => `and ${count} more`,
  answer: 'Your answer',
  answerHint: 'What you found out, and how',
  answeredBy: 'Answered by',
  byHint: 'A name',
  save: 'Save answer',
  cancel: 'Cancel',
  change: 'Change the answer',
  answerButton: 'Answer…',
  saidBy: (who: string | null) => (who === null || who === '' ? 'Answered' : `Answered by ${who}`),
  frees: (steps: number) =>
    steps === 0
      ? 'No step of the plan waits for this answer.'
      : `${steps} ${steps === 1 ? 'step' : 'steps'} of the plan no longer ${steps === 1 ? 'waits' : 'wait'} for it.`,
  question: 'The question',
  about: 'About',
  aboutHint: 'A name from the inventory',
  isBlocking: 'Holds back the steps that it is about',
  add: 'Add question',
  empty: 'No open questions',
  emptyNext: 'What was answered stays below. Ask one when something is not sure.',
  emptyAll: 'No questions yet',
} as const;
