import { toFigure } from '#core/base/figure.ts';
import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { countFindingsAt } from '#core/exporters/reading/finding-points.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { countWithoutOwner, toKindTotal, toTotalWords } from '#core/exporters/reading/totals.ts';
import { nodeKinds } from '#core/model/node.ts';
import type { Estate } from '#core/state/estate.ts';
import { mdTable } from './table.ts';
import { toHeadlineKind } from './title-section.ts';

/** More phases than this and the table is turned: one row a phase. */
const widest = 5;

interface Point {
  readonly title: string;
  readonly estate: Estate;
  readonly index: number;
}

function toPoints(reader: PlanReader): Point[] {
  if (reader.changes.length === 0) return [{ title: 'today', estate: reader.start, index: 0 }];
  const after = reader.parts.map((part, index) => ({
    title: part.phase === null ? 'at the end' : `after *${mdText(toPartName(part))}*`,
    estate: part.end,
    index: index + 1,
  }));
  return [{ title: 'today', estate: reader.start, index: 0 }, ...after];
}

interface Measure {
  readonly title: string;
  readonly values: readonly string[];
}

function toMeasures(reader: PlanReader, points: readonly Point[]): Measure[] {
  const kind = toHeadlineKind(reader.start);
  const blocking = reader.questions.filter(({ question }) => question.blocking).length;
  const kinds = nodeKinds.filter(
    (each) => each === kind || points.some((point) => toKindTotal(point.estate, each).known > 0),
  );
  const counting = kinds
    .filter((each) => each !== 'provider' && each !== 'site')
    .map((each) => ({
      title: `${each}s`,
      values: points.map((point) => toTotalWords(toKindTotal(point.estate, each))),
    }));
  const per = (title: string, value: (point: Point) => number): Measure => ({
    title,
    values: points.map((point) => toFigure(value(point))),
  });
  return [
    ...counting,
    per(`${kind}s without a known owner`, (point) => countWithoutOwner(point.estate, kind)),
    ...(blocking === 0 ? [] : [per('open questions that block', () => blocking)]),
    per('errors', (point) => countFindingsAt(reader, 'error', point.index)),
    per('warnings', (point) => countFindingsAt(reader, 'warning', point.index)),
  ];
}

/** The estate in numbers: as it is and after each phase. */
export function countsSection(reader: PlanReader): readonly string[] {
  if (reader.options.party !== null) return [];
  const points = toPoints(reader);
  const measures = toMeasures(reader, points);
  if (points.length <= widest) {
    return mdTable(
      [{ title: '', keep: true }, ...points.map((point) => ({ title: point.title, right: true }))],
      measures.map((measure) => [measure.title, ...measure.values]),
    );
  }
  return mdTable(
    [{ title: '', keep: true }, ...measures.map((measure) => ({ title: measure.title, right: true }))],
    points.map((point, index) => [point.title, ...measures.map((measure) => measure.values[index] ?? '')]),
  );
}
