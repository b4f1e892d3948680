/** Words for narrowing the list of the review. */
export const showText = {
  label: 'Narrow the list',
  shows: {
    all: 'Everything',
    new: 'New',
    changed: 'Changed',
    conflict: 'Contradictions',
    pair: 'Same machine?',
    gone: 'Gone from the source',
    doubt: 'In doubt',
    uncertain: 'Please look',
    line: 'Not understood',
  },
  acceptShown: 'Accept what is shown',
  rejectShown: 'Reject what is shown',
  toDecide: (count: number): string => `${count.toLocaleString('en')} to decide`,
} as const;
