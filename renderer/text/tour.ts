/** One step of the tour: what is shown, and what a person can do there. */
export interface TourStep {
  readonly title: string;
  readonly words: string;
  readonly hint: string;
}

/** Words of the tour. */
export const tourText = {
  label: (step: number, all: number): string => `Tour, step ${step} of ${all}`,
  count: (step: number, all: number): string => `${step} of ${all}`,
  next: 'Next',
  back: 'Back',
  end: 'End the tour',
  finish: 'Start planning',
  notNow: 'finish the review first',
  steps: [
    {
      title: 'The estate, as the documents tell it',
      words:
        'Providers, sites, hosts and servers are boxes in boxes; lines are dependencies. The inventory at the left has the same things as a list.',
      hint: 'Drag to move about, turn the wheel to come closer. Dashed lines and “?” mean that nobody knows for sure.',
    },
    {
      title: 'Everything that is known of one thing',
      words:
        'What you select is explained at the right: facts with the line that they came from, who needs it, what it needs, its duties and open questions.',
      hint: 'Press a fact to correct it. Press its source to read the words in the document.',
    },
    {
      title: 'Plan with your hands',
      words:
        'Drag a server onto another host, or press M and type where it shall go. R marks something for removal, P puts it into a phase.',
      hint: 'While you drag, each place says what would break there. Ctrl+Z takes every step back, H lists them all.',
    },
    {
      title: 'Every state on the way is checked',
      words:
        'The slider shows the estate as it is, after each phase, and to be. Below stands what breaks in which of these states, with a repair where there is one.',
      hint: 'Press [ and ] to go from state to state. Press a finding to see what it is about.',
    },
    {
      title: 'Give everybody the plan',
      words:
        'The report is the plan in words: for the team, for one phase, for one party. Export saves it as Markdown, a web page, a calendar, issues and more.',
      hint: 'Ctrl+K finds any action by its name, F1 opens the help on what is shown.',
    },
  ] satisfies readonly TourStep[],
} as const;
