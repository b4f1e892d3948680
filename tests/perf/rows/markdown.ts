import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toPlanMarkdown } from '#core/exporters/markdown/plan-markdown.ts';
import { makePlan } from '../estates.ts';
import { measureInTurn, toFigure, toLine, type Bench, type Line } from '../measure.ts';

/** P13: a plan as Markdown, and the same content through a tree. */
export async function measureMarkdown({ quick, runs }: Bench): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, phases] of [
    ['the inventory', 0],
    ['the plan', 20],
  ] as const) {
    const plan = makePlan(10_000, phases);
    const report = checkPlan(plan);
    const options = { phase: null, party: null, without: [] };
    const text = toPlanMarkdown(plan, report, options);
    const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const figures = await measureInTurn({ own: () => void toPlanMarkdown(plan, report, options) }, runs, 2);
    const samples: number[] = [];
    // With the padding of columns it takes minutes at this size: the cheaper form is compared.
    const extensions = [gfmToMarkdown({ tablePipeAlign: false })];
    for (let run = 0; run < (quick ? 1 : 3); run += 1) {
      const before = performance.now();
      toMarkdown(tree, { extensions });
      samples.push(performance.now() - before);
    }
    const theirs = toFigure(samples);
    const faster = theirs.median / figures.own.median;
    lines.push(
      toLine({
        what: `10,000 servers, ${name} (${Math.round(text.length / 1024)} KiB)`,
        ours: figures.own,
        peer: 'mdast-util-to-markdown',
        theirs,
        target: '50 times faster',
        met: faster >= 50,
        note: 'ours includes finding what to say (order, states, ways back); the peer gets a finished tree and only writes it',
      }),
    );
  }
  return lines;
}
