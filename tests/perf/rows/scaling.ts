import { checkPlan } from '#core/checks/check-plan.ts';
import { toDropPreview } from '#core/checks/preview-drop.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { toPlanMarkdown } from '#core/exporters/markdown/plan-markdown.ts';
import type { Plan } from '#core/model/plan.ts';
import { toMapEdges } from '#core/projections/map-edges.ts';
import { toMapLinks } from '#core/projections/map-links.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { planOf } from '#support/build-plan.ts';
import {
  accept,
  forget,
  hostsOf,
  inventoryCsv,
  makePlan,
  readProposals,
  serversOf,
  toBytes,
} from '../estates.ts';
import { measureInTurn, toFresh, toLine, type Bench, type Figure, type Line, type Work } from '../measure.ts';
import { toDrops } from './checks.ts';

const sizes = [1000, 10_000, 20_000] as const;
const noOptions = { phase: null, party: null, without: [] };

interface Path {
  readonly name: string;
  readonly prepare: (plan: Plan, servers: number) => Work;
}

const paths: readonly Path[] = [
  {
    name: 'layout of the map',
    prepare: (plan) =>
      toFresh(
        () => forget(plan),
        (each) => toMapScene(each, 1.6),
      ),
  },
  {
    name: 'boxes and lines of the map in one state',
    prepare: (plan) => {
      const [scene, report] = [toMapScene(plan, 1.6), checkPlan(plan)];
      const estate = estateAt(plan, 'end');
      return () => {
        const view = toMapView(plan, report, 'end', scene);
        toMapEdges(view, toMapLinks(plan, estate, view, new Set()));
      };
    },
  },
  {
    name: 'all checks, cold',
    prepare: (plan) =>
      toFresh(
        () => forget(plan),
        (each) => checkPlan(each),
      ),
  },
  {
    name: 'all checks after one edit',
    prepare: (plan) => {
      const next = toDrops(plan);
      checkPlan(plan);
      return toFresh(
        () => next().plan,
        (each) => checkPlan(each),
      );
    },
  },
  {
    name: 'one edit in the store',
    prepare: (plan) => {
      const next = toDrops(plan);
      return () => void next();
    },
  },
  {
    name: 'verdicts on 20 targets of a drag',
    prepare: (plan) => {
      checkPlan(plan);
      const [server] = serversOf(plan);
      const hosts = hostsOf(plan).slice(0, 20);
      return () => {
        const verdictOn = toDropPreview(plan, server === undefined ? [] : [server.id], null);
        for (const host of hosts) verdictOn(host.id);
      };
    },
  },
  { name: 'plan file written', prepare: (plan) => () => void toPlanFileText(plan) },
  {
    name: 'plan file read',
    prepare: (plan) => {
      const text = toPlanFileText(plan);
      return () => void parsePlanFile(text);
    },
  },
  {
    name: 'CSV up to the proposal',
    prepare: (_, servers) => {
      const bytes = toBytes(inventoryCsv(servers));
      return () => void readProposals('inventory.csv', bytes);
    },
  },
  {
    name: 'import again',
    prepare: (_, servers) => {
      const proposals = readProposals('inventory.csv', toBytes(inventoryCsv(servers)));
      const again = readProposals('inventory.csv', toBytes(inventoryCsv(servers, 8)));
      const plan = accept(planOf(), proposals);
      return () => void accept(plan, again);
    },
  },
  {
    name: 'Markdown of the plan',
    prepare: (plan) => {
      const report = checkPlan(plan);
      return () => void toPlanMarkdown(plan, report, noOptions);
    },
  },
];

/** The exponent of the power law that fits best: least squares over the logarithms. */
function fitExponent(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const mean = (at: 0 | 1): number => logs.reduce((sum, each) => sum + each[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const across = logs.reduce((sum, each) => sum + (each[0] - x) * (each[1] - y), 0);
  return across / logs.reduce((sum, each) => sum + (each[0] - x) ** 2, 0);
}

/** P16: how the cost grows. */
export async function measureScaling({ quick }: Bench): Promise<Line[]> {
  const plans = sizes.map((servers) => [servers, makePlan(servers, 10)] as const);
  const lines: Line[] = [];
  for (const { name, prepare } of paths) {
    const found: { readonly servers: number; readonly figure: Figure }[] = [];
    for (const [servers, plan] of plans) {
      const works = { own: prepare(forget(plan), servers) };
      const { own } = await measureInTurn(works, 7, 1, quick ? 1000 : 8000);
      found.push({ servers, figure: own });
    }
    const [small, middle, large] = found;
    if (small === undefined || middle === undefined || large === undefined) continue;
    const exponent = fitExponent(found.map(({ servers, figure }) => [servers, figure.median]));
    const ratio = large.figure.median / middle.figure.median;
    const figures = found.map(({ figure }) => figure.median.toFixed(figure.median < 10 ? 2 : 0)).join(', ');
    lines.push(
      toLine({
        what: `${name}, 20,000 servers`,
        ours: large.figure,
        target: 'exponent at most 1.15, 20,000 / 10,000 at most 2.6',
        met: exponent <= 1.15 && ratio <= 2.6,
        note: `exponent ${exponent.toFixed(2)}, 20,000 / 10,000 ${ratio.toFixed(2)}; 1,000, 10,000, 20,000 servers: ${figures} ms`,
      }),
    );
  }
  return lines;
}
