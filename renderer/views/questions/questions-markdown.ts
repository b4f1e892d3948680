import type { QuestionRow } from '#core/projections/question-rows.ts';

const special = /[\\`*_{}[\]<>()#+!|]/gu;

function escape(text: string): string {
  return text.replace(special, String.raw`\$&`).replace(/\s+/gu, ' ');
}

/** The questions as a Markdown list with a slot for each answer, for a chat or a wiki page. */
export function toQuestionsMarkdown(rows: readonly QuestionRow[]): string {
  return rows
    .map((row, index) => {
      const about = row.about.map((node) => escape(node.name)).join(', ');
      const source =
        row.place === null ? '' : ` (${row.place}${row.quote === null ? '' : `: “${escape(row.quote)}”`})`;
      const head = `${index + 1}. **${escape(row.text)}**${row.group === 'blocks' ? ' — blocks a step' : ''}`;
      return `${head}${about === '' ? '' : ` — about ${about}`}${source}\n   - answer:\n`;
    })
    .join('');
}
